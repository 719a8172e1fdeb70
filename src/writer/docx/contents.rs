//! The table of contents: a TOC field whose stored entries are links to the headings, with the page numbers of the PDF.

use super::body::DocumentXml;
use super::paragraph::{ParagraphProperties, field, push};
use super::run::words;
use crate::resolved::Number;
use crate::template::xml;

/// The deepest level of headings that the table shows.
pub const DEEPEST: u8 = 3;
/// The styles of entries by level.
const ENTRIES: [&str; DEEPEST as usize] = ["TOC1", "TOC2", "TOC3"];

/// A heading that is written, for the table of contents.
#[derive(Debug)]
pub struct Entry {
    /// The level of the heading in the outline, from 1.
    pub level: u8,
    /// The number of the heading; empty if it has none.
    pub number: String,
    /// The text of the heading, without footnotes.
    pub words: String,
    /// The name of the bookmark around the heading.
    pub bookmark: String,
}

impl DocumentXml<'_> {
    /// Remembers a heading for the table of contents.
    pub fn remember(&mut self, level: u8, number: Option<&Number>, words: &str, bookmark: &str) {
        let number = number.map(|number| number.label.clone()).unwrap_or_default();
        self.headings.push(Entry { level, number, words: words.into(), bookmark: bookmark.into() });
    }

    /// Returns the XML of the table of contents, once all headings are written. `pages` are the page numbers of the headings; an
    /// entry beyond their end has none until Word updates its fields.
    pub fn contents(&self, title: &str, pages: &[u32]) -> String {
        let pages = pages.iter().map(Some).chain(std::iter::repeat(None));
        let shown: Vec<(&Entry, Option<&u32>)> =
            self.headings.iter().zip(pages).filter(|(entry, _)| (1..=DEEPEST).contains(&entry.level)).collect();
        let mut out = String::from(
            r#"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"#,
        );
        let title = words(title);
        push(&mut out, format_args!("<w:p>{}<w:r>{title}</w:r></w:p>\n", ParagraphProperties::of("TOCHeading").xml()));
        for (at, (entry, page)) in shown.iter().enumerate() {
            // one field contains all entries, which are paragraphs of their own
            let before = if at == 0 { OPEN } else { "" };
            let after = if at + 1 == shown.len() { CLOSE } else { "" };
            let look = ParagraphProperties::of(ENTRIES[usize::from(entry.level) - 1]).xml();
            push(&mut out, format_args!("<w:p>{look}{before}{}{after}</w:p>\n", line(entry, *page)));
        }
        out.push_str("</w:sdtContent></w:sdt>\n");
        out
    }
}

/// The beginning of the TOC field. Its options: `\o` heading styles, `\u` other paragraphs with a level, `\h` entries as links,
/// `\z` no page numbers on the web.
const OPEN: &str = concat!(
    r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r>"#,
    r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"#
);
const CLOSE: &str = r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#;

fn line(entry: &Entry, page: Option<&u32>) -> String {
    let tab = "<w:r><w:tab/></w:r>";
    // an entry without a number begins where the text of the others begins (when Word makes the table anew, it begins at the
    // margin)
    let number = if entry.number.is_empty() { String::new() } else { format!("<w:r><w:t>{}</w:t></w:r>", xml(&entry.number)) };
    let page = page.map(|page| field(&format!(r"PAGEREF {} \h", entry.bookmark), &format!("<w:r><w:t>{page}</w:t></w:r>")));
    let words = format!("<w:r>{}</w:r>", words(&entry.words));
    format!(
        r#"<w:hyperlink w:anchor="{}" w:history="1">{number}{tab}{words}{tab}{}</w:hyperlink>"#,
        entry.bookmark,
        page.unwrap_or_default()
    )
}
