//! Lowers the tables that authors write.

use super::apart::Apart;
use super::words::Lowering;
use crate::authored::{Cell, Column, Table};
use crate::diagnostic::{Diagnostic, Reported, catalogue};
use crate::document;

/// The strengths that the mark of a cell may have.
const STRENGTHS: std::ops::RangeInclusive<u32> = 1..=3;

impl Lowering<'_, '_, '_> {
    /// Lowers a table. A table without columns is an error and is left out; each row has to have as many cells as there are columns.
    pub fn table(&mut self, table: &Table) -> Result<document::Table, Reported> {
        let columns: Vec<_> = table.columns.iter().map(|column| self.column(column)).collect();
        if columns.is_empty() {
            let message = "a table needs columns";
            let diagnostic = Diagnostic::new(catalogue::TABLE_SHAPE, table.span, message);
            return Err(self.report.push(diagnostic.hint("`columns: [Meeting, Dates]`")));
        }
        for row in table.rows.iter().filter(|row| row.value.len() != columns.len()) {
            let message = format!("this row has {} cells, the table {} columns", row.value.len(), columns.len());
            self.report.push(Diagnostic::new(catalogue::TABLE_SHAPE, row.span, message).hint("an empty cell is written `\"\"`"));
        }
        let rows = table.rows.iter().map(|row| row.value.iter().map(|cell| self.cell_of(cell)).collect()).collect();
        let caption = table.caption.as_ref().map(|caption| self.prose(caption));
        let header_column = table.header_column.unwrap_or(false);
        Ok(document::Table { id: table.id.clone(), caption, columns, header_column, wide: table.wide, rows, span: table.span })
    }

    fn column(&mut self, column: &Column) -> document::Column {
        let column = &column.0;
        document::Column {
            label: self.prose(&column.label),
            width: column.width.map(|width| width.clamp(1, 100)),
            align: column.align.map(Into::into).unwrap_or_default(),
        }
    }

    fn cell_of(&mut self, cell: &Cell) -> document::Cell {
        let cell = &cell.0;
        if let Some(mark) = cell.mark.filter(|mark| !STRENGTHS.contains(&mark.value)) {
            let message = format!("a mark is 1, 2 or 3, not {}", mark.value);
            self.report.push(Diagnostic::new(catalogue::TABLE_SHAPE, mark.span, message));
        }
        let (content, mark) = (self.optional(&cell.text), cell.mark.and_then(|mark| mark.value.try_into().ok()));
        document::Cell { content, body: self.apart(&cell.body, Apart::Cell), mark, span: cell.span }
    }
}
