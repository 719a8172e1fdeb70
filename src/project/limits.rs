//! Answers that are longer than their call allows. The count needs the document as it is printed, so it is made here and not by a rule.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::level_of;
use crate::records::registry::{Level, Registry};
use crate::resolved::{Count, Counts, Length, ResolvedDocument};
use crate::source::Span;

/// The name by which a dossier changes how much it matters.
const NAME: &str = "word-limit";

/// A message for each answer, and for all together, with too many words.
pub fn check(document: &ResolvedDocument, registry: &Registry) -> Vec<Diagnostic> {
    let Some(Counts { answers, total, span }) = &document.counts else { return Vec::new() };
    let level = level_of(registry, NAME).unwrap_or(Level::Error);
    let severity = match level {
        Level::Off => return Vec::new(),
        Level::Warning => Severity::Warning,
        Level::Error => Severity::Error,
    };
    let each = answers.iter().filter_map(|Count { question, length, span, .. }| {
        let what = format!("the answer to `{question}` has");
        over(length, (*span)?, &what)
    });
    let all = over(total, *span, "all answers together have");
    each.chain(all).map(|diagnostic| Diagnostic { severity, ..diagnostic }).collect()
}

/// `the answer to … has 612 words; at most 600 are allowed`, and where the first word too many is.
fn over(length: &Length, span: Span, what: &str) -> Option<Diagnostic> {
    let crossing = length.crossing?;
    let (words, limit) = (length.words, length.limit?);
    let message = format!("{what} {words} words; at most {limit} are allowed");
    let diagnostic = Diagnostic::error(NAME, span, message).also(crossing, "this sentence crosses the limit");
    Some(diagnostic.hint(format!("leave out {} words", words - limit as usize)))
}
