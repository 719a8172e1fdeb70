//! Runs: the pieces of a line.

use crate::document::LocatedText;
use crate::source::{Origin, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Run {
    /// Words.
    Text(Text),
    /// The mark of a footnote, and the footnote.
    Note(Note),
    /// A remark on the whole line to those who draft: no part of what the document says.
    Comment(Comment),
    /// A forced line break.
    Break,
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// The words.
    pub text: String,
    /// In bold type.
    pub strong: bool,
    /// In italic type.
    pub emphasis: bool,
    /// In the type of code.
    pub code: bool,
    /// Kept on one line.
    pub unbroken: bool,
    /// Where it leads.
    pub link: Option<Link>,
    /// What the words come from: a text of the author, or the record from which they are generated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Where the words stand; generated ones: where the record stands.
    #[serde(skip)]
    pub span: Span,
    /// Where each of the words stands, if they do not all stand at `span`.
    #[serde(skip)]
    pub written: Option<Written>,
}

impl Text {
    /// The bytes `range` of the words, of the same look.
    pub fn part(&self, range: Range<usize>) -> Self {
        let written = self.written.as_ref().map(|written| written.after(&self.text[..range.start]));
        Self { text: self.text[range.clone()].into(), span: self.span_of(range), written, ..self.clone() }
    }

    /// The place of the bytes `range` of the words.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let Some(written) = &self.written else { return self.span };
        let after = written.after(&self.text[..range.start]);
        after.words.span_of(after.first..after.after(&self.text[range]).first)
    }
}

/// The words of which a text is a part, with no-break spaces in place of some of their spaces.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    words: Arc<LocatedText>,
    /// The byte of them with which the text begins.
    first: usize,
}

impl Written {
    /// All of these words.
    pub fn whole(words: Arc<LocatedText>) -> Self {
        Self { words, first: 0 }
    }

    /// What comes after as many characters as `text` has.
    fn after(&self, text: &str) -> Self {
        let passed: usize = self.words.text[self.first..].chars().take(text.chars().count()).map(char::len_utf8).sum();
        Self { words: self.words.clone(), first: self.first + passed }
    }
}

/// Where a text leads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// Out of the document.
    Url(String),
    /// To a place in the document; `number` says that the words are that place's number.
    Place {
        /// The place's name.
        anchor: String,
        /// Whether the words are its number.
        number: bool,
    },
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Its number, from 1.
    pub number: u32,
    /// Its text.
    pub content: Vec<Run>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// A remark to those who draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comment {
    /// Whose remark it is.
    pub author: String,
    /// Its text.
    pub content: Vec<Run>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// The words alone; a footnote's mark is `[1]`, a break a space.
pub fn plain_text(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match run {
            Run::Text(text) => text.text.clone(),
            Run::Note(note) => format!("[{}]", note.number),
            Run::Comment(_) => String::new(),
            Run::Break => " ".into(),
        })
        .collect()
}
