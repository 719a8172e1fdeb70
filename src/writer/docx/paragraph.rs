//! Paragraphs, with their properties in the order that the schema demands.

use std::fmt::Write;

/// A place in a list, which gives a paragraph its number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPlace {
    /// The id of the `w:num`.
    pub num: u32,
    /// The level, from 0.
    pub level: u8,
}

/// The properties of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParagraphProperties {
    /// The id of the style; none for `Normal`.
    pub style: Option<&'static str>,
    /// True if the paragraph is kept on the page of the next one.
    pub keep_next: bool,
    /// True if the paragraph begins a new page.
    pub page_break: bool,
    /// True if the paragraph does not begin a page, though its style does, and has white space before it.
    pub run_on: bool,
    /// The level of the outline, from 1, if it is not that of the style.
    pub outline: Option<u8>,
    /// The number or mark, if the style does not give it.
    pub list: Option<ListPlace>,
    /// The indent in twips, if the style does not give it.
    pub indent: Option<u32>,
    /// The indent at the end of the lines in twips, if the style does not give it.
    pub indent_after: Option<u32>,
}

impl ParagraphProperties {
    /// Returns the look of a style without any other property.
    pub fn of(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// Returns the look as a `w:pPr` element, or an empty string if there are no properties.
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
        } else if self.run_on {
            out.push_str(r#"<w:pageBreakBefore w:val="0"/>"#);
        }
        if let Some(ListPlace { num, level }) = self.list {
            push(&mut out, format_args!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>"#));
        }
        if self.run_on {
            out.push_str(r#"<w:spacing w:before="480"/>"#);
        }
        let sides = [("left", self.indent), ("right", self.indent_after)];
        let mut indents: String = sides.iter().filter_map(|(side, by)| Some(format!(r#" w:{side}="{}""#, (*by)?))).collect();
        if self.indent.is_some() && self.list.is_some() {
            // the first line would otherwise keep the hanging indent of the mark
            indents.push_str(r#" w:firstLine="0""#);
        }
        if !indents.is_empty() {
            push(&mut out, format_args!("<w:ind{indents}/>"));
        }
        if let Some(level) = self.outline {
            push(&mut out, format_args!(r#"<w:outlineLvl w:val="{}"/>"#, level.clamp(1, 9) - 1));
        }
        if out.is_empty() { out } else { format!("<w:pPr>{out}</w:pPr>") }
    }
}

/// Adds formatted text to a string.
pub fn push(out: &mut String, text: std::fmt::Arguments) {
    out.write_fmt(text).expect("a string takes all");
}

/// Returns `content` between the marks of a bookmark.
pub fn bookmarked(id: u32, name: &str, content: &str) -> String {
    format!(r#"<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>"#)
}

/// Returns a field with its stored result, which is runs.
pub fn field(instruction: &str, result: &str) -> String {
    format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    )
}
