//! What stands in a line.

use super::LocatedText;
use crate::date::Dates;
use crate::source::Span;
use std::sync::Arc;

/// How a text is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `*italic*`
    Emphasis,
    /// `**bold**`
    Strong,
    /// `` `code` ``
    Code,
}

/// A piece of a line.
#[derive(Debug, Clone)]
pub enum Inline {
    /// Words, in one line.
    Text(Arc<LocatedText>),
    /// Words set apart.
    Styled(Style, Vec<Inline>),
    /// A document's symbol, to be kept on one line.
    Symbol {
        /// As written.
        text: String,
        /// Where the document can be read.
        url: Option<String>,
        /// Where it stands.
        span: Span,
    },
    /// The number of another place.
    Reference {
        /// That place's id.
        target: String,
        /// Words instead of the number.
        content: Option<Vec<Inline>>,
        /// Where the reference stands.
        span: Span,
    },
    /// A link out of the document.
    Link {
        /// An `http`, `https` or `mailto` address.
        url: String,
        /// The words that are linked.
        content: Vec<Inline>,
        /// Where it stands.
        span: Span,
    },
    /// A footnote.
    Note(Vec<Inline>, Span),
    /// A remark on the whole line to those who draft: no part of what the document says.
    Comment {
        /// Whose remark it is.
        author: String,
        /// The remark.
        content: Vec<Inline>,
        /// Where it stands.
        span: Span,
    },
    /// A forced line break.
    Break,
    /// A counted number, in words where the language has them so.
    Number(u64, Span),
    /// Days, written as the language writes them.
    Dates(Dates, Span),
    /// A generated sentence.
    Sentence(Box<Sentence>),
}

/// A sentence that the language's file words.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its key below `sentences:` in the language's file.
    pub key: &'static str,
    /// Its values: JSON for words and numbers.
    pub values: Vec<(&'static str, serde_json::Value)>,
    /// Its values that are texts with markup.
    pub texts: Vec<(&'static str, Vec<Inline>)>,
    /// Its values that are lists of texts with markup, which the language joins.
    pub lists: Vec<(&'static str, Vec<Vec<Inline>>)>,
    /// The record that it is made from, or where it is asked for.
    pub span: Span,
    /// Further records that it is made from.
    pub records: Vec<Span>,
}

impl Sentence {
    /// A sentence with these values.
    pub fn new(key: &'static str, span: Span, values: Vec<(&'static str, serde_json::Value)>) -> Self {
        Self { key, values, texts: Vec::new(), lists: Vec::new(), span, records: Vec::new() }
    }
}

impl From<Sentence> for Inline {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(Box::new(sentence))
    }
}

impl Inline {
    /// Words that stand at `span` as a whole.
    pub fn text(text: impl Into<String>, span: Span) -> Self {
        Self::Text(LocatedText::generated(text, span).into())
    }

    /// A generated sentence with these values.
    pub fn sentence(key: &'static str, span: Span, values: Vec<(&'static str, serde_json::Value)>) -> Self {
        Sentence::new(key, span, values).into()
    }

    /// Where it stands, as far as it stands somewhere itself.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Text(words) => Some(words.span),
            Self::Symbol { span, .. } | Self::Reference { span, .. } | Self::Link { span, .. } => Some(*span),
            Self::Note(_, span) | Self::Comment { span, .. } | Self::Number(_, span) | Self::Dates(_, span) => Some(*span),
            Self::Styled(_, content) => content.iter().find_map(Self::span),
            Self::Sentence(sentence) => Some(sentence.span),
            Self::Break => None,
        }
    }
}

/// The words alone; what is not settled yet counts as nothing.
pub fn plain_text(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(words) => words.text.clone(),
            Inline::Symbol { text, .. } => text.clone(),
            Inline::Styled(_, content) | Inline::Link { content, .. } => plain_text(content),
            Inline::Reference { content, .. } => content.as_deref().map(plain_text).unwrap_or_default(),
            Inline::Number(number, _) => number.to_string(),
            Inline::Break => " ".into(),
            Inline::Note(..) | Inline::Comment { .. } | Inline::Dates(..) | Inline::Sentence(_) => String::new(),
        })
        .collect()
}
