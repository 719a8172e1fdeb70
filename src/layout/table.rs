//! Tables get their orientation, their type size and the widths of their columns.

use super::cells::{Row, header};
use super::fit::{Fit, Place};
use super::flow::{Builder, known};
use super::metrics::{LINES_OF_A_SHORT_TABLE, LINES_OF_A_TALL_ROW, cell_margins};
use crate::document::Align;
use crate::resolved::{self, Caption, Run};
use crate::source::{BlockId, Span};

/// A table, with the decisions of its layout.
#[derive(Debug, Default)]
pub struct Table<'d> {
    /// The identity of the table.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the table.
    pub anchor: Option<&'d str>,
    /// The caption, if there is one.
    pub caption: Option<&'d Caption>,
    /// True if the caption stands below the table.
    pub caption_below: bool,
    /// In what the figures are given: a line above the table; empty if there is none.
    pub unit: &'d [Run],
    /// The columns.
    pub columns: Vec<Column>,
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
    /// The rows of the header.
    pub header: Vec<Row<'d>>,
    /// The rows below the header.
    pub rows: Vec<Row<'d>>,
    /// The lines below the table.
    pub notes: &'d [Vec<Run>],
    /// The place of the table in the author's file.
    pub span: Span,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// The width of the column, in twips.
    pub width: u32,
    /// The alignment of the cells.
    pub align: Align,
    /// True if a word, of the heading or of a cell, is wider than the column, so that words have to be divided.
    pub narrow: bool,
}

impl Builder<'_> {
    /// Returns the table of a block, as it fits into its place.
    pub(super) fn table<'d>(&self, table: &'d resolved::Table, block: &'d resolved::Block, place: Place) -> Table<'d> {
        let Fit { wide, dense, widths, narrow, heights, fault } = Fit::of(table, self, place, block.span);
        self.faults.borrow_mut().extend(fault);
        // in an annex of landscape pages every table is on one
        let wide = wide || place.room > self.house.page.text_width();
        let columns = table.columns.iter().zip(&widths).zip(narrow);
        let columns = columns.map(|((column, &width), narrow)| Column { width, align: column.align, narrow });
        Table {
            id: known(&block.id),
            anchor: block.anchor.as_deref(),
            caption: table.caption.as_ref(),
            caption_below: table.caption_below,
            unit: &table.unit,
            columns: columns.collect(),
            header_column: table.header_column,
            wide,
            dense,
            short: heights.len() <= LINES_OF_A_SHORT_TABLE && heights.iter().sum::<usize>() <= LINES_OF_A_SHORT_TABLE,
            tall: heights.iter().map(|height| *height > LINES_OF_A_TALL_ROW / if wide { 2 } else { 1 }).collect(),
            // in a dense table a heading may be broken at any of its spaces
            header: header(table, dense),
            rows: self.rows(table, &widths, cell_margins(dense)),
            notes: &table.notes,
            span: block.span,
        }
    }
}
