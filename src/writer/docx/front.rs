//! The front: masthead, author line, title, box.

use super::body::{Apart, DocumentXml};
use super::paragraph::{ParagraphProperties, push};
use super::run::words;
use crate::layout::{Block, BoxRow, Paragraph};
use crate::resolved::{Masthead, ResolvedDocument, Run, Symbol};

/// The indent of the text in the box, in twips, as in styles.xml.j2.
const BOX_INDENT: u32 = 170;
/// The width of the left column of the masthead, in per cent.
const LEFT: u32 = 64;

/// A short line above the references: an underlined tab. (A border would be as wide as its paragraph, and would divide the box in
/// two.)
const RULE: &str = r#"<w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="Boxrule"/></w:rPr><w:tab/></w:r><w:r><w:br/></w:r>"#;

impl DocumentXml<'_> {
    /// Adds everything above the body.
    pub fn front(&mut self, document: &ResolvedDocument, summary_box: &[BoxRow]) {
        let front = &document.front;
        self.masthead(&front.masthead, document.header.as_deref());
        for (at, paragraph) in front.opening().enumerate() {
            let content = self.runs(paragraph);
            self.paragraph(ParagraphProperties::of("Normal"), &format!("_opening{}", at + 1), &content);
        }
        self.line("Source", "_author", &front.author);
        self.line("Title4", "_title", &front.title);
        let subtitle = self.runs(&front.subtitle);
        if !subtitle.is_empty() {
            self.paragraph(ParagraphProperties::of("Subtitle4"), "_subtitle", &subtitle);
        }
        for (at, row) in summary_box.iter().enumerate() {
            self.box_row(row, at == 0);
        }
    }

    /// Adds a line in a bold style, unless it has no text.
    fn line(&mut self, style: &'static str, name: &str, runs: &[Run]) {
        let content = self.bold_runs(runs);
        if !content.is_empty() {
            self.paragraph(ParagraphProperties::of(style), name, &content);
        }
    }

    /// Adds the masthead as a table of two columns without vertical borders: in the first row the session and the emblem, in the
    /// second the agenda item and the document.
    fn masthead(&mut self, masthead: &Masthead, symbol: Option<&str>) {
        if masthead.is_empty() {
            return;
        }
        let text = self.house.page.text_width();
        let widths = [text * LEFT / 100, text - text * LEFT / 100];
        let visual = if self.rtl { "<w:bidiVisual/>" } else { "" };
        push(
            &mut self.out,
            format_args!(
                r#"<w:tbl><w:tblPr><w:tblStyle w:val="Masthead"/>{visual}<w:tblW w:w="{text}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="{}"/><w:gridCol w:w="{}"/></w:tblGrid>
"#,
                widths[0], widths[1]
            ),
        );
        // a header row, which Word's accessibility checker wants in every table
        self.masthead_row(
            true,
            widths,
            |body| body.event(masthead),
            |body| masthead.logo.iter().for_each(|logo| body.logo(logo)),
        );
        self.masthead_row(
            false,
            widths,
            |body| body.line("Agendaitem", "_agenda_item", &masthead.agenda_item),
            |body| body.document_lines(masthead, symbol),
        );
        self.out.push_str("</w:tbl>\n");
    }

    fn masthead_row(&mut self, head: bool, widths: [u32; 2], left: impl FnOnce(&mut Self), right: impl FnOnce(&mut Self)) {
        self.out.push_str(if head {
            "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        } else {
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        });
        self.masthead_cell(widths[0], if head { r#"<w:vAlign w:val="bottom"/>"# } else { "" }, left);
        self.masthead_cell(widths[1], "", right);
        self.out.push_str("</w:tr>\n");
    }

    fn masthead_cell(&mut self, width: u32, align: &str, content: impl FnOnce(&mut Self)) {
        push(&mut self.out, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{align}</w:tcPr>"#));
        let before = self.out.len();
        content(self);
        if self.out.len() == before {
            // a cell must contain at least one paragraph
            self.out.push_str(r#"<w:p><w:pPr><w:pStyle w:val="Agendaitem"/></w:pPr></w:p>"#);
        }
        self.out.push_str("</w:tc>");
    }

    fn event(&mut self, masthead: &Masthead) {
        for (at, line) in masthead.event.iter().enumerate() {
            let style = if at == 0 { "Meetingname" } else { "VenueDate" };
            self.line(style, &format!("_event{}", at + 1), line);
        }
    }

    fn document_lines(&mut self, masthead: &Masthead, header: Option<&str>) {
        let shown = masthead.symbol.as_ref().filter(|symbol| symbol.after.is_empty() && header == Some(&symbol.symbol));
        let at_symbol = usize::from(!masthead.supplement.is_empty());
        for (at, line) in masthead.document_lines().iter().enumerate() {
            let name = format!("_document{}", at + 1);
            match shown.filter(|_| at == at_symbol) {
                Some(symbol) => {
                    self.symbol_shown = true;
                    self.paragraph(ParagraphProperties::of("Docnumber"), &name, &symbol_line(symbol));
                }
                None => self.line("Docnumber", &name, line),
            }
        }
    }

    fn box_row(&mut self, row: &BoxRow, first: bool) {
        let label = format!("<w:r>{}</w:r>", words(row.label));
        let (title, rule) = match (first, row.key) {
            (true, _) => ("Boxfirst", ""),
            (false, "references") => ("Boxreftitle", RULE),
            (false, _) => ("Boxtitle", ""),
        };
        self.paragraph(ParagraphProperties::of(title), &format!("_{}", row.key), &format!("{rule}{label}"));
        let style = if row.key == "references" { "Boxref" } else { "Boxtext" };
        for (at, block) in row.body.iter().enumerate() {
            if let Block::Paragraph(paragraph @ Paragraph { number: None, .. }) = block {
                let content = self.runs(&paragraph.content);
                self.paragraph(ParagraphProperties::of(style), &format!("_{}_p{}", row.key, at + 1), &content);
            } else {
                // one indent for all, since Word draws one box only around paragraphs with the same indent
                self.apart = Some(Apart { style, indent: Some(BOX_INDENT), width: None });
                self.blocks(std::slice::from_ref(block));
                self.apart = None;
            }
        }
    }
}

/// Returns the XML of `Document C22/8-E`, with the symbol in a character style by which the field in the running header finds it.
fn symbol_line(Symbol { before, symbol, .. }: &Symbol) -> String {
    let before = if before.is_empty() { String::new() } else { format!("<w:r>{}</w:r>", words(before)) };
    let style = r#"<w:rPr><w:rStyle w:val="Docsymbol"/></w:rPr>"#;
    format!("{before}<w:r>{style}{}</w:r>", words(symbol))
}
