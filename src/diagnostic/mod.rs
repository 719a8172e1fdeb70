//! What is wrong, where, and what to do about it: messages as values, apart from how they are shown.

pub mod catalogue;
mod diagnostics;
pub mod render;

pub use catalogue::Entry;
pub use diagnostics::{Diagnostics, Reported};

use crate::source::Span;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; the document is built.
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

/// A place and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there; may be empty at the primary place.
    pub message: String,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The name of its entry in the catalogue: `wrong-type`; for a rule, the rule's name.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence in lower case without a final stop, code in backticks.
    pub message: String,
    /// Where; none if it concerns no place in a file of the author's.
    pub primary: Option<Label>,
    /// Other places that belong to it.
    pub secondary: Vec<Label>,
    /// What to do.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A message at `span`, of the severity that the catalogue gives it; nowhere, it concerns no place in a file.
    pub fn new(entry: &'static Entry, span: Span, message: impl Into<String>) -> Self {
        let primary = (!span.is_none()).then(|| Label { span, message: String::new() });
        Self { primary, ..Self::homeless(entry, message) }
    }

    /// A message that concerns no place in a file.
    pub fn homeless(entry: &'static Entry, message: impl Into<String>) -> Self {
        let (secondary, hints) = (Vec::new(), Vec::new());
        Self { name: entry.name, severity: entry.severity, message: message.into(), primary: None, secondary, hints }
    }

    /// Says more of the primary place.
    pub fn label(mut self, message: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.message = message.into();
        }
        self
    }

    /// Adds another place; nowhere is not added.
    pub fn also(mut self, span: Span, message: impl Into<String>) -> Self {
        self.mark(span, message);
        self
    }

    /// Adds advice.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds another place, in place; nowhere is not added.
    pub fn mark(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        if !span.is_none() {
            self.secondary.push(Label { span, message: message.into() });
        }
        self
    }

    /// Adds advice in place.
    pub fn advise(&mut self, hint: impl Into<String>) -> &mut Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds "did you mean" if a candidate is close to what was written.
    pub fn did_you_mean<'a>(mut self, written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggest(written, candidates);
        self
    }

    /// Adds "did you mean" in place.
    pub fn suggest<'a>(&mut self, written: &str, candidates: impl IntoIterator<Item = &'a str>) -> &mut Self {
        if let Some(best) = closest(written, candidates) {
            self.hints.push(format!("did you mean `{best}`?"));
        }
        self
    }
}

/// A result with all faults, never only the first.
pub type SourceResult<T> = Result<T, Vec<Diagnostic>>;

/// Whether any of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// The candidate that is most like `written`, if any is alike at all.
pub fn closest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |candidate: &str| strsim::jaro_winkler(&written.to_lowercase(), &candidate.to_lowercase());
    candidates
        .into_iter()
        .map(|candidate| (likeness(candidate), candidate))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// `a`, `b` and `c`, for a message.
pub fn listing<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "none".into(),
    }
}
