//! Tables as calls of the house's functions.

use super::body::Body;
use crate::document::Align;
use crate::resolved::{Cell, Column, Table, plain_text};
use crate::template::typst_literal;

impl Body<'_> {
    /// A table with its caption.
    pub fn table(&mut self, table: &Table) {
        self.from(table.span, |body| {
            body.push("#data-table(caption: ");
            body.caption(table.caption.as_ref());
            let widths: String = table.columns.iter().map(|column| format!("{}fr, ", column.width)).collect();
            let align: String = table.columns.iter().map(|column| format!("{}, ", align(column.align))).collect();
            body.push(&format!(
                ", short: {}, dense: {}, widths: ({widths}), align: ({align}), header: (",
                table.is_short(),
                table.dense
            ));
            for Column { label, .. } in &table.columns {
                body.content(label);
                body.push(", ");
            }
            body.push("),\n");
            body.rows(table);
            body.push(")");
            body.label(table.anchor.as_deref());
        });
    }

    fn rows(&mut self, table: &Table) {
        let narrow = self.narrow_columns(table);
        for row in &table.rows {
            for (at, (cell, narrow)) in row.iter().zip(&narrow).enumerate() {
                self.cell(cell, table.header_column && at == 0, *narrow);
            }
            self.push("\n");
        }
    }

    fn cell(&mut self, cell: &Cell, heads: bool, narrow: bool) {
        let mark = cell.mark.and_then(|mark| self.house.mark(mark));
        let shade = mark.map_or("none".into(), |(_, mark)| typst_literal(&format!("#{}", mark.shade.hex())));
        let special = (heads || mark.is_some()).then(|| format!("special-cell(heads: {heads}, shade: {shade}, "));
        let calls: Vec<String> = special.into_iter().chain(narrow.then(|| "divided(".into())).collect();
        self.push(&calls.concat());
        self.content(&cell.content);
        self.push(&")".repeat(calls.len()));
        self.push(", ");
    }

    /// Which columns are narrower than one of their words, which then has to be divided.
    fn narrow_columns(&self, table: &Table) -> Vec<bool> {
        let all: u32 = table.columns.iter().map(|column| column.width).sum();
        let narrow = |(at, column): (usize, &Column)| {
            let room =
                (self.letters[usize::from(self.landscape)] * column.width as usize / all.max(1) as usize).saturating_sub(2);
            let longest = |cell: &Cell| plain_text(&cell.content).split([' ', '-']).map(|word| word.chars().count()).max();
            table.rows.iter().filter_map(|row| row.get(at)).filter_map(longest).any(|longest| longest > room)
        };
        table.columns.iter().enumerate().map(narrow).collect()
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "start",
        Align::Center => "center",
        Align::Right => "end",
    }
}
