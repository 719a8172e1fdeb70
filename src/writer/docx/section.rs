//! Sections: sequences of upright and of landscape pages.
//!
//! Word keeps the properties of a section in its last paragraph, and those of the last section at the end of the body. So a
//! section is ended only when a block with the other orientation follows.

use super::body::DocumentXml;
use super::paragraph::{ParagraphProperties, push};
use super::word_template::{HeaderFooter, headers_and_footers};
use crate::house::Page;
use crate::writer::Job;

/// The sections of a document.
#[derive(Debug)]
pub struct Sections {
    /// The headers and footers, which are the same in all sections.
    pub headers_and_footers: Vec<HeaderFooter>,
    /// True if the first page of the section that is being written has headers and footers of its own, which only the first
    /// section can have.
    title_page: bool,
    /// True if the section that is being written is landscape.
    landscape: bool,
}

impl Sections {
    /// Returns the state at the beginning of a document, which is upright.
    pub fn of(job: &Job) -> Self {
        let theirs = job.word_template.filter(|template| !template.look.headers_and_footers.is_empty());
        let title_page = theirs.is_none_or(|template| template.look.title_page);
        Self {
            headers_and_footers: headers_and_footers(job.word_template, job.document.footer.is_some()),
            title_page,
            landscape: false,
        }
    }

    /// Returns the width of the text in the section that is being written, in twips.
    pub fn text_width(&self, page: &Page) -> u32 {
        if self.landscape { page.landscape_width() } else { page.text_width() }
    }

    /// Returns width and height of the page, in twips. A house style with landscape pages has them throughout.
    fn size(&self, page: &Page) -> (u32, u32) {
        if self.landscape { (page.width.max(page.height), page.width.min(page.height)) } else { (page.width, page.height) }
    }

    /// Ends the section that is being written, and returns its properties as XML.
    pub fn end(&mut self, page: &Page, rtl: bool) -> String {
        let mut out = String::from("<w:sectPr>");
        for one in &self.headers_and_footers {
            push(&mut out, format_args!(r#"<w:{}Reference w:type="{}" r:id="{}"/>"#, one.kind, one.pages, one.id));
        }
        let (width, height) = self.size(page);
        let orientation = if width > height { r#" w:orient="landscape""# } else { "" };
        push(&mut out, format_args!(r#"<w:pgSz w:w="{width}" w:h="{height}"{orientation}/>"#));
        let Page { top, right, bottom, left, header, footer, .. } = page;
        push(
            &mut out,
            format_args!(
                r#"<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{header}" w:footer="{footer}" w:gutter="0"/><w:cols w:space="720"/>"#
            ),
        );
        out.push_str(if std::mem::take(&mut self.title_page) { "<w:titlePg/>" } else { "" });
        out.push_str(if rtl { "<w:bidi/></w:sectPr>" } else { "</w:sectPr>" });
        out
    }
}

impl DocumentXml<'_> {
    /// Switches the orientation of the page, and ends the current section if that is a change. Says whether it is one.
    pub fn turn(&mut self, landscape: bool) -> bool {
        if self.sections.landscape == landscape {
            return false;
        }
        let properties = self.sections.end(&self.house.page, self.rtl);
        self.sections.landscape = landscape;
        // the new section begins a page by itself
        self.forget_page_break();
        let is_paragraph = self.out.ends_with("</w:p>\n") && self.contents_at.is_none_or(|at| self.out.len() > at);
        match self.out.rfind("<w:p>").filter(|_| is_paragraph) {
            Some(start) => {
                let at = self.out[start..].find("</w:pPr>").map(|at| start + at);
                match at {
                    Some(at) => self.out.insert_str(at, &properties),
                    None => self.out.insert_str(start + "<w:p>".len(), &format!("<w:pPr>{properties}</w:pPr>")),
                }
            }
            None => {
                // the properties need a paragraph, and after a table there is none
                let name = self.bookmarks.identity(None, None);
                self.paragraph(ParagraphProperties::of("Tablelegend"), &name, "");
                let at = self.out.rfind("</w:pPr>").unwrap_or(self.out.len());
                self.out.insert_str(at, &properties);
            }
        }
        true
    }

    /// Returns the width of the text at the place that is being written, in twips.
    pub fn text_width(&self) -> u32 {
        self.apart.and_then(|apart| apart.width).unwrap_or_else(|| self.sections.text_width(&self.house.page))
    }
}
