//! Finds forced line breaks that break no line.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::Inline;
use crate::source::{Text, ends_with_backslash};
use std::ops::Range;

/// Returns messages about a forced line break at the beginning or the end of the bytes `range` of a text, which were read as `inlines`, and about a
/// backslash at the end of the text.
pub fn misplaced(text: &Text, range: Range<usize>, inlines: &[Inline]) -> Vec<Diagnostic> {
    let written = &text.value[range.clone()];
    let is_break = |inline: Option<&Inline>| matches!(inline, Some(Inline::Break));
    let first = inlines.len() > 1 && is_break(inlines.first());
    let last = is_break(inlines.last()) || range.end == text.value.len() && ends_with_backslash(written.trim_end());
    let places = [
        written.find('\\').filter(|_| first).map(|at| (at, "nothing stands before this forced line break")),
        written.rfind('\\').filter(|_| last).map(|at| (at, "nothing follows this forced line break")),
    ];
    let message = |(at, message): (usize, &str)| {
        let span = text.span_of(range.start + at..range.start + at + 1);
        let hint = "leave the backslash out; one that is to be seen is written as two";
        Diagnostic::new(catalogue::LINE_BREAK, span, message).hint(hint)
    };
    places.into_iter().flatten().map(message).collect()
}
