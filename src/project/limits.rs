//! Answers that are longer than their call allows. The count needs the document as it is printed, so it is made here and not by a rule.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Count, Counts, Length, ResolvedDocument};
use crate::source::Span;

/// A message for each answer, and for all together, with too many words.
pub fn check(document: &ResolvedDocument) -> Vec<Diagnostic> {
    let Some(Counts { answers, total, span }) = &document.counts else { return Vec::new() };
    let each = answers.iter().filter_map(|Count { question, length, span, .. }| {
        let what = format!("the answer to `{question}` has");
        over(length, (*span)?, &what)
    });
    let all = over(total, *span, "all answers together have");
    each.chain(all).collect()
}

/// `the answer to … has 612 words; at most 600 are allowed`, and where the first word too many is.
fn over(length: &Length, span: Span, what: &str) -> Option<Diagnostic> {
    let crossing = length.crossing?;
    let (words, limit) = (length.words, length.limit?);
    let message = format!("{what} {words} words; at most {limit} are allowed");
    let diagnostic = Diagnostic::new(catalogue::WORD_LIMIT, span, message).also(crossing, "this sentence crosses the limit");
    Some(diagnostic.hint(format!("leave out {} words", words - limit as usize)))
}
