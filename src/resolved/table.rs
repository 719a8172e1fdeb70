//! Tables of a resolved document.

use super::{Block, Caption, Run};
use crate::document::{Align, Extent, Grid, Heading, RowKind, in_page_order};
use crate::source::{BlockId, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A table with a header row.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// The caption, if there is one.
    pub caption: Option<Caption>,
    /// True if the caption stands below the table.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub caption_below: bool,
    /// In what the figures are given: a line above the table; empty if there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unit: Vec<Run>,
    /// The columns.
    pub columns: Vec<Column>,
    /// True if the first cell of each row is the heading of the row.
    pub header_column: bool,
    /// Whether the author wants the table on a landscape page; none leaves that to the layout.
    pub wide: Option<bool>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The lines below the table, the source of the figures last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Vec<Run>>,
}

impl Table {
    /// Returns the headings of the columns and of their groups, row by row in the order of the page.
    pub fn headings(&self) -> Vec<Vec<Heading>> {
        let begins = |column: &Column| column.groups.iter().map(Option::is_some).collect();
        in_page_order(&self.columns.iter().map(begins).collect::<Vec<_>>())
    }

    /// Returns the cells of each row, each with the index of its first column.
    pub fn placed(&self) -> Vec<Vec<(usize, &Cell)>> {
        let mut grid = Grid::new(self.columns.len());
        let mut placed = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let starts = grid.place(row.cells.iter().map(|cell| cell.extent)).starts;
            placed.push(starts.into_iter().zip(&row.cells).filter_map(|(at, cell)| Some((at?, cell))).collect());
        }
        placed
    }
}

/// A column.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Column {
    /// The heading of the column.
    pub label: Vec<Run>,
    /// The width of the column, as a share of the room, of which columns without a width count one; those are as wide as their content asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The alignment of the cells.
    pub align: Align,
    /// The groups around the column, from the outermost; none in the place of a group that begins at a column before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Option<Group>>,
}

/// A group of columns with a heading of its own.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Group {
    /// The heading of the group.
    pub label: Vec<Run>,
    /// How many columns there are in the group.
    pub columns: u32,
}

/// A row of a table. Its cells are those that begin in it: a cell of a row above may take up columns of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// The identity of the row; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// What the row is.
    #[serde(default, skip_serializing_if = "RowKind::is_plain")]
    pub kind: RowKind,
    /// How far the first cell is indented, in steps.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub indent: u8,
    /// The cells.
    pub cells: Vec<Cell>,
    /// The place of the row in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// A cell: a line, and the blocks below it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// The identity of the cell; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// The text, or the sign of the mark.
    pub content: Vec<Run>,
    /// The blocks below the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// The strength of the mark, from 1, if the cell is marked; the house style has a sign and a shade for each strength.
    pub mark: Option<u8>,
    /// How many columns and rows the cell takes up.
    #[serde(default, skip_serializing_if = "Extent::is_single")]
    pub extent: Extent,
    /// The alignment, if it is not that of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
    /// The place of the cell in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// Says whether a number is left out of the JSON.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}
