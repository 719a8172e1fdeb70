//! Tables: a caption, a grid, header rows that are repeated on each page, rows that are not divided between pages, lines below.

use super::body::{Apart, DocumentXml, sequence};
use super::paragraph::{ParagraphProperties, push};
use crate::document::{Align, RowKind};
use crate::layout::{Block, Cell, CellKind, Column, Row, Table, cell_margins, is_figure, type_size};
use crate::resolved::{Caption, Run, Text, plain_text};
use crate::template::xml;

impl DocumentXml<'_> {
    /// Adds a table with its caption, its unit and the lines below it.
    pub fn table(&mut self, table: &Table) {
        let mut anchor = table.anchor;
        if let Some(caption) = table.caption.filter(|_| !table.caption_below) {
            self.caption_of(table, caption, anchor.take(), "TableNoTitle");
        }
        if table.columns.is_empty() {
            return;
        }
        if !table.unit.is_empty() {
            self.line_of(table, "unit", table.unit, ParagraphProperties::of("Tableunit"));
        }
        self.grid(table, anchor.take_if(|_| table.caption.is_none()));
        let last = table.notes.len().saturating_sub(1);
        for (at, note) in table.notes.iter().enumerate() {
            let keep_next = at < last || table.caption_below;
            let look = ParagraphProperties { keep_next, ..ParagraphProperties::of("Tablelegend") };
            self.line_of(table, &format!("note {}", at + 1), note, look);
        }
        if let Some(caption) = table.caption.filter(|_| table.caption_below) {
            self.caption_of(table, caption, anchor, "Tablecaptionbelow");
        }
    }

    fn caption_of(&mut self, table: &Table, caption: &Caption, anchor: Option<&str>, style: &'static str) {
        let name = self.bookmarks.identity(table.id, None);
        let content = self.caption(caption, anchor, "Table");
        self.paragraph(ParagraphProperties::of(style), &name, &content);
    }

    /// Adds a line that belongs to a table, and is as wide as the table; `part` is its name in the table.
    fn line_of(&mut self, table: &Table, part: &str, line: &[Run], look: ParagraphProperties) {
        let name = self.bookmarks.part(table.id, part);
        let content = self.runs(line);
        let room = self.text_width();
        // the table stands in the middle
        let aside = (room - widths(&table.columns, room).iter().sum::<u32>().min(room)) / 2;
        let aside = (aside > 0).then_some(aside);
        self.paragraph(ParagraphProperties { indent: aside, indent_after: aside, ..look }, &name, &content);
    }

    /// Adds the rows of a table. Without a caption, references lead to the first cell.
    fn grid(&mut self, table: &Table, anchor: Option<&str>) {
        let widths = widths(&table.columns, self.text_width());
        self.open_table(table, &widths);
        let mut grid = GridXml { table, widths, anchor, above: vec![(0, 0); table.columns.len()] };
        let headed = table.header.iter().flat_map(|row| &row.cells).any(|cell| !cell.content.is_empty());
        for row in table.header.iter().filter(|_| headed) {
            self.row(row, &mut grid, RowPlace { head: true, keep_next: true });
        }
        let followed = !table.notes.is_empty() || table.caption_below;
        for (at, row) in table.rows.iter().enumerate() {
            let last = at + 1 == table.rows.len();
            let keep_next = if last { followed } else { table.short || row.kind == RowKind::Section };
            self.row(row, &mut grid, RowPlace { head: false, keep_next });
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

    fn row(&mut self, row: &Row, grid: &mut GridXml, place: RowPlace) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        self.out.push_str(if place.head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        let mut cells = row.cells.iter().peekable();
        let mut at = 0;
        while at < grid.above.len() {
            let cell = cells.next_if(|cell| cell.column == at);
            let columns = match cell {
                Some(cell) => {
                    self.cell(row, cell, grid, place);
                    grid.above[at] = (cell.extent.rows.saturating_sub(1), cell.extent.columns as usize);
                    grid.above[at].1
                }
                None => self.no_cell(grid, at, place),
            };
            at += columns.max(1);
        }
        self.out.push_str("</w:tr>\n");
    }

    /// Adds the part of a cell of a row above that reaches into this row, or else an empty cell. Returns its number of columns.
    fn no_cell(&mut self, grid: &mut GridXml, at: usize, place: RowPlace) -> usize {
        let (rows, columns) = grid.above[at];
        let (columns, merged) = if rows > 0 { (columns, "<w:vMerge/>") } else { (1, "") };
        grid.above[at].0 = rows.saturating_sub(1);
        let (width, span) = (grid.width(at, columns), grid_span(columns));
        push(&mut self.out, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}</w:tcPr>"#));
        let name = self.bookmarks.identity(None, None);
        let style = cell_style(CellKind::Text, grid.table.dense, Align::Left);
        self.paragraph(ParagraphProperties { keep_next: place.keep_next, ..ParagraphProperties::of(style) }, &name, "");
        self.out.push_str("</w:tc>");
        columns
    }

    fn cell(&mut self, row: &Row, cell: &Cell, grid: &mut GridXml, place: RowPlace) {
        let table = grid.table;
        let runs = unbroken(&cell.content);
        let content = if cell.bold { self.bold_runs(&runs) } else { self.runs(&runs) };
        let content = self.label(grid.anchor.take(), content);
        let name = match (cell.id, cell.extent.columns) {
            (Some(id), _) => self.bookmarks.identity(Some(id), None),
            (None, 1) => self.bookmarks.part(table.id, &format!("column {}", cell.column + 1)),
            (None, columns) => {
                self.bookmarks.part(table.id, &format!("columns {}-{}", cell.column + 1, cell.column + columns as usize))
            }
        };
        let width = grid.width(cell.column, cell.extent.columns as usize);
        let properties = self.cell_properties(row, cell, table, place);
        push(&mut self.out, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>"#));
        let style = cell_style(if cell.bold { cell.kind } else { CellKind::Text }, table.dense, cell.align);
        let type_size = type_size(self.house, table.dense);
        let look = ParagraphProperties {
            keep_next: place.keep_next,
            indent: (cell.indent > 0).then(|| u32::from(cell.indent) * type_size),
            indent_after: (cell.room_after > 0).then(|| cell.room_after * type_size / 1000),
            ..ParagraphProperties::of(style)
        };
        // a cell that has only a list or a table needs no empty line above it
        if cell.body.is_empty() || !content.is_empty() {
            self.paragraph(look, &name, &content);
        }
        self.below(cell, style, width.saturating_sub(cell_margins(table.dense)));
        self.out.push_str("</w:tc>");
    }

    /// Returns the properties of a cell after its width, in the order of the schema.
    fn cell_properties(&self, row: &Row, cell: &Cell, table: &Table, place: RowPlace) -> String {
        let mut out = grid_span(cell.extent.columns as usize);
        if cell.extent.rows > 1 {
            out.push_str(r#"<w:vMerge w:val="restart"/>"#);
        }
        if row.kind.is_sum() {
            out.push_str(r#"<w:tcBorders><w:top w:val="single" w:sz="10" w:space="0" w:color="auto"/></w:tcBorders>"#);
        }
        out.push_str(&match cell.kind {
            // the style of the table shades the first row only
            CellKind::ColumnHead if table.header.len() > 1 => shade("E8E8E8"),
            CellKind::SectionHead => shade("F5F5F5"),
            CellKind::ColumnHead | CellKind::Text | CellKind::RowHead | CellKind::Sum => self.shade(cell),
        });
        if place.head && cell.extent.rows > 1 {
            out.push_str(r#"<w:vAlign w:val="center"/>"#);
        }
        out
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
        mark.map(|(_, mark)| shade(&mark.shade.hex())).unwrap_or_default()
    }

    /// Returns the XML of a caption, `Table 1 – Words`, whose label is what references show.
    pub fn caption(&mut self, caption: &Caption, anchor: Option<&str>, sequence_name: &str) -> String {
        let label = self.label(anchor, sequence(&caption.label, sequence_name, ""));
        let separator = format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, Caption::SEPARATOR);
        let content = self.bold_runs(&caption.content);
        if content.is_empty() { label } else { format!("{label}{separator}{content}") }
    }

    /// Adds an empty paragraph between two tables, of which Word would make one.
    pub fn part_tables(&mut self, next: Option<&Block>) {
        let meets = |next: &Block| match next {
            Block::Table(table) => table.unit.is_empty() && (table.caption.is_none() || table.caption_below),
            Block::SideBySide(_) => true,
            _ => false,
        };
        if self.out.ends_with("</w:tbl>\n") && next.is_some_and(meets) {
            let name = self.bookmarks.identity(None, None);
            self.paragraph(ParagraphProperties::of("Tablelegend"), &name, "");
        }
    }
}

/// Returns a line with no-break spaces in its figures, which a narrow column would break.
fn unbroken(runs: &[Run]) -> Vec<Run> {
    let kept = |run: &Run| match run {
        Run::Text(text) if text.unbroken && is_figure(&text.text) => {
            Run::Text(Text { text: text.text.replace(' ', "\u{a0}"), ..text.clone() })
        }
        other => other.clone(),
    };
    runs.iter().map(kept).collect()
}

/// A table while its rows are written.
struct GridXml<'t> {
    table: &'t Table<'t>,
    /// The widths of the columns, in twips.
    widths: Vec<u32>,
    /// The name by which references lead to the first cell, until that is written.
    anchor: Option<&'t str>,
    /// For each column, of the last cell that begins at it, the rows to come of which it takes up columns, and how many columns.
    above: Vec<(u32, usize)>,
}

impl GridXml<'_> {
    fn width(&self, column: usize, columns: usize) -> u32 {
        self.widths[column..].iter().take(columns).sum()
    }
}

/// The place of a row in its table.
#[derive(Clone, Copy)]
struct RowPlace {
    /// True if the row has the headings of the columns.
    head: bool,
    /// True if the row is kept on the page of the next one.
    keep_next: bool,
}

fn grid_span(columns: usize) -> String {
    if columns > 1 { format!(r#"<w:gridSpan w:val="{columns}"/>"#) } else { String::new() }
}

fn shade(fill: &str) -> String {
    format!(r#"<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>"#)
}

/// Returns the id of the style of a cell's paragraph.
fn cell_style(kind: CellKind, dense: bool, align: Align) -> &'static str {
    let (left, center, right) = match (kind, dense) {
        (CellKind::ColumnHead, false) => ("Tablehead", "Tableheadcenter", "Tableheadright"),
        (CellKind::Text, false) => ("Tabletext", "Tabletextcenter", "Tabletextright"),
        (CellKind::RowHead, false) => ("Tablerowhead", "Tablerowheadcenter", "Tablerowheadright"),
        (CellKind::SectionHead, false) => ("Tablesection", "Tablesection", "Tablesection"),
        (CellKind::Sum, false) => ("Tabletotal", "Tabletotalcenter", "Tabletotalright"),
        (CellKind::ColumnHead, true) => ("Tabledensehead", "Tabledenseheadcenter", "Tabledenseheadright"),
        (CellKind::Text, true) => ("Tabledensetext", "Tabledensetextcenter", "Tabledensetextright"),
        (CellKind::RowHead, true) => ("Tabledenserowhead", "Tabledenserowheadcenter", "Tabledenserowheadright"),
        (CellKind::SectionHead, true) => ("Tabledensesection", "Tabledensesection", "Tabledensesection"),
        (CellKind::Sum, true) => ("Tabledensetotal", "Tabledensetotalcenter", "Tabledensetotalright"),
    };
    match align {
        Align::Left => left,
        Align::Center => center,
        Align::Right | Align::Decimal => right,
    }
}

/// Returns the widths of the columns in twips. A text that is narrower than on the page for which they were found, that of a Word template, narrows all
/// of them.
fn widths(columns: &[Column], text: u32) -> Vec<u32> {
    let sum: u64 = columns.iter().map(|column| u64::from(column.width)).sum();
    let fitted = |width: u32| (u64::from(width) * u64::from(text) / sum.max(1)) as u32;
    columns.iter().map(|column| if sum > u64::from(text) { fitted(column.width) } else { column.width }).collect()
}

/// Divides a width by shares, in twips; the sum of all is the width.
pub fn shares(shares: &[u32], whole: u32) -> Vec<u32> {
    let all: u64 = shares.iter().map(|share| u64::from((*share).max(1))).sum();
    let mut passed = 0;
    let mut start = 0;
    let ends = shares.iter().map(|share| {
        passed += u64::from((*share).max(1));
        (u64::from(whole) * passed / all) as u32
    });
    ends.map(|end| end - std::mem::replace(&mut start, end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_room_in_a_narrower_text() {
        let column = |width| Column { width, align: Align::Left, narrow: false };
        assert_eq!(widths(&[column(100), column(50)], 9639), [100, 50]);
        assert_eq!(widths(&[column(100), column(50)], 75), [50, 25]);
        assert_eq!(widths(&[column(0)], 0), [0]);
    }
}
