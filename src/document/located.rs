//! Text that knows where each of its characters was written.

use crate::source::Span;
use std::ops::Range;

/// Text in one line, with the place of each character in the author's file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocatedText {
    /// The text.
    pub text: String,
    /// The place of the whole text; for generated text, the place of the record that it is made from.
    pub span: Span,
    /// The places of the parts of the text, in order; empty if the text is generated.
    stretches: Vec<Stretch>,
}

/// Characters that are the same bytes in the text and in the file, or one character that the file writes differently, as an
/// escape.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    /// The first byte of the stretch in the text.
    at: usize,
    span: Span,
    /// True if the bytes in the file are those of the text.
    verbatim: bool,
}

impl LocatedText {
    /// Returns generated text: every byte maps to all of `span`.
    pub fn generated(text: impl Into<String>, span: Span) -> Self {
        Self { text: text.into(), span, stretches: Vec::new() }
    }

    /// Returns text that an author wrote at `span`; `span_of` gives the place in the file of a range of bytes of `text`.
    pub fn written(text: &str, span: Span, span_of: &impl Fn(Range<usize>) -> Span) -> Self {
        let mut words = Self::generated(text, span);
        words.locate(0..text.len(), span_of);
        words
    }

    /// Adds the stretches of a range, by halving it until each half is either the same in the file or a single character.
    fn locate(&mut self, range: Range<usize>, span_of: &impl Fn(Range<usize>) -> Span) {
        let (part, span) = (&self.text[range.clone()], span_of(range.clone()));
        // equal length proves equal bytes except for these two: their escapes are shorter than their bytes, and could make up for
        // longer ones
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

    /// Replaces each character by what `keep` returns for it, and leaves out those for which it returns `None`; the others keep
    /// their places.
    pub fn keep(&mut self, keep: &mut impl FnMut(char) -> Option<char>) {
        let mut chars = self.text.char_indices();
        let change = chars.find_map(|(at, c)| {
            let new = keep(c);
            (new != Some(c)).then_some((at, c, new))
        });
        // most texts stay as they are
        let Some(change) = change else { return };
        let before = self.text[..change.0].char_indices().map(|(at, c)| (at, c, Some(c)));
        let all = before.chain([change]).chain(chars.map(|(at, c)| (at, c, keep(c))));
        let kept: Vec<_> = all.filter_map(|(at, c, new)| Some((at..at + c.len_utf8(), new?))).collect();
        let text: String = kept.iter().map(|(_, c)| c).collect();
        let mut words = Self::generated(text, self.span);
        let mut at = 0;
        for (old, c) in kept.into_iter().filter(|_| !self.stretches.is_empty()) {
            let span = self.span_of(old);
            words.stretches.push(Stretch { at, span, verbatim: length(span) == c.len_utf8() });
            at += c.len_utf8();
        }
        *self = words;
    }

    /// Cuts the text to its first `length` bytes, which must end between two characters.
    pub fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        self.stretches.retain(|stretch| stretch.at < length);
    }

    /// Returns the place in the file of the bytes `range` of the text, from the first character to the last one.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        if self.stretches.is_empty() || range.is_empty() {
            return self.span;
        }
        self.place(range.start).through(self.place(range.end - 1))
    }

    /// Returns the place of the byte `at`, or of the whole character if the file writes it differently.
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
