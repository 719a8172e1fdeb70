//! Writes tables as calls of Typst functions.

use super::body::TypstBuilder;
use crate::document::{Align, RowKind};
use crate::layout::{Cell, CellKind, Row, Table};
use crate::resolved::plain_text;
use crate::template::typst_literal;

impl TypstBuilder<'_> {
    /// Adds a table with its caption, its unit and the lines below it.
    pub fn table(&mut self, table: &Table) {
        self.from(table.span, |body| {
            body.push("#data-table(caption: ");
            body.caption(table.caption);
            if let Some(caption) = table.caption.filter(|_| table.caption_below) {
                body.push(&format!(", summary: {}", typst_literal(&caption.words())));
            }
            body.lines_around(table);
            let widths: String = table.columns.iter().map(|column| format!("{}pt, ", f64::from(column.width) / 20.0)).collect();
            let align: String = table.columns.iter().map(|column| format!("{}, ", align(column.align))).collect();
            body.push(&format!(", short: {}, dense: {}, widths: ({widths}), align: ({align}), ", table.short, table.dense));
            body.header(table);
            body.rows(table);
            body.push(")");
            body.label(table.anchor);
        });
    }

    fn lines_around(&mut self, table: &Table) {
        if !table.unit.is_empty() {
            self.push(", unit: ");
            self.content(table.unit);
        }
        if !table.notes.is_empty() {
            self.push(", notes: (");
            self.lines(table.notes);
            self.push(")");
        }
    }

    fn header(&mut self, table: &Table) {
        if table.header.len() > 1 {
            self.push(&format!("header-rows: {}, ", table.header.len()));
        }
        self.push("header: (");
        self.repeated = true;
        for cell in table.header.iter().flat_map(|row| &row.cells) {
            let narrow = cell.extent.columns == 1 && table.columns[cell.column].narrow;
            let divided = narrow.then(|| format!("divided-heading({}, ", typst_literal(&plain_text(&cell.content))));
            let own = format!("align: {} + horizon, ", align(cell.align));
            let special = (!cell.extent.is_single()).then(|| format!("special-cell(bold: true, {}{own}", extent(cell)));
            let calls: Vec<String> = special.into_iter().chain(divided).collect();
            self.push(&calls.concat());
            self.content(&cell.content);
            self.push(&")".repeat(calls.len()));
            self.push(", ");
        }
        self.repeated = false;
        self.push("),\n");
    }

    fn rows(&mut self, table: &Table) {
        for (row, &tall) in table.rows.iter().zip(&table.tall) {
            let section = row.kind == RowKind::Section;
            self.push(if section { "section-row(" } else { "" });
            for cell in &row.cells {
                let narrow = table.columns[cell.column].narrow && cell.extent.columns == 1;
                self.cell(cell, &(self.special(row, cell, tall) + &own_align(cell, table)), narrow);
            }
            self.push(if section { "),\n" } else { "\n" });
        }
    }

    /// Adds a cell; `special` are the arguments of one that is not like most others.
    fn cell(&mut self, cell: &Cell, special: &str, narrow: bool) {
        let special = (!special.is_empty()).then(|| format!("special-cell({special}"));
        let calls: Vec<String> = special.into_iter().chain(narrow.then(|| "divided(".into())).collect();
        self.push(&calls.concat());
        self.line_and_blocks(&cell.content, &cell.body);
        self.push(&")".repeat(calls.len()));
        self.push(", ");
    }

    /// Returns the arguments of a cell that is not like most others, each followed by a comma.
    fn special(&self, row: &Row, cell: &Cell, tall: bool) -> String {
        let shade = cell.mark.and_then(|mark| self.house.mark(mark)).map(|(_, mark)| format!("#{}", mark.shade.hex()));
        let arguments = [
            ("heads: true, ".into(), cell.kind == CellKind::RowHead),
            ("section: true, ".into(), cell.kind == CellKind::SectionHead),
            ("bold: true, ".into(), cell.kind == CellKind::Sum),
            ("bold: false, ".into(), cell.kind == CellKind::RowHead && !cell.bold),
            ("ruled: true, ".into(), row.kind.is_sum()),
            // a cell of several rows would keep all of them on one page
            ("breakable: true, ".into(), tall || cell.extent.rows > 1),
            (format!("shade: {}, ", typst_literal(shade.as_deref().unwrap_or_default())), shade.is_some()),
            (extent(cell), !cell.extent.is_single()),
            (format!("indent: {}, ", cell.indent), cell.indent > 0),
            (format!("room-after: {}em, ", f64::from(cell.room_after) / 1000.0), cell.room_after > 0),
        ];
        arguments.into_iter().filter(|(_, applies)| *applies).map(|(argument, _)| argument).collect()
    }
}

fn extent(cell: &Cell) -> String {
    format!("columns: {}, rows: {}, ", cell.extent.columns, cell.extent.rows)
}

/// Returns the argument with the alignment of a cell, if it is not that of its column.
fn own_align(cell: &Cell, table: &Table) -> String {
    let (own, usual) = (align(cell.align), align(table.columns[cell.column].align));
    if own == usual { String::new() } else { format!("align: {own}, ") }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "start",
        Align::Center => "center",
        Align::Right | Align::Decimal => "end",
    }
}
