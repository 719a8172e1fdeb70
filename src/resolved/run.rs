//! Runs: the pieces of a line of a resolved document.

use crate::document::{self, LocatedText, Math, Part, Piece, Script};
use crate::locale::Locale;
use crate::source::{Origin, Span};
use crate::web::WebAddress;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// A piece of a line of a resolved document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Run {
    /// Text of one look.
    Text(Text),
    /// The mark of a footnote, with the footnote.
    Note(Note),
    /// A comment for those who draft, on the whole line; it is no part of the document's text.
    Comment(Comment),
    /// An equation.
    Equation(Equation),
    /// A forced line break.
    Break,
}

/// Text of one look and language: bold, italic, code, struck, underlined, lowered or raised, linked.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// The text.
    pub text: String,
    /// True if the text is in bold type.
    pub strong: bool,
    /// True if the text is in italic type.
    pub emphasis: bool,
    /// True if the text is in the typeface of code.
    pub code: bool,
    /// True if the text is struck through.
    #[serde(default, skip_serializing_if = "is_false")]
    pub struck: bool,
    /// True if the text is underlined.
    #[serde(default, skip_serializing_if = "is_false")]
    pub underlined: bool,
    /// Whether the text is lowered or raised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<Script>,
    /// The code of the language of the text, if it is said to be in another one than the document: `fr`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Locale>,
    /// True if the text is kept on one line; if it ends with a space, together with the text that follows.
    pub unbroken: bool,
    /// The target of the link, if the text is one.
    pub link: Option<Link>,
    /// The origin of the text: a text of the author, or the record from which it is generated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The place of the text in the author's file; for generated text, the place of the record.
    #[serde(skip)]
    pub span: Span,
    /// The map from the text to the file, if an author wrote the text; without one, all of it is traced to `span`.
    #[serde(skip)]
    pub written: Option<Written>,
    /// The records from which the text is generated, if there are several.
    #[serde(skip)]
    pub made_from: Option<Arc<MadeFrom>>,
}

/// The records from which a text is generated.
#[derive(Debug, PartialEq)]
pub struct MadeFrom {
    /// The place of the record that is the origin of the text.
    pub first: Span,
    /// The places of the other records.
    pub others: Vec<Span>,
}

impl Text {
    /// Returns the bytes `range` of the text as a text of the same look.
    pub fn part(&self, range: Range<usize>) -> Self {
        let written = self.written.as_ref().map(|written| written.after(range.start));
        Self { text: self.text[range.clone()].into(), span: self.span_of(range), written, ..self.clone() }
    }

    /// Returns the place in the author's file of the bytes `range` of the text.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let Some(written) = &self.written else { return self.span };
        written.words.span_of(written.first + range.start..written.first + range.end)
    }
}

/// The text as the author wrote it, of which a run shows a part.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    words: Arc<LocatedText>,
    /// The first byte of the author's text that the run shows.
    first: usize,
}

impl Written {
    /// Returns the map for a run that shows all of an author's text.
    pub fn whole(words: Arc<LocatedText>) -> Self {
        Self { words, first: 0 }
    }

    /// Returns the map for the part that begins `length` bytes further on.
    fn after(&self, length: usize) -> Self {
        Self { words: self.words.clone(), first: self.first + length }
    }
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// An address outside of the document.
    Url(WebAddress),
    /// A clause, table, figure or annex of the document.
    Place {
        /// The name of the target, which its block or annex has as `anchor`.
        anchor: String,
        /// True if the text of the link is what the document says of the target, not words of the author.
        number: bool,
        /// What the text says of the target then.
        #[serde(default, skip_serializing_if = "Part::is_label")]
        part: Part,
    },
}

fn is_false(value: &bool) -> bool {
    !value
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// The number of the footnote, from 1.
    pub number: u32,
    /// The text of the footnote.
    pub content: Vec<Run>,
    /// The place of the footnote in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// An equation, in a line or on a line of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Equation {
    /// The equation.
    pub math: Math,
    /// The words for readers who can't see the equation; in a line, the equation itself as plain text.
    pub alt: String,
    /// The number of an equation on a line of its own, as it is printed: `(1)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The place of the equation in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// A comment for those who draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comment {
    /// The name of whoever made the comment.
    pub author: String,
    /// The text of the comment.
    pub content: Vec<Run>,
    /// The place of the comment in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// Returns the text of a heading as contents and properties show it: with the signs of [`document::plain()`] in place of looks, without footnotes and comments;
/// a line break becomes a space.
pub fn heading_text(runs: &[Run]) -> String {
    plain(runs, |_| String::new())
}

/// Returns the text of a line, with the signs of [`document::plain()`] in place of looks. The mark of a footnote becomes `[1]`, a line break a space; comments
/// are left out.
pub fn plain_text(runs: &[Run]) -> String {
    plain(runs, |note| format!("[{}]", note.number))
}

/// Returns the text of a line as it is seen, without signs for its looks; footnotes, comments, equations and line breaks are left out.
pub fn shown_text(runs: &[Run]) -> String {
    let shown = |run: &Run| if let Run::Text(text) = run { text.text.clone() } else { String::new() };
    runs.iter().map(shown).collect()
}

fn plain(runs: &[Run], mark: fn(&Note) -> String) -> String {
    let pieces = runs.iter().map(|run| match run {
        Run::Text(text) => Piece { words: text.text.as_str().into(), struck: text.struck, script: text.script },
        Run::Note(note) => Piece { words: mark(note).into(), ..Piece::default() },
        Run::Equation(equation) => Piece { words: equation.math.linear().into(), ..Piece::default() },
        Run::Comment(_) => Piece::default(),
        Run::Break => Piece { words: " ".into(), ..Piece::default() },
    });
    document::plain(&pieces.collect::<Vec<_>>())
}
