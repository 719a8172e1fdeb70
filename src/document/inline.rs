//! Inlines: the pieces of a line of text, before references, dates and sentences are put into words.

use super::plain::{Piece, plain};
use super::{LocatedText, Math, Part, Script};
use crate::date::Dates;
use crate::locale::Locale;
use crate::source::Span;
use crate::web::WebAddress;
use std::borrow::Cow;
use std::sync::Arc;

/// How a piece of text is set off from the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `*italic*`
    Emphasis,
    /// `**bold**`
    Strong,
    /// `` `code` ``
    Code,
    /// `~~struck~~`
    Struck,
    /// `[underlined]{.underline}`
    Underlined,
    /// `H~2~O` or `10^3^`
    Script(Script),
    /// `[mots]{lang=fr}`
    Language(Locale),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text, without line breaks.
    Text(Arc<LocatedText>),
    /// Text that is set off from the words around it.
    Styled(Style, Vec<Inline>),
    /// The symbol of a document, which is kept on one line.
    Symbol {
        /// The symbol as it is written.
        text: String,
        /// The address of the document on the web.
        url: Option<WebAddress>,
        /// The place of the symbol in the author's file.
        span: Span,
    },
    /// A reference to a clause, table, figure or annex of the same document.
    Reference {
        /// The id of the target.
        target: String,
        /// The text that is shown, with what it says of the target as [`Inline::Part`].
        content: Vec<Inline>,
    },
    /// What a reference says of its target, and its place in the author's file. It stands only in the text of a reference.
    Part(Part, Span),
    /// A link to an address outside of the document.
    Link {
        /// The address.
        url: WebAddress,
        /// The text of the link.
        content: Vec<Inline>,
    },
    /// A footnote: its text, and its place in the author's file.
    Note(Vec<Inline>, Span),
    /// A comment for those who draft, on the whole line; it is no part of the document's text.
    Comment {
        /// The name of whoever made the comment.
        author: String,
        /// The text of the comment.
        content: Vec<Inline>,
        /// The place of the comment in the author's file.
        span: Span,
    },
    /// An equation in the line, and its place in the author's file.
    Equation(Arc<Math>, Span),
    /// A forced line break.
    Break,
    /// A count, which the language may write as a word, and its place in the author's file.
    Number(Number, Span),
    /// A date or range of dates, written as the language writes it.
    Dates(Dates, Span),
    /// A generated sentence.
    Sentence(Arc<Sentence>),
}

/// A counted number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub value: u64,
    /// What is counted: nothing; or one noun of the language's table; or the words for each plural form of the language, in order.
    pub forms: Vec<String>,
    /// Whether the number begins a sentence, and so a word for it has a capital.
    pub begins: bool,
}

/// A generated sentence: a key and values, which a template of the language's file puts into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The key of the template, below `sentences:` in the language's file.
    pub key: &'static str,
    /// The values for the template that are plain text or numbers, as JSON.
    pub values: Vec<(&'static str, serde_json::Value)>,
    /// The values for the template that are text with markup.
    pub texts: Vec<(&'static str, Vec<Inline>)>,
    /// The values for the template that are lists of texts with markup, which the language joins.
    pub lists: Vec<(&'static str, Vec<Vec<Inline>>)>,
    /// The place of the record that the sentence is made from, or of the key that asks for the sentence.
    pub span: Span,
    /// The places of the other records that the sentence is made from.
    pub records: Vec<Span>,
}

impl Sentence {
    /// Returns a sentence with these plain values, made from the record at `span`.
    pub fn new(key: &'static str, span: Span, values: Vec<(&'static str, serde_json::Value)>) -> Self {
        Self { key, values, texts: Vec::new(), lists: Vec::new(), span, records: Vec::new() }
    }
}

impl From<Sentence> for Inline {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(Arc::new(sentence))
    }
}

impl Inline {
    /// Returns generated text: all of it is traced to `span`.
    pub fn text(text: impl Into<String>, span: Span) -> Self {
        Self::Text(LocatedText::generated(text, span).into())
    }

    /// Returns a generated sentence with these plain values, made from the record at `span`.
    pub fn sentence(key: &'static str, span: Span, values: Vec<(&'static str, serde_json::Value)>) -> Self {
        Sentence::new(key, span, values).into()
    }
}

/// Returns the text with the signs of [`plain`] in place of markup. What a reference says of its target, dates, sentences, footnotes and comments are left
/// out: they are not words yet, or no part of the line.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut pieces = Vec::new();
    add_pieces(inlines, Piece::default(), &mut pieces);
    plain(&pieces)
}

/// Adds the pieces of inlines, each set off as `around` is.
fn add_pieces<'i>(inlines: &'i [Inline], around: Piece<'i>, out: &mut Vec<Piece<'i>>) {
    for inline in inlines {
        let words: Cow<'i, str> = match inline {
            Inline::Text(words) => words.text.as_str().into(),
            Inline::Symbol { text, .. } => text.as_str().into(),
            Inline::Styled(style, content) => {
                add_pieces(content, around.clone().within(*style), out);
                continue;
            }
            Inline::Link { content, .. } | Inline::Reference { content, .. } => {
                add_pieces(content, around.clone(), out);
                continue;
            }
            Inline::Number(number, _) => number.value.to_string().into(),
            Inline::Equation(math, _) => math.linear().into(),
            Inline::Break => " ".into(),
            Inline::Part(..) | Inline::Note(..) | Inline::Comment { .. } | Inline::Dates(..) | Inline::Sentence(_) => continue,
        };
        out.push(Piece { words, ..around.clone() });
    }
}

/// Returns the places of the footnotes in a line, those under emphasis and in links too.
pub fn notes(inlines: &[Inline]) -> Vec<Span> {
    let of = |inline: &Inline| match inline {
        Inline::Note(_, span) => vec![*span],
        Inline::Styled(_, content) | Inline::Link { content, .. } | Inline::Reference { content, .. } => notes(content),
        Inline::Part(..) | Inline::Text(_) | Inline::Symbol { .. } | Inline::Comment { .. } | Inline::Break => Vec::new(),
        Inline::Equation(..) | Inline::Number(..) | Inline::Dates(..) | Inline::Sentence(_) => Vec::new(),
    };
    inlines.iter().flat_map(of).collect()
}
