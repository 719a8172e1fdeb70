//! The rows of tables: each cell with its place in the grid, its kind and its alignment. Cells contain flows, which are made in
//! [`super::flow`].

use super::Block;
use super::decimal::Decimals;
use super::flow::{Builder, known};
use crate::document::{Align, Extent, Heading, RowKind};
use crate::resolved::{self, Run};
use crate::source::BlockId;
use std::borrow::Cow;

/// A row of a table. Its cells are those that begin in it: a cell of a row above may take up columns of it.
#[derive(Debug, Default)]
pub struct Row<'d> {
    /// What the row is.
    pub kind: RowKind,
    /// The cells.
    pub cells: Vec<Cell<'d>>,
}

/// What a cell is in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellKind {
    /// A cell like most others.
    #[default]
    Text,
    /// The heading of a column, or of a group of columns.
    ColumnHead,
    /// The heading of its row.
    RowHead,
    /// The heading of the rows below it.
    SectionHead,
    /// A cell of a row of sums.
    Sum,
}

/// A cell.
#[derive(Debug, Default)]
pub struct Cell<'d> {
    /// The identity of the cell.
    pub id: Option<&'d BlockId>,
    /// What the cell is in its table.
    pub kind: CellKind,
    /// True if the text is in bold type.
    pub bold: bool,
    /// The index of the first column that the cell takes up.
    pub column: usize,
    /// How many columns and rows the cell takes up.
    pub extent: Extent,
    /// The alignment.
    pub align: Align,
    /// How far the cell is indented, in steps.
    pub indent: u8,
    /// The room to leave at the end of each line, so that the decimal signs of a column stand below one another, in thousandths of
    /// the type size.
    pub room_after: u32,
    /// The text, or the sign of the mark.
    pub content: Cow<'d, [Run]>,
    /// The blocks below the text.
    pub body: Vec<Block<'d>>,
    /// The strength of the mark, from 1, if the cell is marked; the house style has a sign and a shade for each strength.
    pub mark: Option<u8>,
}

impl Builder<'_> {
    /// Returns the rows of a table below its header. The columns have these widths, of which `margins` are the margins of a cell.
    pub(super) fn rows<'d>(&self, table: &'d resolved::Table, widths: &[u32], margins: u32) -> Vec<Row<'d>> {
        let decimals = Decimals::of(table, self.house, self.decimal_sign);
        // bold headings of rows would hide those of sections and the sums; and those with blocks below their lines would be bold paragraphs
        let has_blocks = |row: &resolved::Row| row.cells.first().is_some_and(|cell| !cell.body.is_empty());
        let bold_heads = table.rows.iter().all(|row| row.kind.is_plain() && !has_blocks(row));
        let row = |(row, placed): (&'d resolved::Row, Vec<(usize, &'d resolved::Cell)>)| {
            let left = (row.kind == RowKind::Section).then_some(Align::Left);
            let cells = placed.into_iter().enumerate().map(|(at, (column, cell))| Cell {
                align: left.or(cell.align).unwrap_or(table.columns[column].align),
                kind: kind(table, row.kind, column),
                bold: !row.kind.is_plain() || bold_heads && kind(table, row.kind, column) == CellKind::RowHead,
                indent: if at == 0 { row.indent } else { 0 },
                room_after: decimals.room_after(cell, column),
                ..self.cell(cell, column, widths, margins)
            });
            Row { kind: row.kind, cells: cells.collect() }
        };
        table.rows.iter().zip(table.placed()).map(row).collect()
    }

    fn cell<'d>(&self, cell: &'d resolved::Cell, column: usize, widths: &[u32], margins: u32) -> Cell<'d> {
        let width: u32 = widths[column..].iter().take(cell.extent.columns as usize).sum();
        Cell {
            id: known(&cell.id),
            column,
            extent: cell.extent,
            content: Cow::from(&cell.content),
            body: self.in_cell(&cell.body, width.saturating_sub(margins)),
            mark: cell.mark,
            ..Cell::default()
        }
    }
}

fn kind(table: &resolved::Table, row: RowKind, column: usize) -> CellKind {
    match row {
        RowKind::Section => CellKind::SectionHead,
        RowKind::Plain | RowKind::Subtotal | RowKind::Total if table.header_column && column == 0 => CellKind::RowHead,
        RowKind::Subtotal | RowKind::Total => CellKind::Sum,
        RowKind::Plain => CellKind::Text,
    }
}

/// Returns the rows of the header of a table; none if no column has a heading. With `loose`, a heading may be broken at any of its
/// spaces.
pub(super) fn header(table: &resolved::Table, loose: bool) -> Vec<Row<'_>> {
    let headings = table.headings();
    let depth = headings.len();
    let row = |(level, row): (usize, Vec<Heading>)| {
        let cell = |heading| {
            let (column, label, extent) = match heading {
                Heading::Column(at) => (at, &table.columns[at].label, Extent { columns: 1, rows: (depth - level) as u32 }),
                Heading::Group(at, level) => {
                    let group = table.columns[at].groups[level].as_ref().expect("a heading is that of a group");
                    (at, &group.label, Extent { columns: group.columns, rows: 1 })
                }
            };
            let content = if loose { label.iter().map(loosened).collect() } else { Cow::from(label) };
            let align = if extent.columns > 1 { Align::Center } else { table.columns[column].align };
            Cell { kind: CellKind::ColumnHead, bold: true, column, extent, align, content, ..Cell::default() }
        };
        Row { cells: row.into_iter().map(cell).collect(), ..Row::default() }
    };
    headings.into_iter().enumerate().map(row).collect()
}

fn loosened(run: &Run) -> Run {
    match run.clone() {
        Run::Text(text) => Run::Text(resolved::Text { unbroken: false, ..text }),
        other => other,
    }
}
