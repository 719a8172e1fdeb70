//! Paragraphs: their properties in the order that the schema demands.

use std::fmt::Write;

/// A place in a list: which `w:num`, and which of its levels, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPlace {
    /// The `w:num`.
    pub num: u32,
    /// The level, from 0.
    pub level: u8,
}

/// What a paragraph is told besides its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParagraphProperties {
    /// The id of its style; none for `Normal`.
    pub style: Option<&'static str>,
    /// Whether it stays on the page of the next one.
    pub keep_next: bool,
    /// Whether it begins a page.
    pub page_break: bool,
    /// Its number or mark, if the style does not bring it.
    pub list: Option<ListPlace>,
    /// Where it begins, in twips, if the style does not say it.
    pub indent: Option<u32>,
}

impl ParagraphProperties {
    /// Of a style and nothing else.
    pub fn of(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// As `w:pPr`, or nothing.
    pub fn xml(&self) -> String {
        let mut out = String::new();
        if let Some(style) = self.style {
            push(&mut out, format_args!(r#"<w:pStyle w:val="{style}"/>"#));
        }
        if self.keep_next {
            out.push_str("<w:keepNext/>");
        }
        if self.page_break {
            out.push_str("<w:pageBreakBefore/>");
        }
        if let Some(ListPlace { num, level }) = self.list {
            push(&mut out, format_args!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>"#));
        }
        if let Some(indent) = self.indent {
            // of a mark in the margin nothing is left
            let first = if self.list.is_some() { r#" w:firstLine="0""# } else { "" };
            push(&mut out, format_args!(r#"<w:ind w:left="{indent}"{first}/>"#));
        }
        if out.is_empty() { out } else { format!("<w:pPr>{out}</w:pPr>") }
    }
}

/// Adds formatted text to a string.
pub fn push(out: &mut String, text: std::fmt::Arguments) {
    out.write_fmt(text).expect("a string takes all");
}

/// `content` between the marks of a bookmark.
pub fn bookmarked(id: u32, name: &str, content: &str) -> String {
    format!(r#"<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>"#)
}

/// A field with its stored result, which is runs.
pub fn field(instruction: &str, result: &str) -> String {
    format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    )
}
