//! Tables: which page they need, how large their type is, what marks show.

use super::blocks::Place;
use super::runs::Resolver;
use crate::document;
use crate::resolved::{Caption, Cell, Column, Run, Table};
use crate::source::Span;

/// The narrowest column in which words are not torn apart, in twips: 1.9 cm.
const NARROWEST: u32 = 1077;
/// The narrowest column in which the usual type of tables has room, in twips: 1.4 cm.
const DENSE: u32 = 794;

impl Resolver<'_> {
    /// The table, as it stands at a place.
    pub(super) fn table(&mut self, table: &document::Table, place: &Place) -> Table {
        self.tables += u32::from(table.caption.is_some());
        let caption = self.caption("table", self.tables, table.caption.as_deref());
        let anchor = self.anchor(table.id.as_ref(), &caption.as_ref().map(Caption::label).unwrap_or_default());
        // a page can't be turned inside an item of a list
        let wide = place.list == 0 && table.wide.unwrap_or_else(|| self.is_wide(table.columns.len()));
        let dense = self.is_dense(table, wide);
        let columns = table.columns.iter().map(|column| self.column(column, dense)).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| self.cell(cell)).collect()).collect();
        Table { anchor, caption, columns, header_column: table.header_column, wide, dense, rows, span: table.span }
    }

    /// In a narrow column a heading may be broken wherever it has a space.
    fn column(&mut self, column: &document::Column, dense: bool) -> Column {
        let mut label = self.runs(&column.label);
        label.iter_mut().filter(|_| dense).for_each(loosen);
        Column { label, width: column.width, align: column.align }
    }

    fn cell(&mut self, cell: &document::Cell) -> Cell {
        let mark = cell.mark.and_then(|strength| self.house.mark(strength));
        let content = match mark {
            Some((_, mark)) if cell.content.is_empty() => vec![self.text(mark.sign.value.clone(), Span::NONE)],
            _ => self.runs(&cell.content),
        };
        Cell { content, mark: mark.map(|(number, _)| number) }
    }

    /// Whether so many columns are too many for an upright page.
    fn is_wide(&self, columns: usize) -> bool {
        columns as u64 * u64::from(NARROWEST) > u64::from(self.house.page.text_width())
    }

    /// Whether a column of the table is too narrow for the usual type.
    fn is_dense(&self, table: &document::Table, wide: bool) -> bool {
        let page = &self.house.page;
        let room = u64::from(if wide { page.landscape_width() } else { page.text_width() });
        let shares: u64 = table.columns.iter().map(|column| u64::from(column.width.max(1))).sum();
        let narrowest = table.columns.iter().map(|column| u64::from(column.width.max(1))).min();
        narrowest.is_some_and(|narrowest| room * narrowest < u64::from(DENSE) * shares)
    }
}

fn loosen(run: &mut Run) {
    if let Run::Text(text) = run {
        text.text = text.text.replace('\u{a0}', " ");
        text.unbroken = false;
    }
}
