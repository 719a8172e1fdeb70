//! Answers that are longer than their call allows. The count needs the document as it is printed, so it is made here and not by a rule.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Count, Counts, Length, ResolvedDocument, Word};
use crate::source::{Sources, Span};

/// A message for each answer, and for all together, with too many words.
pub fn check(document: &ResolvedDocument, sources: &Sources) -> Vec<Diagnostic> {
    let Some(Counts { answers, total, span }) = &document.counts else { return Vec::new() };
    let each = answers.iter().filter_map(|Count { question, length, span, .. }| {
        let what = format!("the answer to `{question}` has");
        over(length, (*span)?, &what, sources)
    });
    let all = over(total, *span, "all answers together have", sources);
    each.chain(all).collect()
}

/// `the answer to … has 612 words; at most 600 are allowed`, and where the first word too many is.
fn over(length: &Length, span: Span, what: &str, sources: &Sources) -> Option<Diagnostic> {
    let (first, last) = length.crossing?;
    let (words, limit) = (length.words, length.limit?);
    let message = format!("{what} {words} words; at most {limit} are allowed");
    let diagnostic = Diagnostic::new(catalogue::WORD_LIMIT, span, message)
        .also(place(first, last, sources), "this sentence crosses the limit");
    Some(diagnostic.hint(format!("leave out {} words", words - limit as usize)))
}

/// From the first word to the end of the last one; generated words are where their record is.
fn place(first: Word, last: Word, sources: &Sources) -> Span {
    let (start, end) = (word(first, sources), word(last, sources));
    if start.file() == end.file() && start.start <= end.end { start.within(start.start..end.end) } else { start }
}

/// YAML folds lines, and does not part or join words: the words of a text can be counted in the file.
fn word(word: Word, sources: &Sources) -> Span {
    let Word { span, before, .. } = word;
    let written = sources.written(span);
    let Some(found) = written.split_whitespace().nth(before) else { return span };
    let start = span.start + (found.as_ptr() as usize - written.as_ptr() as usize) as u32;
    span.within(start..start + found.len() as u32)
}
