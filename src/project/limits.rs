//! Checks the limits of words that a call sets for answers. This is no lint rule, since words are counted in the resolved
//! document.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Count, Counts, Length, ResolvedDocument};
use crate::source::Span;

/// Returns a message for each answer that has too many words, and one if all answers together have.
pub fn check(document: &ResolvedDocument) -> Vec<Diagnostic> {
    let Some(Counts { answers, total, span }) = &document.counts else { return Vec::new() };
    let each = answers.iter().filter_map(|Count { question, length, span, .. }| {
        let what = format!("the answer to `{question}` has");
        over(length, (*span)?, &what)
    });
    let all = over(total, *span, "all answers together have");
    each.chain(all).collect()
}

/// Returns the message `the answer to … has 612 words; at most 600 are allowed`, which also points at the sentence that crosses
/// the limit.
fn over(length: &Length, span: Span, what: &str) -> Option<Diagnostic> {
    let crossing = length.crossing?;
    let (words, limit) = (length.words, length.limit?);
    let message = format!("{what} {words} words; at most {limit} are allowed");
    let diagnostic = Diagnostic::new(catalogue::WORD_LIMIT, span, message).also(crossing, "this sentence crosses the limit");
    Some(diagnostic.hint(format!("leave out {} words", words - limit as usize)))
}
