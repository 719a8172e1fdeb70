//! Edits of source files: which bytes of a file to replace so that a text of the author gets other words.
//!
//! 1. [`Text::edit`] makes one [`Edit`]: it writes the new words in the YAML style of the text, reads the changed scalar again as a proof, and falls
//!    back to double quotes where the style can't hold the new value.
//! 2. [`apply`] carries out several edits of one file.

use super::scalar::{Context, Map, Scalar, ScalarStyle, raw_start, read};
use super::write::{double_quoted, encoded, is_plain};
use super::{Sources, Span, Text};
use std::ops::Range;

/// The most bytes that a key may have, its quotes included: YAML parsers refuse longer keys.
const MAX_KEY: usize = 1000;

/// An edit of a source file: the bytes at `span` are to be replaced by `replacement`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The place of the bytes to be replaced; it is empty where words are only inserted.
    pub span: Span,
    /// The new content of that place, as it is written in the file (quoted and escaped).
    pub replacement: String,
}

/// Returns the text of a file after all `edits` of it, which may be in any order.
///
/// Returns `None` if an edit lies outside the text or splits a character, if two edits overlap, or if the edits are of several files.
pub fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let one_file = sorted.windows(2).all(|pair| pair[0].span.file() == pair[1].span.file());
    let mut out = String::new();
    let mut at = 0;
    for Edit { span, replacement } in sorted {
        out.push_str(text.get(at..span.start as usize)?);
        out.push_str(replacement);
        at = span.end as usize;
        text.get(span.start as usize..at)?;
    }
    out.push_str(text.get(at..)?);
    one_file.then_some(out)
}

impl Text {
    /// Returns the edit of the file that replaces the bytes `range` of the value by `words` and keeps the rest of the value.
    ///
    /// The words are written in the style of the text, with its indentation, escapes and quotes. If that style can't hold the new value, the whole
    /// scalar is written anew in double quotes.
    ///
    /// Returns `None` if the text does not stand in `sources` as it was read (the program made it, or the file has changed), if `range` does not
    /// cover whole characters of the value, or if a key became too long for YAML.
    pub fn edit(&self, sources: &Sources, range: Range<usize>, words: &str) -> Option<Edit> {
        let scalar = self.scalar()?;
        let source = sources.get(self.span).filter(|source| source.is_of_the_author())?;
        let written = source.text.get(scalar.range.clone())?;
        let map = read(written, scalar.style, scalar.indent).filter(|map| map.value == self.value)?;
        let replaced = self.value.get(range.clone())?;
        let (range, words) = narrowed(range, replaced, words);
        let wanted = [&self.value[..range.start], words, &self.value[range.end..]].concat();
        let change = Change { scalar: &scalar, written, map: &map, wanted: &wanted };
        let (raw, replacement) = change.in_place(range, words).unwrap_or_else(|| change.anew());
        let length = written.len() - raw.len() + replacement.len();
        let first = scalar.range.start;
        let span = self.span.within((first + raw.start) as u32..(first + raw.end) as u32);
        (scalar.context != Context::Key || length <= MAX_KEY).then_some(Edit { span, replacement })
    }
}

/// Narrows a replacement: returns `range` and `words` without the characters that `replaced` and `words` have in common at their beginnings and ends.
fn narrowed<'w>(range: Range<usize>, replaced: &str, words: &'w str) -> (Range<usize>, &'w str) {
    let same = |(a, b): &(char, char)| a == b;
    let length = |pair: (char, char)| pair.0.len_utf8();
    let start: usize = replaced.chars().zip(words.chars()).take_while(same).map(length).sum();
    let (replaced, words) = (&replaced[start..], &words[start..]);
    let end: usize = replaced.chars().rev().zip(words.chars().rev()).take_while(same).map(length).sum();
    (range.start + start..range.end - end, &words[..words.len() - end])
}

/// A scalar and the value that it is to have after the edit.
struct Change<'a> {
    scalar: &'a Scalar,
    /// All bytes of the scalar, as they stand in the file.
    written: &'a str,
    /// The present value, and which of the written bytes stand for which of its bytes.
    map: &'a Map,
    /// The whole value after the edit.
    wanted: &'a str,
}

impl Change<'_> {
    /// Returns which bytes of the scalar to replace, and their replacement, in the scalar's own style; `None` if that style can't hold the new value.
    fn in_place(&self, range: Range<usize>, words: &str) -> Option<(Range<usize>, String)> {
        let Scalar { style, indent, .. } = *self.scalar;
        let Map { value, segments } = self.map;
        // the header of a block decides how many line breaks stand at its end, so they can't be edited in place
        let end = if style.is_block() { value.trim_end_matches('\n').len() } else { value.len() };
        if range.end > end {
            return None;
        }
        let line_break = if self.written.contains("\r\n") { "\r\n" } else { "\n" };
        let replacement = encoded(words, style, indent, line_break)?;
        // an empty text has no segments: it stands between its quotes
        let raw = |offset| raw_start(segments, value.len(), offset).unwrap_or(style.quote());
        let raw = raw(range.start)..raw(range.end);
        let changed = [&self.written[..raw.start], &replacement, &self.written[raw.end..]].concat();
        let is_wanted = read(&changed, style, indent).is_some_and(|map| map.value == self.wanted);
        (is_wanted && self.is_scalar(&changed)).then_some((raw, replacement))
    }

    /// Says whether YAML reads `changed` as one scalar in the place where the scalar stands.
    fn is_scalar(&self, changed: &str) -> bool {
        let ends_document = |line: &str| line.starts_with("---") || line.starts_with("...");
        let is_held = self.scalar.style != ScalarStyle::Plain || is_plain(self.wanted, self.scalar.context);
        let is_indented = self.scalar.style.is_block() || least_indent(changed) >= least_indent(self.written);
        is_held && is_indented && !changed.split(['\r', '\n']).skip(1).any(ends_document)
    }

    /// Returns the replacement of the whole scalar by one in double quotes; a comment behind the header of a block is kept.
    fn anew(&self) -> (Range<usize>, String) {
        let quoted = double_quoted(self.wanted);
        if !self.scalar.style.is_block() {
            return (0..self.written.len(), quoted);
        }
        let header = self.written.split(['\r', '\n']).next().unwrap_or_default();
        let remark = header.find('#').map_or(String::new(), |at| format!(" {}", &header[at..]));
        (0..self.written.trim_end_matches([' ', '\t', '\r', '\n']).len(), quoted + &remark)
    }
}

/// Returns the smallest indentation, in spaces, of the lines after the first one; `usize::MAX` if there is no such line with words.
fn least_indent(written: &str) -> usize {
    let lines = written.split(['\r', '\n']).skip(1).filter(|line| !line.trim_matches([' ', '\t']).is_empty());
    lines.map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::yaml::{Kind, parse};

    /// Returns `source` after `words` have replaced `old` in its only scalar.
    fn changed(source: &str, old: &str, words: &str) -> String {
        let mut sources = Sources::default();
        let file = sources.add("t.yaml", source);
        let node = parse(&sources, file, &mut Diagnostics::new()).expect("good YAML");
        let Kind::Scalar(text) = node.kind else { panic!("a scalar") };
        let at = text.value.find(old).expect("these words");
        let edit = text.edit(&sources, at..at + old.len(), words).expect("a text of the author");
        apply(source, &[edit]).expect("an edit of this text")
    }

    #[test]
    fn words_are_written_in_the_style_of_the_text() {
        assert_eq!(changed("one two\n  three\n", "three", "3, or 4"), "one two\n  3, or 4\n");
        assert_eq!(changed("'it''s two'", "two", "two's"), "'it''s two''s'");
        assert_eq!(changed(r#""\u00e9 two""#, "two", "\"2\"\n"), r#""\u00e9 \"2\"\n""#);
        assert_eq!(changed("| # keep\n  one\n  two\n", "two", "2\n\n3"), "| # keep\n  one\n  2\n\n  3\n");
        assert_eq!(changed(">\r\n  one\r\n  two\r\n", "one", "1\n2"), ">\r\n  1\r\n\r\n  2\r\n  two\r\n");
        assert_eq!(changed(">-\n  one\n  two three\n", "two ", ""), ">-\n  one\n  three\n");
    }

    #[test]
    fn what_a_style_cannot_hold_is_written_in_double_quotes() {
        assert_eq!(changed("one two # three\n", "two", "2: two"), "\"one 2: two\" # three\n");
        assert_eq!(changed("one", "one", "~"), "\"~\"");
        assert_eq!(changed("> # keep\n  one\n  two\n\n", "two\n", ""), "\"one \" # keep\n\n");
    }

    #[test]
    fn only_what_an_author_wrote_is_changed() {
        let mut sources = Sources::default();
        let file = sources.add("<the usual body of note>", "one");
        let node = parse(&sources, file, &mut Diagnostics::new()).expect("good YAML");
        let Kind::Scalar(text) = node.kind else { panic!("a scalar") };
        assert_eq!(text.edit(&sources, 0..3, "two"), None);
        assert_eq!(Text::generated("one", text.span).edit(&sources, 0..3, "two"), None);
        let mut others = Sources::default();
        others.add("t.yaml", "two");
        assert_eq!(text.edit(&others, 0..3, "two"), None, "the file has changed");
    }

    #[test]
    fn edits_that_overlap_are_refused() {
        let edit = |range: Range<u32>, words: &str| {
            let file = Sources::default().add("t.yaml", "abc");
            Edit { span: Span::new(file, range.start as usize..range.end as usize), replacement: words.into() }
        };
        assert_eq!(apply("abc", &[edit(2..3, "z"), edit(0..1, "x")]), Some("xbz".into()));
        assert_eq!(apply("abc", &[edit(0..2, "z"), edit(1..3, "x")]), None);
        assert_eq!(apply("abc", &[edit(2..4, "z")]), None);
    }
}
