//! Tables: a caption above, a real grid, a header row that comes again on each page, rows that stay in one piece.

use super::body::{Body, sequence};
use super::paragraph::{Look, push};
use crate::document::Align;
use crate::resolve::{Block, Caption, Column, Run, Table, plain_text};
use crate::template::xml;

impl Body<'_> {
    /// A table with its caption.
    pub fn table(&mut self, table: &Table) {
        let name = self.identity(None, None);
        let mut anchor = table.anchor.as_deref();
        if let Some(caption) = &table.caption {
            let content = self.caption(caption, anchor.take(), "Table");
            self.paragraph(Look::of("TableNoTitle"), &name, &content);
        }
        if table.columns.is_empty() {
            return;
        }
        let widths = widths(&table.columns, self.text_width());
        self.open_table(table, &widths);
        let header: Vec<&[Run]> = table.columns.iter().map(|column| column.label.as_slice()).collect();
        let has_header = header.iter().any(|label| !label.is_empty());
        if has_header {
            self.row(&header, table, &widths, true, &mut anchor, &format!("{name}_h"));
        }
        for (at, row) in table.rows.iter().enumerate() {
            let cells: Vec<&[Run]> = row.iter().map(Vec::as_slice).collect();
            self.row(&cells, table, &widths, false, &mut anchor, &format!("{name}_r{}", at + 1));
        }
        self.out.push_str("</w:tbl>\n");
    }

    fn open_table(&mut self, table: &Table, widths: &[u32]) {
        let visual = if self.rtl { "<w:bidiVisual/>" } else { "" };
        let total: u32 = widths.iter().sum();
        let about = table.caption.as_ref().map(|caption| {
            let (title, words) = (xml(&caption.label()), xml(&plain_text(&caption.content)));
            format!(r#"<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{words}"/>"#)
        });
        let grid: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
        push(
            &mut self.out,
            format_args!(
                r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{visual}<w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>
"#,
                about.unwrap_or_default()
            ),
        );
    }

    fn row(&mut self, cells: &[&[Run]], table: &Table, widths: &[u32], head: bool, anchor: &mut Option<&str>, name: &str) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        self.out.push_str(if head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let runs = cells.get(at).copied().unwrap_or_default();
            let content = if head { self.bold_runs(runs) } else { self.runs(runs) };
            // without a caption the table's own name is in its first cell
            let content = self.label(anchor.take(), content);
            let name = self.bookmarks.unique(format!("{name}_c{}", at + 1));
            push(&mut self.out, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#));
            self.paragraph(Look::of(cell_style(head, column.align)), &name, &content);
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr>\n");
    }

    /// `Table 1 – Words`; the label is what references show.
    pub fn caption(&mut self, caption: &Caption, anchor: Option<&str>, sequence_name: &str) -> String {
        let label = self.label(anchor, sequence(&caption.label(), sequence_name));
        let separator = format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, Caption::SEPARATOR);
        let content = self.bold_runs(&caption.content);
        if content.is_empty() { label } else { format!("{label}{separator}{content}") }
    }

    /// Word makes one table of two with nothing between them.
    pub fn part_tables(&mut self, next: Option<&Block>) {
        if matches!(next, Some(Block::Table(table)) if table.caption.is_none()) {
            let name = self.identity(None, None);
            self.paragraph(Look::of("Tablelegend"), &name, "");
        }
    }
}

fn cell_style(head: bool, align: Align) -> &'static str {
    match (head, align) {
        (true, Align::Left) => "Tablehead",
        (true, Align::Center) => "Tableheadcenter",
        (true, Align::Right) => "Tableheadright",
        (false, Align::Left) => "Tabletext",
        (false, Align::Center) => "Tabletextcenter",
        (false, Align::Right) => "Tabletextright",
    }
}

/// The columns' widths in twips; together they are as wide as the text.
fn widths(columns: &[Column], text: u32) -> Vec<u32> {
    let shares: u64 = columns.iter().map(|column| u64::from(column.width.max(1))).sum();
    let mut passed = 0;
    let mut start = 0;
    let ends = columns.iter().map(|column| {
        passed += u64::from(column.width.max(1));
        (u64::from(text) * passed / shares) as u32
    });
    ends.map(|end| end - std::mem::replace(&mut start, end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_text() {
        let column = |width| Column { label: Vec::new(), width, align: Align::Left };
        assert_eq!(widths(&[column(1), column(1), column(1)], 100), [33, 33, 34]);
        assert_eq!(widths(&[column(u32::MAX), column(0)], 9639).iter().sum::<u32>(), 9639);
    }
}
