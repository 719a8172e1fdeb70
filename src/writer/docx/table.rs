//! Tables: a caption above, a grid, a header row that is repeated on each page, rows that are not divided between pages.

use super::body::{Apart, DocumentXml, sequence};
use super::paragraph::{ParagraphProperties, push};
use crate::document::Align;
use crate::layout::{Block, Cell, Column, Table, cell_margins};
use crate::resolved::{Caption, plain_text};
use crate::template::xml;

impl DocumentXml<'_> {
    /// Adds a table with its caption.
    pub fn table(&mut self, table: &Table) {
        let mut anchor = table.anchor;
        if let Some(caption) = table.caption {
            let name = self.bookmarks.identity(table.id, None);
            let content = self.caption(caption, anchor.take(), "Table");
            self.paragraph(ParagraphProperties::of("TableNoTitle"), &name, &content);
        }
        if table.columns.is_empty() {
            return;
        }
        let widths = widths(&table.columns, self.text_width());
        self.open_table(table, &widths);
        let header: Vec<Cell> = table.columns.iter().map(|column| Cell { content: &column.label, ..Cell::default() }).collect();
        if header.iter().any(|cell| !cell.content.is_empty()) {
            self.row(&header, table, &widths, Row { head: true, keep_next: true }, &mut anchor);
        }
        for (at, row) in table.rows.iter().enumerate() {
            let keep_next = table.short && at + 1 < table.rows.len();
            self.row(row, table, &widths, Row { head: false, keep_next }, &mut anchor);
        }
        self.out.push_str("</w:tbl>\n");
    }

    fn open_table(&mut self, table: &Table, widths: &[u32]) {
        let visual = if self.rtl { "<w:bidiVisual/>" } else { "" };
        let style = if table.dense { "TableGriddense" } else { "TableGrid" };
        let (look, first) = if table.header_column { ("04A0", 1) } else { ("0420", 0) };
        let total: u32 = widths.iter().sum();
        let about = table.caption.map(|caption| {
            let (title, words) = (xml(&caption.label.text()), xml(&plain_text(&caption.content)));
            format!(r#"<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{words}"/>"#)
        });
        let grid: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
        push(
            &mut self.out,
            format_args!(
                r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{visual}<w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>
"#,
                about.unwrap_or_default()
            ),
        );
    }

    fn row(&mut self, cells: &[Cell], table: &Table, widths: &[u32], row: Row, anchor: &mut Option<&str>) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        self.out.push_str(if row.head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        let empty = Cell::default();
        for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let cell = cells.get(at).unwrap_or(&empty);
            let kind = if row.head { Kind::Head } else { Kind::of(table, at) };
            let content = if kind == Kind::Text { self.runs(cell.content) } else { self.bold_runs(cell.content) };
            // without a caption, references lead to the first cell
            let content = self.label(anchor.take(), content);
            let name = match cell.id {
                Some(id) => self.bookmarks.identity(Some(id), None),
                None => self.bookmarks.part(table.id, &format!("column {}", at + 1)),
            };
            let shade = self.shade(cell);
            push(&mut self.out, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>"#));
            let look = ParagraphProperties {
                keep_next: row.keep_next,
                ..ParagraphProperties::of(cell_style(kind, table.dense, column.align))
            };
            // a cell that has only a list or a table needs no empty line above it
            if cell.body.is_empty() || !content.is_empty() {
                self.paragraph(look, &name, &content);
            }
            self.below(cell, cell_style(kind, table.dense, column.align), width.saturating_sub(cell_margins(table.dense)));
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr>\n");
    }

    /// Adds the blocks below the text of a cell, which is `width` twips wide.
    fn below(&mut self, cell: &Cell, style: &'static str, width: u32) {
        let inside = Apart { style, indent: None, width: Some(width) };
        let (lists, apart) = (std::mem::take(&mut self.lists), self.apart.replace(inside));
        self.blocks(&cell.body);
        if self.out.ends_with("</w:tbl>\n") {
            // a cell must end with a paragraph
            let name = self.bookmarks.identity(None, None);
            self.paragraph(ParagraphProperties::of("Tablelegend"), &name, "");
        }
        (self.lists, self.apart) = (lists, apart);
    }

    /// Returns the shade of a marked cell.
    fn shade(&self, cell: &Cell) -> String {
        let mark = cell.mark.and_then(|mark| self.house.mark(mark));
        let shade = mark.map(|(_, mark)| format!(r#"<w:shd w:val="clear" w:color="auto" w:fill="{}"/>"#, mark.shade.hex()));
        shade.unwrap_or_default()
    }

    /// Returns the XML of a caption, `Table 1 – Words`, whose label is what references show.
    pub fn caption(&mut self, caption: &Caption, anchor: Option<&str>, sequence_name: &str) -> String {
        let label = self.label(anchor, sequence(&caption.label, sequence_name));
        let separator = format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, Caption::SEPARATOR);
        let content = self.bold_runs(&caption.content);
        if content.is_empty() { label } else { format!("{label}{separator}{content}") }
    }

    /// Adds an empty paragraph between two tables, of which Word would make one.
    pub fn part_tables(&mut self, next: Option<&Block>) {
        if matches!(next, Some(Block::Table(table)) if table.caption.is_none()) {
            let name = self.bookmarks.identity(None, None);
            self.paragraph(ParagraphProperties::of("Tablelegend"), &name, "");
        }
    }
}

/// The properties of a row.
#[derive(Clone, Copy)]
struct Row {
    /// True if the row has the headings of the columns.
    head: bool,
    /// True if the row is kept on the page of the next one.
    keep_next: bool,
}

/// The role of a cell in its table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Text,
    RowHead,
}

impl Kind {
    fn of(table: &Table, column: usize) -> Self {
        if table.header_column && column == 0 { Self::RowHead } else { Self::Text }
    }
}

/// Returns the id of the style of a cell's paragraph.
fn cell_style(kind: Kind, dense: bool, align: Align) -> &'static str {
    let (left, center, right) = match (kind, dense) {
        (Kind::Head, false) => ("Tablehead", "Tableheadcenter", "Tableheadright"),
        (Kind::Text, false) => ("Tabletext", "Tabletextcenter", "Tabletextright"),
        (Kind::RowHead, false) => ("Tablerowhead", "Tablerowheadcenter", "Tablerowheadright"),
        (Kind::Head, true) => ("Tabledensehead", "Tabledenseheadcenter", "Tabledenseheadright"),
        (Kind::Text, true) => ("Tabledensetext", "Tabledensetextcenter", "Tabledensetextright"),
        (Kind::RowHead, true) => ("Tabledenserowhead", "Tabledenserowheadcenter", "Tabledenserowheadright"),
    };
    match align {
        Align::Left => left,
        Align::Center => center,
        Align::Right => right,
    }
}

/// Returns the widths of the columns in twips. A text that is narrower than on the page for which they were found, that of a Word template, narrows all
/// of them.
fn widths(columns: &[Column], text: u32) -> Vec<u32> {
    let sum: u64 = columns.iter().map(|column| u64::from(column.width)).sum();
    let fitted = |width: u32| (u64::from(width) * u64::from(text) / sum.max(1)) as u32;
    columns.iter().map(|column| if sum > u64::from(text) { fitted(column.width) } else { column.width }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_room_in_a_narrower_text() {
        let column = |width| Column { label: Default::default(), width, align: Align::Left, narrow: false };
        assert_eq!(widths(&[column(100), column(50)], 9639), [100, 50]);
        assert_eq!(widths(&[column(100), column(50)], 75), [50, 25]);
        assert_eq!(widths(&[column(0)], 0), [0]);
    }
}
