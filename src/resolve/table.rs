//! Tables get the number of their caption, and marked cells the sign of their mark.

use super::Aim;
use super::blocks::{BlockContext, captioned};
use super::runs::Resolver;
use crate::document::{self, Inline};
use crate::resolved::{Cell, Column, Group, Row, Table};
use crate::source::{BlockId, Span};

impl Resolver<'_> {
    /// Resolves a table with these surroundings, and returns the name by which references lead to it.
    pub(super) fn table(&mut self, table: &document::Table, context: &BlockContext) -> (Option<String>, Table) {
        self.tables += u32::from(table.caption.is_some());
        let caption = self.caption("table", self.tables, table.caption.as_deref());
        let anchor = self.anchor(table.id.as_ref(), captioned(caption.as_ref()));
        let unit = self.line(&table.unit);
        let columns = self.columns(&table.columns);
        let context = context.in_cell();
        let cells_aim = self.aim_of(table);
        let aim = std::mem::replace(&mut self.aim, cells_aim);
        let rows = table.rows.iter().map(|row| self.row(row, table.span, &context)).collect();
        self.aim = aim;
        let notes = table.notes.iter().map(|note| self.line(note)).collect();
        let &document::Table { caption_below, header_column, wide, .. } = table;
        (anchor, Table { caption, caption_below, unit, columns, header_column, wide, rows, notes })
    }

    fn columns(&mut self, columns: &[document::Column]) -> Vec<Column> {
        let mut group = |group: &document::Group| Group { label: self.runs(&group.label), columns: group.columns };
        let groups: Vec<Vec<_>> =
            columns.iter().map(|column| column.groups.iter().map(|of| of.as_ref().map(&mut group)).collect()).collect();
        let column = |(column, groups): (&document::Column, _)| Column {
            label: self.runs(&column.label),
            width: column.width,
            align: column.align,
            groups,
        };
        columns.iter().zip(groups).map(column).collect()
    }

    fn row(&mut self, row: &document::Row, span: Span, context: &BlockContext) -> Row {
        let cells = row.cells.iter().map(|cell| self.cell(cell, context)).collect();
        Row { id: BlockId::default(), kind: row.kind, indent: row.indent, cells, span }
    }

    /// Returns what the cells of a table are resolved for: for their words, without which nobody knows whether the figures of a table have room. A table
    /// that is made from records always has room.
    fn aim_of(&self, table: &document::Table) -> Aim {
        let is_generated = |inline: &Inline| matches!(inline, Inline::Sentence(_));
        let all_generated = table.columns.iter().all(|column| column.label.iter().all(is_generated));
        if all_generated { self.aim } else { Aim::Words }
    }

    fn cell(&mut self, cell: &document::Cell, context: &BlockContext) -> Cell {
        let mark = cell.mark.and_then(|strength| self.house.mark(strength));
        let content = match mark {
            Some((_, mark)) if cell.content.is_empty() && cell.body.is_empty() => {
                // the sign comes from the house style: a message about it must not point at the author's line
                self.text(mark.sign.value.clone(), Span::NONE)
            }
            _ => self.line(&cell.content),
        };
        let body = self.blocks(&cell.body, context, &mut 0);
        let mark = mark.map(|(number, _)| number);
        Cell { id: BlockId::default(), content, body, mark, extent: cell.extent, align: cell.align, span: cell.span }
    }
}
