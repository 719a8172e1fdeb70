//! Tables get their orientation, their type size and the columns in which words have to be divided.

use super::cells::{Row, header};
use super::flow::{Builder, known};
use super::metrics::{
    LETTERS_OF_A_TABLE, LINES_OF_A_SHORT_TABLE, LINES_OF_A_TALL_ROW, NARROWEST_COLUMN, NARROWEST_USUAL_COLUMN, letters_of_a_line,
};
use crate::document::Align;
use crate::resolved::{self, Caption, Role, Run, Visitor, plain_text, walk_blocks};
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
    /// The width of the column, as a share of the sum of all widths.
    pub width: u32,
    /// The alignment of the cells.
    pub align: Align,
    /// True if a word, of the heading or of a cell, is wider than the column, so that words have to be divided.
    pub narrow: bool,
}

impl Builder<'_> {
    /// Returns the table of a block. `landscape_allowed` says whether it may stand on landscape pages.
    pub(super) fn table<'d>(&self, table: &'d resolved::Table, block: &'d resolved::Block, landscape_allowed: bool) -> Table<'d> {
        let page = &self.house.page;
        let wide = landscape_allowed && table.wide.unwrap_or_else(|| needs_width(table.columns.len(), page.text_width()));
        let room = if wide { page.landscape_width() } else { page.text_width() };
        let dense = is_dense(table, room);
        let narrow = narrow_columns(table, letters_of_a_line(self.house, room));
        let columns =
            table.columns.iter().zip(narrow).map(|(column, narrow)| Column { width: column.width, align: column.align, narrow });
        let heights = heights(table);
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
            rows: self.rows(table),
            notes: &table.notes,
            span: block.span,
        }
    }
}

/// Says whether an upright page is too narrow for this number of columns. `room` is the width of the text, in twips.
fn needs_width(columns: usize, room: u32) -> bool {
    columns as u64 * u64::from(NARROWEST_COLUMN) > u64::from(room)
}

/// Says whether a column of the table is too narrow for the usual type size. `room` is the width of the table, in twips.
fn is_dense(table: &resolved::Table, room: u32) -> bool {
    let shares: u64 = table.columns.iter().map(|column| u64::from(column.width.max(1))).sum();
    let narrowest = table.columns.iter().map(|column| u64::from(column.width.max(1))).min();
    narrowest.is_some_and(|narrowest| u64::from(room) * narrowest < u64::from(NARROWEST_USUAL_COLUMN) * shares)
}

/// Returns about how many lines each row has.
fn heights(table: &resolved::Table) -> Vec<usize> {
    let all: usize = table.columns.iter().map(|column| column.width as usize).sum();
    let height = |&(at, cell): &(usize, &resolved::Cell)| {
        let width: usize =
            table.columns[at..].iter().take(cell.extent.columns as usize).map(|column| column.width as usize).sum();
        let room = (LETTERS_OF_A_TABLE * width / all.max(1)).max(1);
        lines(cell).iter().map(|line| line.chars().count().div_ceil(room)).sum::<usize>() / cell.extent.rows as usize
    };
    table.placed().iter().map(|row| row.iter().map(height).max().unwrap_or(0).max(1)).collect()
}

/// Says for each column whether it is narrower than one of its words, if the whole width has room for `letters` letters.
fn narrow_columns(table: &resolved::Table, letters: usize) -> Vec<bool> {
    let all: u32 = table.columns.iter().map(|column| column.width).sum();
    let placed: Vec<_> = table.placed().into_iter().flatten().filter(|(_, cell)| cell.extent.columns == 1).collect();
    let narrow = |(at, column): (usize, &resolved::Column)| {
        let room = (letters * column.width as usize / all.max(1) as usize).saturating_sub(2);
        let too_long = |line: String| line.split([' ', '-']).any(|word| word.chars().count() > room);
        let cells = placed.iter().filter(|(column, _)| *column == at).flat_map(|(_, cell)| lines(cell));
        cells.chain([plain_text(&column.label)]).any(too_long)
    };
    table.columns.iter().enumerate().map(narrow).collect()
}

/// Returns the lines of a cell as plain text.
fn lines(cell: &resolved::Cell) -> Vec<String> {
    struct Lines(Vec<String>);
    impl<'d> Visitor<'d> for Lines {
        fn line(&mut self, role: Role, runs: &'d [Run]) {
            self.0.extend((!matches!(role, Role::Note | Role::Comment)).then(|| plain_text(runs)));
        }
    }
    let mut lines = Lines(vec![plain_text(&cell.content)]);
    walk_blocks(&cell.body, &mut lines);
    lines.0
}
