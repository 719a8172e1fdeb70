//! Writes tables as calls of Typst functions.

use super::body::TypstBuilder;
use crate::document::Align;
use crate::layout::{Cell, Column, Table};
use crate::resolved::plain_text;
use crate::template::typst_literal;

impl TypstBuilder<'_> {
    /// Adds a table with its caption.
    pub fn table(&mut self, table: &Table) {
        self.from(table.span, |body| {
            body.push("#data-table(caption: ");
            body.caption(table.caption);
            let widths: String = table.columns.iter().map(|column| format!("{}pt, ", f64::from(column.width) / 20.0)).collect();
            let align: String = table.columns.iter().map(|column| format!("{}, ", align(column.align))).collect();
            body.push(&format!(
                ", short: {}, dense: {}, widths: ({widths}), align: ({align}), header: (",
                table.short, table.dense
            ));
            for Column { label, narrow, .. } in &table.columns {
                let divided = narrow.then(|| format!("divided-heading({}, ", typst_literal(&plain_text(label))));
                body.push(divided.as_deref().unwrap_or_default());
                body.content(label);
                body.push(if *narrow { "), " } else { ", " });
            }
            body.push("),\n");
            body.rows(table);
            body.push(")");
            body.label(table.anchor);
        });
    }

    fn rows(&mut self, table: &Table) {
        for (row, &tall) in table.rows.iter().zip(&table.tall) {
            for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                self.cell(cell, table.header_column && at == 0, column.narrow, tall);
            }
            self.push("\n");
        }
    }

    fn cell(&mut self, cell: &Cell, heads: bool, narrow: bool, tall: bool) {
        let mark = cell.mark.and_then(|mark| self.house.mark(mark));
        let shade = mark.map_or("none".into(), |(_, mark)| typst_literal(&format!("#{}", mark.shade.hex())));
        let breaks = if tall { "breakable: true, " } else { "" };
        let special = (heads || tall || mark.is_some()).then(|| format!("special-cell(heads: {heads}, {breaks}shade: {shade}, "));
        let calls: Vec<String> = special.into_iter().chain(narrow.then(|| "divided(".into())).collect();
        self.push(&calls.concat());
        self.line_and_blocks(cell.content, &cell.body);
        self.push(&")".repeat(calls.len()));
        self.push(", ");
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "start",
        Align::Center => "center",
        Align::Right => "end",
    }
}
