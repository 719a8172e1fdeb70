//! Tables of a resolved document.

use super::{Block, Caption, Run};
use crate::document::Align;
use crate::source::{BlockId, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A table with a header row.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// The caption, if there is one.
    pub caption: Option<Caption>,
    /// The columns.
    pub columns: Vec<Column>,
    /// True if the first cell of each row is the heading of the row.
    pub header_column: bool,
    /// Whether the author wants the table on a landscape page; none leaves that to the layout.
    pub wide: Option<bool>,
    /// The rows.
    pub rows: Vec<Row>,
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
}

/// A row of a table, with one cell for each column.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// The identity of the row; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
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
    /// The place of the cell in the author's file.
    #[serde(skip)]
    pub span: Span,
}
