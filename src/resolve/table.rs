//! Tables: what marks show.

use super::blocks::ClausePosition;
use super::runs::Resolver;
use crate::document;
use crate::resolved::{Cell, Column, Row, Table};
use crate::source::{BlockId, Span};

impl Resolver<'_> {
    /// The table, as it stands at a place, and the name by which references lead to it.
    pub(super) fn table(&mut self, table: &document::Table, place: &ClausePosition) -> (Option<String>, Table) {
        self.tables += u32::from(table.caption.is_some());
        let caption = self.caption("table", self.tables, table.caption.as_deref());
        let anchor = self.anchor(table.id.as_ref(), &caption.as_ref().map(|caption| caption.label.text()).unwrap_or_default());
        let columns = table.columns.iter().map(|column| Column {
            label: self.runs(&column.label),
            width: column.width,
            align: column.align,
        });
        let columns = columns.collect();
        let place = place.in_cell();
        let rows = table.rows.iter().map(|cells| {
            let cells = cells.iter().map(|cell| self.cell(cell, &place)).collect();
            Row { id: BlockId::default(), cells, span: table.span }
        });
        let rows = rows.collect();
        (anchor, Table { caption, columns, header_column: table.header_column, wide: table.wide, rows })
    }

    fn cell(&mut self, cell: &document::Cell, place: &ClausePosition) -> Cell {
        let mark = cell.mark.and_then(|strength| self.house.mark(strength));
        let content = match mark {
            Some((_, mark)) if cell.content.is_empty() && cell.body.is_empty() => {
                // the sign is the house's: what is wrong with it is no fault of the author's line
                vec![self.text(mark.sign.value.clone(), Span::NONE)]
            }
            _ => self.runs(&cell.content),
        };
        let body = self.blocks(&cell.body, place, &mut 0);
        Cell { id: BlockId::default(), content, body, mark: mark.map(|(number, _)| number), span: cell.span }
    }
}
