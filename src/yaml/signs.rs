//! Finds words that YAML leaves out of a text, or glues to another one, because they begin with signs of its own.

use super::syntax::QUOTE;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::source::{FileId, Span};
use std::ops::Range;

/// Returns the messages about a plain scalar at `range` of a file: the words after it that are taken for a remark, as `#5`, and lines of it that look like
/// items of a list.
pub fn around(file: FileId, text: &str, range: Range<usize>) -> Vec<Diagnostic> {
    let rest = text[range.end..].lines().next().unwrap_or_default();
    let is_word = |remark: &str| remark.starts_with(|c: char| c.is_alphanumeric());
    let remark = rest.strip_prefix(" #").filter(|remark| is_word(remark)).map(|_| {
        let place = Span::new(file, range.end + 1..range.end + rest.trim_end().len());
        let message = "YAML takes this for a remark and leaves it out";
        Diagnostic::new(catalogue::YAML_SIGN, place, message)
            .hint(format!("a text with ` #` in it {QUOTE}; a remark has a space after `#`"))
    });
    remark.into_iter().chain(dashes(file, text, range)).collect()
}

/// Returns a message for each line of a scalar but the first that begins with `- `.
fn dashes(file: FileId, text: &str, range: Range<usize>) -> impl Iterator<Item = Diagnostic> {
    let breaks = text[range.clone()].match_indices('\n').map(move |(at, _)| range.start + at + 1);
    breaks.filter_map(move |start| {
        let line = text[start..].trim_start_matches([' ', '\t']);
        let at = text.len() - line.len();
        let message = "this line is further right than the item above, and so a part of its text";
        line.starts_with("- ").then(|| {
            Diagnostic::new(catalogue::YAML_SIGN, Span::new(file, at..at + 1), message)
                .hint("begin all items of a list in one column; a list within an item is its `body:`")
        })
    })
}

/// Returns the message about a tag or an anchor, which begins with `sign`, of the value that begins at byte `before`.
pub fn named(file: FileId, text: &str, sign: char, before: usize) -> Diagnostic {
    let start = text[..before].rfind(sign).unwrap_or(before);
    let length = text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
    let word = &text[start..start + length];
    let message = format!("YAML takes `{word}` for a sign of its own and leaves it out");
    Diagnostic::new(catalogue::YAML_SIGN, Span::new(file, start..start + length), message)
        .hint(format!("a text that begins with `{sign}` {QUOTE}"))
}
