//! Paragraphs beside one another: a table without lines.

use super::body::DocumentXml;
use super::numbering::item_indent;
use super::paragraph::{ParagraphProperties, push};
use super::table::shares;
use crate::layout::SideBySide;
use crate::resolved::Run;

impl DocumentXml<'_> {
    /// Adds paragraphs beside one another. Their rows are not divided between pages, and stay on one.
    pub fn side_by_side(&mut self, side_by_side: &SideBySide) {
        let indent = self.indent_of(side_by_side);
        let text = self.text_width().saturating_sub(indent);
        let widths = shares(&side_by_side.block.widths, text);
        let visual = if self.rtl { "<w:bidiVisual/>" } else { "" };
        let grid: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
        push(
            &mut self.out,
            format_args!(
                r#"<w:tbl><w:tblPr><w:tblStyle w:val="Sidebyside"/>{visual}<w:tblW w:w="{text}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>
"#
            ),
        );
        for (at, row) in side_by_side.block.rows.iter().enumerate() {
            let last = at + 1 == side_by_side.block.rows.len();
            // a header row, which Word's accessibility checker wants in every table
            let header = if at == 0 { "<w:tblHeader/>" } else { "" };
            push(&mut self.out, format_args!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>"));
            for (column, (paragraph, width)) in row.iter().zip(&widths).enumerate() {
                let name = self.bookmarks.part(side_by_side.id, &format!("{} {}", at + 1, column + 1));
                self.beside(paragraph, &name, *width, !last);
            }
            self.out.push_str("</w:tr>\n");
        }
        self.out.push_str("</w:tbl>\n");
    }

    /// Returns how far the paragraphs are indented, in twips: as the text of the item or the quotation in which they stand, or of numbered paragraphs.
    fn indent_of(&self, side_by_side: &SideBySide) -> u32 {
        if self.apart.is_some() {
            return 0;
        }
        match self.lists.last() {
            Some((level, indented)) => item_indent(self.house, *indented, *level),
            None => {
                let quote = if side_by_side.quote { self.house.step } else { 0 };
                quote + if side_by_side.indented { self.house.hanging } else { 0 }
            }
        }
    }

    fn beside(&mut self, paragraph: &[Run], name: &str, width: u32, keep_next: bool) {
        push(&mut self.out, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#));
        let content = self.runs(paragraph);
        let look = self.apart.map_or(ParagraphProperties::default(), |apart| ParagraphProperties::of(apart.style));
        self.paragraph(ParagraphProperties { keep_next, ..look }, name, &content);
        self.out.push_str("</w:tc>");
    }
}
