//! Lowers the tables that authors write.

use super::apart::Apart;
use super::words::Lowering;
use crate::authored::{ColumnAlign, LongCell, LongColumn, Row, Table};
use crate::diagnostic::{Diagnostic, Reported, catalogue};
use crate::document::{self, Grid, Group, Inline, RowKind, Sentence};
use crate::source::{Span, Spanned, Text};
use std::ops::RangeInclusive;

/// The strengths that the mark of a cell may have.
const STRENGTHS: RangeInclusive<u32> = 1..=3;
/// How far a row may be indented, in steps.
const INDENTS: RangeInclusive<u32> = 1..=3;

/// How deep groups of columns may stand in one another: the header is repeated on each page, and has to leave room for rows.
const GROUPS: usize = 4;

/// The groups around a column.
#[derive(Clone, Copy, Default)]
struct Around {
    /// The width and alignment of the columns that have none of their own.
    width: Option<u32>,
    align: Option<ColumnAlign>,
    /// The number of groups.
    groups: usize,
}

impl Lowering<'_, '_, '_> {
    /// Lowers a table. A table without columns is an error and is left out; the cells of each row have to fill the columns.
    pub fn table(&mut self, table: &Table) -> Result<document::Table, Reported> {
        let columns: Vec<_> = table.columns.iter().flat_map(|column| self.columns(&column.0, Around::default())).collect();
        if columns.is_empty() {
            let message = "a table needs columns";
            let diagnostic = Diagnostic::new(catalogue::TABLE_SHAPE, table.span, message);
            return Err(self.report.push(diagnostic.hint("`columns: [Meeting, Dates]`")));
        }
        let caption = table.caption.as_ref().map(|caption| self.prose(caption));
        let unit = self.optional(&table.unit);
        let rows = self.rows(&table.rows, columns.len());
        let mut notes: Vec<_> = table.notes.iter().map(|note| self.prose(note)).collect();
        notes.extend(table.source.as_ref().map(|source| self.source_line(source)));
        Ok(document::Table {
            id: table.id.clone(),
            caption_below: self.caption_below(table),
            caption,
            unit,
            columns,
            header_column: table.header_column.unwrap_or(false),
            wide: table.wide,
            rows,
            notes,
            span: table.span,
        })
    }

    fn caption_below(&mut self, table: &Table) -> bool {
        if let (Some(below), None) = (table.caption_below, &table.caption) {
            self.misshapen(below.span, "there is no caption to stand below the table");
        }
        table.caption_below.is_some_and(|below| below.value)
    }

    fn source_line(&mut self, source: &Text) -> Vec<Inline> {
        let texts = vec![("source", self.prose(source))];
        vec![Sentence { texts, ..Sentence::new("table-source", source.span, Vec::new()) }.into()]
    }

    /// Returns a column, or the columns of a group, which have the width and alignment of the group if they have none of their own.
    fn columns(&mut self, column: &LongColumn, around: Around) -> Vec<document::Column> {
        let (width, align) = (column.width.or(around.width), column.align.or(around.align));
        let label = self.prose(&column.label);
        if column.columns.is_empty() {
            let (width, align) = (width.map(|width| width.clamp(1, 100)), align.map(Into::into).unwrap_or_default());
            return vec![document::Column { label, width, align, groups: Vec::new() }];
        }
        if around.groups == GROUPS {
            self.misshapen(column.span, &format!("groups of columns stand in one another {GROUPS} deep at most"));
        }
        let inside = Around { width, align, groups: around.groups + 1 };
        let mut columns: Vec<_> = column.columns.iter().flat_map(|column| self.columns(&column.0, inside)).collect();
        let mut group = Some(Group { label, columns: columns.len() as u32 });
        columns.iter_mut().for_each(|column| column.groups.insert(0, group.take()));
        columns
    }

    fn rows(&mut self, rows: &[Row], columns: usize) -> Vec<document::Row> {
        let mut grid = Grid::new(columns);
        let row = |(at, row): (usize, &Row)| {
            let indent = self.number(row.indent, INDENTS, "a row is indented by");
            let cells: Vec<_> = row
                .cells
                .iter()
                .map(|cell| self.in_language(cell.0.lang, |lowering| lowering.cell_of(&cell.0, rows.len() - at)))
                .collect();
            let mut lowered = document::Row { kind: row.kind, indent: indent.unwrap_or(0), cells };
            if row.kind == RowKind::Section {
                lowered.cells.iter_mut().for_each(|cell| cell.extent.columns = columns as u32);
            }
            self.place(&mut grid, row, &lowered, columns);
            lowered
        };
        rows.iter().enumerate().map(row).collect()
    }

    /// Places the cells of a row in the grid. A row whose cells do not fill the columns is reported, and a cell that reaches into
    /// one of a row above.
    fn place(&mut self, grid: &mut Grid, row: &Row, lowered: &document::Row, columns: usize) {
        let placed = grid.place(lowered.cells.iter().map(|cell| cell.extent));
        let wide: u64 = lowered.cells.iter().map(|cell| u64::from(cell.extent.columns)).sum();
        let (filled, columns) = (wide + placed.above as u64, columns as u64);
        if filled != columns {
            let message = match (wide == row.cells.len() as u64, placed.above) {
                (true, 0) => format!("this row has {wide} cells, the table {columns} columns"),
                (false, 0) => format!("the table has {columns} columns; the cells of this row take up {wide}"),
                (_, above) => {
                    format!("the table has {columns} columns; the cells of this row take up {wide}, those of rows above {above}")
                }
            };
            let fault = Diagnostic::new(catalogue::TABLE_SHAPE, row.span, message);
            self.report.push(if filled < columns { fault.hint("an empty cell is written `\"\"`") } else { fault });
        } else if let Some(at) = placed.starts.iter().position(Option::is_none) {
            self.misshapen(lowered.cells[at].span, "this cell reaches into a cell of a row above");
        }
    }

    /// Lowers a cell, below whose first row there are `rows` rows, that one included.
    fn cell_of(&mut self, cell: &LongCell, rows: usize) -> document::Cell {
        let mark = self.number(cell.mark, STRENGTHS, "a mark is");
        let extent = cell.extent();
        for given in [cell.columns, cell.rows].into_iter().flatten().filter(|given| given.value == 0) {
            self.misshapen(given.span, "a cell takes up at least one column and one row");
        }
        if let Some(given) = cell.rows.filter(|_| extent.rows as usize > rows) {
            self.misshapen(
                given.span,
                &format!("this cell takes up {} rows, and the table has {rows} from here on", extent.rows),
            );
        }
        let (content, body) = (self.optional(&cell.text), self.apart(&cell.body, Apart::Cell));
        document::Cell { content, body, mark, extent, align: cell.align.map(Into::into), span: cell.span }
    }

    /// Returns a small number, or none, with a message if it is not in the range.
    fn number(&mut self, given: Option<Spanned<u32>>, range: RangeInclusive<u32>, what: &str) -> Option<u8> {
        if let Some(given) = given.filter(|given| !range.contains(&given.value)) {
            self.misshapen(given.span, &format!("{what} 1, 2 or 3, not {}", given.value));
        }
        given.and_then(|given| given.value.try_into().ok())
    }

    fn misshapen(&mut self, span: Span, message: &str) {
        self.report.push(Diagnostic::new(catalogue::TABLE_SHAPE, span, message));
    }
}
