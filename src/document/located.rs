//! Words that were read together, and where each character of them was written.

use crate::source::Span;
use std::ops::Range;

/// Words in one line, with the place of each of their characters in the author's file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocatedText {
    /// The words.
    pub text: String,
    /// The place of all of them; of words that the program made the place of what they were made from.
    pub span: Span,
    /// Where each stretch of the words stands; none if the program made them.
    stretches: Vec<Stretch>,
}

/// Characters that stand side by side in the file as they stand in the words, or one character that is written otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    /// Its first byte in the words.
    at: usize,
    span: Span,
    /// Whether its bytes in the file are those of the words.
    verbatim: bool,
}

impl LocatedText {
    /// Words that stand nowhere else than at `span` as a whole.
    pub fn generated(text: impl Into<String>, span: Span) -> Self {
        Self { text: text.into(), span, stretches: Vec::new() }
    }

    /// The words `text`, which together stand at `span`; `span_of` says where the bytes of a range of them stand.
    pub fn written(text: &str, span: Span, span_of: &impl Fn(Range<usize>) -> Span) -> Self {
        let mut words = Self::generated(text, span);
        words.locate(0..text.len(), span_of);
        words
    }

    /// Adds the stretches of a range, which is halved until each half is written as it is, or is one character.
    fn locate(&mut self, range: Range<usize>, span_of: &impl Fn(Range<usize>) -> Span) {
        let (part, span) = (&self.text[range.clone()], span_of(range.clone()));
        // the escapes of these two alone are shorter than what they stand for, and could make up for longer ones
        let verbatim = length(span) == range.len() && !part.contains(['\u{2028}', '\u{2029}']);
        let first = part.chars().next().map_or(0, char::len_utf8);
        let half = part.floor_char_boundary(part.len() / 2).max(first);
        if verbatim || half == part.len() {
            self.stretches.extend((!part.is_empty()).then_some(Stretch { at: range.start, span, verbatim }));
            return;
        }
        self.locate(range.start..range.start + half, span_of);
        self.locate(range.start + half..range.end, span_of);
    }

    /// Puts what `keep` makes of each character in its place, and leaves out what it makes nothing of.
    pub fn keep(&mut self, keep: &mut impl FnMut(char) -> Option<char>) {
        let kept: Vec<_> = self.text.char_indices().filter_map(|(at, c)| Some((at..at + c.len_utf8(), keep(c)?))).collect();
        let text: String = kept.iter().map(|(_, c)| c).collect();
        if text == self.text {
            return;
        }
        let mut words = Self::generated(text, self.span);
        let mut at = 0;
        for (old, c) in kept.into_iter().filter(|_| !self.stretches.is_empty()) {
            let span = self.span_of(old);
            words.stretches.push(Stretch { at, span, verbatim: length(span) == c.len_utf8() });
            at += c.len_utf8();
        }
        *self = words;
    }

    /// The first `length` bytes.
    pub fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        self.stretches.retain(|stretch| stretch.at < length);
    }

    /// The place of the bytes `range` of the words: from the first character to the last one.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        if self.stretches.is_empty() || range.is_empty() {
            return self.span;
        }
        self.place(range.start).through(self.place(range.end - 1))
    }

    /// The place of the byte `at`, or of the character that was written otherwise.
    fn place(&self, at: usize) -> Span {
        let index = self.stretches.partition_point(|stretch| stretch.at <= at).saturating_sub(1);
        let Stretch { at: first, span, verbatim } = self.stretches[index];
        let start = span.start + at.saturating_sub(first) as u32;
        if verbatim { span.within(start..start + 1) } else { span }
    }
}

fn length(span: Span) -> usize {
    span.end.saturating_sub(span.start) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn each_word_is_where_it_was_written() {
        // `aé\tb  word`, whose tab is an escape of two bytes, and whose second space is left out
        let file = Sources::default().add("t.yaml", "");
        let raw = |at: usize| if at > 3 { at + 1 } else { at };
        let span = |range: Range<usize>| Span::new(file, raw(range.start)..raw(range.end));
        let mut words = LocatedText::written("aé\tb  word", span(0..10), &span);
        let mut after_space = false;
        words.keep(&mut |c| (!std::mem::replace(&mut after_space, c == ' ') || c != ' ').then_some(c));
        assert_eq!(words.text, "aé\tb word");
        let at = |needle: &str| words.text.find(needle).map(|at| words.span_of(at..at + needle.len())).unwrap();
        assert_eq!(
            [at("é"), at("\t"), at("b"), at("word"), at("b word")].map(|s| s.start..s.end),
            [1..3, 3..5, 5..6, 8..12, 5..12]
        );
    }
}
