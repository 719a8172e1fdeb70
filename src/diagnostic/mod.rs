//! Diagnostics: messages that say what is wrong, where, and what to do about it.
//!
//! 1. [`catalogue`] declares the name, severity and explanation of each message.
//! 2. The room that finds a fault makes a [`Diagnostic`] and adds it to the [`Diagnostics`] of the run.
//! 3. [`render`] shows them, for people or for programs.

pub mod catalogue;
mod diagnostics;
pub mod render;
mod visible;

pub use catalogue::Entry;
pub use diagnostics::{Diagnostics, Reported};
pub use visible::{is_hidden, visible, visible_json, visible_text};

use crate::source::Span;

/// The severity of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The author should know of it; the document is built.
    Warning,
    /// The document can't be built as it is meant.
    Error,
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A place in a file, with a remark on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    /// The place in the file.
    pub span: Span,
    /// The remark on the place; it may be empty at the primary place.
    pub message: String,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The name of the message's entry in the catalogue: `wrong-type`; for a rule, the name of the rule.
    pub name: &'static str,
    /// The severity.
    pub severity: Severity,
    /// One sentence in lower case without a final stop, code in backticks.
    pub message: String,
    /// The place of the fault; `None` if the message concerns no place in a file of the author's.
    pub primary: Option<Label>,
    /// Other places that have to do with the fault, such as an earlier definition.
    pub secondary: Vec<Label>,
    /// Advice to the author, shown as `help`.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// Makes a message at `span`, with the severity of its entry. If `span` is nowhere, the message has no place.
    pub fn new(entry: &'static Entry, span: Span, message: impl Into<String>) -> Self {
        let primary = (!span.is_none()).then(|| Label { span, message: String::new() });
        Self { primary, ..Self::without_place(entry, message) }
    }

    /// Makes a message that concerns no place in a file.
    pub fn without_place(entry: &'static Entry, message: impl Into<String>) -> Self {
        let (secondary, hints) = (Vec::new(), Vec::new());
        Self { name: entry.name, severity: entry.severity, message: message.into(), primary: None, secondary, hints }
    }

    /// Sets the remark on the primary place; does nothing if there is no such place.
    pub fn label(mut self, message: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.message = message.into();
        }
        self
    }

    /// Adds another place with a remark; does nothing if `span` is nowhere.
    pub fn also(mut self, span: Span, message: impl Into<String>) -> Self {
        self.mark(span, message);
        self
    }

    /// Adds a piece of advice.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Does what [`also`](Self::also) does, to a borrowed message.
    pub fn mark(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        if !span.is_none() {
            self.secondary.push(Label { span, message: message.into() });
        }
        self
    }

    /// Does what [`hint`](Self::hint) does, to a borrowed message.
    pub fn advise(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds the advice "did you mean …?" if one of the candidates is similar to the word `written` by the author.
    pub fn did_you_mean<'a>(mut self, written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggest(written, candidates);
        self
    }

    /// Does what [`did_you_mean`](Self::did_you_mean) does, to a borrowed message.
    pub fn suggest<'a>(&mut self, written: &str, candidates: impl IntoIterator<Item = &'a str>) -> &mut Self {
        if let Some(best) = closest(written, candidates) {
            self.hints.push(format!("did you mean `{best}`?"));
        }
        self
    }
}

/// The result of reading a source: the value, or all faults that were found, never only the first.
pub type SourceResult<T> = Result<T, Vec<Diagnostic>>;

/// Says whether any of the messages is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// The most messages of one name for which it is guessed what was meant: so many are no slips of the pen, and guessing takes time.
pub const GUESSES: usize = 100;
/// The most candidates with which a word is compared.
const CANDIDATES: usize = 1000;
/// The longest word with which others are compared, in bytes.
const WORD: usize = 100;

/// Returns the candidate that is most similar to `written`; `None` if none of the first thousand is similar enough (Jaro-Winkler similarity above 0.8,
/// without case), or `written` is no word but a text.
pub fn closest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let likeness = |candidate: &str| strsim::jaro_winkler(&lower, &candidate.to_lowercase());
    candidates
        .into_iter()
        .take(if written.len() > WORD { 0 } else { CANDIDATES })
        .filter(|candidate| candidate.len() <= WORD)
        .map(|candidate| (likeness(candidate), candidate))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// Writes words as a list for a message: "`a`, `b` and `c`"; "none" if there are no words.
pub fn listing<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "none".into(),
    }
}
