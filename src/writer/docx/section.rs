//! Sections: stretches of upright and of landscape pages.
//!
//! Word keeps the properties of a section in its last paragraph, and those of the last section at the end of the body. So a section is
//! ended when it is known that something follows which lies otherwise.

use super::body::DocumentXml;
use super::paragraph::{ParagraphProperties, push};
use super::word_template::{HeaderFooter, headers_and_footers};
use crate::house::Page;
use crate::writer::Job;

/// The sections of a document.
#[derive(Debug)]
pub struct Sections {
    /// Headers and footers, the same in all.
    pub headers_and_footers: Vec<HeaderFooter>,
    /// Whether the first page of the section that is being written has headers and footers of its own: only that of the first has.
    title_page: bool,
    /// Whether the section that is being written is landscape.
    landscape: bool,
}

impl Sections {
    /// At the beginning of a document.
    pub fn of(job: &Job) -> Self {
        let theirs = job.word_template.filter(|template| !template.headers_and_footers.is_empty());
        let title_page = theirs.is_none_or(|template| template.title_page);
        Self {
            headers_and_footers: headers_and_footers(job.word_template, job.document.footer.is_some()),
            title_page,
            landscape: false,
        }
    }

    /// The width of the text in the section that is being written.
    pub fn text_width(&self, page: &Page) -> u32 {
        if self.landscape { page.landscape_width() } else { page.text_width() }
    }

    /// Width and height. A house whose pages are landscape has them so throughout.
    fn size(&self, page: &Page) -> (u32, u32) {
        if self.landscape { (page.width.max(page.height), page.width.min(page.height)) } else { (page.width, page.height) }
    }

    /// Ends the section that is being written: its properties.
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
    /// What follows is on landscape pages, or on upright ones.
    pub fn turn(&mut self, landscape: bool) {
        if self.sections.landscape == landscape {
            return;
        }
        let properties = self.sections.end(&self.house.page, self.rtl);
        self.sections.landscape = landscape;
        // a section begins a page
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
                // Word wants a paragraph after a table in any case
                let name = self.bookmarks.identity(None, None);
                self.paragraph(ParagraphProperties::of("Tablelegend"), &name, "");
                let at = self.out.rfind("</w:pPr>").unwrap_or(self.out.len());
                self.out.insert_str(at, &properties);
            }
        }
    }

    /// The width of the text where something is being written, in twips.
    pub fn text_width(&self) -> u32 {
        self.apart.and_then(|apart| apart.width).unwrap_or_else(|| self.sections.text_width(&self.house.page))
    }
}
