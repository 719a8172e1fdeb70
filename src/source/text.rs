//! A text of the author, with a map from each of its bytes to the bytes that were written for it.
//!
//! YAML changes what it reads: lines are folded, quotes doubled, escapes resolved. [`Text`] keeps where each stretch of the value came from, so
//! that a message about the fifth word of a folded text points at that word.

use super::{FileId, Span};

/// From `value` on, the bytes of a text stand at `raw` and after in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Offset in the value.
    pub value: u32,
    /// Offset in the file.
    pub raw: u32,
}

/// A text and where each part of it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The text as YAML means it.
    pub value: String,
    /// The whole of it in the file.
    pub span: Span,
    segments: Vec<Segment>,
}

impl Text {
    /// The text that YAML read as `value` from the bytes `span` of `source`.
    pub fn read(value: String, source: &str, span: Span) -> Self {
        let raw = source.get(span.start as usize..span.end as usize).unwrap_or_default();
        let segments = align(&value, raw, span.start);
        Self { value, span, segments }
    }

    /// A text that stands nowhere else than at `span` as a whole.
    pub fn generated(value: impl Into<String>, span: Span) -> Self {
        Self { value: value.into(), span, segments: Vec::new() }
    }

    /// The place of the bytes `range` of the value.
    pub fn span_of(&self, range: std::ops::Range<usize>) -> Span {
        if self.segments.is_empty() {
            return self.span;
        }
        let start = self.raw(range.start);
        let end = if range.is_empty() { start } else { self.raw(range.end - 1) + 1 };
        Span { file: self.span.file, start, end: end.max(start) }
    }

    fn raw(&self, offset: usize) -> u32 {
        let after = self.segments.partition_point(|segment| segment.value as usize <= offset);
        let segment = self.segments[after.saturating_sub(1)];
        (segment.raw + (offset as u32).saturating_sub(segment.value)).min(self.span.end)
    }

    /// The file it is from.
    pub fn file(&self) -> FileId {
        self.span.file
    }
}

/// Walks along the value and the raw bytes; each place where they part begins a segment.
///
/// White space matches any run of white space (folding), a backslash escape matches one character, a doubled quote one quote.
fn align(value: &str, raw: &str, start: u32) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut expected = usize::MAX;
    let mut at = 0;
    for (offset, c) in value.char_indices() {
        let Some((here, next)) = find(raw, at, c) else { break };
        if here != expected {
            segments.push(Segment { value: offset as u32, raw: start + here as u32 });
        }
        expected = if next - here == c.len_utf8() { next } else { usize::MAX };
        at = next;
    }
    segments
}

/// Where in `raw`, from `at` on, character `c` of the value was written, and where what follows begins.
fn find(raw: &str, at: usize, c: char) -> Option<(usize, usize)> {
    let rest = &raw[at..];
    if c.is_whitespace() {
        let gap = rest.find(|r: char| !r.is_whitespace()).unwrap_or(rest.len());
        if gap > 0 {
            return Some((at, at + gap));
        }
    }
    for (offset, r) in rest.char_indices() {
        let here = at + offset;
        if r == c {
            let doubled = c == '\'' && raw.starts_with('\'') && raw[here + 1..].starts_with('\'');
            return Some((here, here + c.len_utf8() + usize::from(doubled)));
        }
        if r == '\\' && raw.starts_with('"') && !is_line_end(&raw[here + 1..]) {
            return Some((here, here + escape_length(&raw[here..])));
        }
    }
    None
}

fn is_line_end(rest: &str) -> bool {
    rest.starts_with(['\n', '\r'])
}

fn escape_length(escape: &str) -> usize {
    let digits = match escape[1..].chars().next() {
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        _ => 0,
    };
    let wanted = escape.chars().take(2 + digits).map(char::len_utf8).sum::<usize>();
    wanted.min(escape.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str, value: &str, needle: &str) -> String {
        let text = Text::read(value.into(), source, Span::new(FileId(0), 0..source.len()));
        let at = value.find(needle).unwrap();
        let span = text.span_of(at..at + needle.len());
        source[span.start as usize..span.end as usize].to_string()
    }

    #[test]
    fn a_word_of_a_folded_text_is_found_in_the_file() {
        assert_eq!(found(">\n  one two\n  three four\n", "one two three four\n", "three"), "three");
        assert_eq!(found("one\n    two three", "one two three", "three"), "three");
    }

    #[test]
    fn quotes_and_escapes_do_not_shift_what_follows() {
        assert_eq!(found("'it''s a dog'", "it's a dog", "dog"), "dog");
        assert_eq!(found(r#""a\u00e9\tb word""#, "aé\tb word", "word"), "word");
        assert_eq!(found(r#""a \"b\" c\\d word""#, "a \"b\" c\\d word", "word"), "word");
    }
}
