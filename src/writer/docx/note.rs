//! Footnotes. They are a part of their own, with links of their own.

use super::bookmark::Bookmarks;
use super::link::Links;
use super::paragraph::{bookmarked, push};
use super::run::RunWriter;
use crate::resolved::Note;

/// The first `w:id` of bookmarks in footnotes, so high that no bookmark of the main part has the same.
const FIRST_ID: u32 = 1_000_000;

/// The footnotes that are written so far.
#[derive(Debug, Default)]
pub struct Notes {
    /// The footnotes as `w:footnote` elements.
    pub xml: String,
    /// The links in the footnotes.
    pub links: Links,
    count: u32,
}

impl Notes {
    /// Adds a footnote, and returns the run that refers to it. Word numbers footnotes in the order of these runs, which gives the
    /// resolved numbers.
    pub fn add(&mut self, note: &Note, bookmarks: &Bookmarks, rtl: bool) -> String {
        self.count += 1;
        let id = self.count;
        let text =
            RunWriter { bookmarks, links: &mut self.links, notes: None, comments: None, rtl, bold: false }.write(&note.content);
        let mark = r#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:tab/></w:r>"#;
        let text = bookmarked(FIRST_ID + id, &format!("_note{id}"), &text);
        push(
            &mut self.xml,
            format_args!(
                r#"<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}{text}</w:p></w:footnote>
"#
            ),
        );
        format!(r#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>"#)
    }
}
