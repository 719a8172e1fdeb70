//! Tables get their orientation, their type size and the widths of their columns. Cells contain flows, which are made in
//! [`super::flow`].

use super::Block;
use super::fit::{Fit, Place};
use super::flow::{Builder, known};
use super::metrics::{LINES_OF_A_SHORT_TABLE, LINES_OF_A_TALL_ROW, cell_margins};
use crate::document::Align;
use crate::resolved::{self, Caption, Run};
use crate::source::{BlockId, Span};
use std::borrow::Cow;

/// A table, with the decisions of its layout.
#[derive(Debug, Default)]
pub struct Table<'d> {
    /// The identity of the table.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the table.
    pub anchor: Option<&'d str>,
    /// The caption, if there is one.
    pub caption: Option<&'d Caption>,
    /// The columns.
    pub columns: Vec<Column<'d>>,
    /// True if the first cell of each row is the heading of the row.
    pub header_column: bool,
    /// True if the table stands on landscape pages.
    pub wide: bool,
    /// True if a column is so narrow that the table needs small type.
    pub dense: bool,
    /// True if the table is so short that it should stand on one page.
    pub short: bool,
    /// For each row, true if it may be so high that it has no room on a page, so that it has to be broken.
    pub tall: Vec<bool>,
    /// The rows, each with one cell for each column.
    pub rows: Vec<Vec<Cell<'d>>>,
    /// The place of the table in the author's file.
    pub span: Span,
}

/// A column.
#[derive(Debug)]
pub struct Column<'d> {
    /// The heading of the column.
    pub label: Cow<'d, [Run]>,
    /// The width of the column, in twips.
    pub width: u32,
    /// The alignment of the cells.
    pub align: Align,
    /// True if a word, of the heading or of a cell, is wider than the column, so that words have to be divided.
    pub narrow: bool,
}

/// A cell.
#[derive(Debug, Default)]
pub struct Cell<'d> {
    /// The identity of the cell.
    pub id: Option<&'d BlockId>,
    /// The text, or the sign of the mark.
    pub content: &'d [Run],
    /// The blocks below the text.
    pub body: Vec<Block<'d>>,
    /// The strength of the mark, from 1, if the cell is marked; the house style has a sign and a shade for each strength.
    pub mark: Option<u8>,
}

impl Builder<'_> {
    /// Returns the table of a block, as it fits into its place.
    pub(super) fn table<'d>(&self, table: &'d resolved::Table, block: &'d resolved::Block, place: Place) -> Table<'d> {
        let Fit { wide, dense, widths, narrow, heights, fault } = Fit::of(table, self.house, place, block.span);
        self.faults.borrow_mut().extend(fault);
        let columns = table.columns.iter().zip(&widths).zip(narrow).map(|((column, &width), narrow)| {
            // in a dense table a heading may be broken at any of its spaces
            let label = if dense { column.label.iter().map(loosened).collect() } else { Cow::from(&column.label) };
            Column { label, width, align: column.align, narrow }
        });
        let cell = |(cell, width): (&'d resolved::Cell, &u32)| Cell {
            id: known(&cell.id),
            content: &cell.content,
            body: self.cell(&cell.body, width.saturating_sub(cell_margins(dense))),
            mark: cell.mark,
        };
        Table {
            id: known(&block.id),
            anchor: block.anchor.as_deref(),
            caption: table.caption.as_ref(),
            columns: columns.collect(),
            header_column: table.header_column,
            wide,
            dense,
            short: heights.len() <= LINES_OF_A_SHORT_TABLE && heights.iter().sum::<usize>() <= LINES_OF_A_SHORT_TABLE,
            tall: heights.iter().map(|height| *height > LINES_OF_A_TALL_ROW / if wide { 2 } else { 1 }).collect(),
            rows: table.rows.iter().map(|row| row.cells.iter().zip(&widths).map(cell).collect()).collect(),
            span: block.span,
        }
    }
}

/// Returns a run that may be broken at any of its spaces.
pub(super) fn loosened(run: &Run) -> Run {
    match run.clone() {
        Run::Text(text) => Run::Text(resolved::Text { unbroken: false, ..text }),
        other => other,
    }
}
