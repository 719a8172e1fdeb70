//! [`Text`]: a text of an author, with a map from each of its bytes to the bytes that were written for it.
//!
//! YAML changes texts when it reads them: lines are folded, doubled quotes and escapes resolved. [`Text`] keeps from where each segment of the value
//! came, so that a message about the fifth word of a folded text points at that word, and in which style it is written, so that the word can be
//! changed in the file.

use super::scalar::{self, Context, Scalar, ScalarStyle, Segment, raw_range};
use super::{FileId, Span};
use std::ops::Range;
use std::sync::Arc;

/// A text, and where each part of it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The value of the text, as YAML reads it; but a line break after a backslash is never folded to a space.
    pub value: String,
    /// The place of the whole text in the file: with its quotes; for a block, the lines below the header.
    pub span: Span,
    form: Form,
}

/// The relation between the value of a text and its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Form {
    /// The value stands in no file as it is.
    #[default]
    Generated,
    /// The value is written as it is, but for a quote at each end. Most texts are; they need no map.
    Verbatim(ScalarStyle, Context),
    /// The written bytes differ from the value; a map relates them.
    Mapped(Arc<Mapped>),
}

/// A scalar and the segments of its value.
#[derive(Debug, PartialEq, Eq)]
struct Mapped {
    scalar: Scalar,
    segments: Box<[Segment]>,
}

impl Text {
    /// Makes the text that YAML read as `value` from `scalar` in the file with the text `source`; messages about the whole text are shown at `span`.
    pub fn read(value: String, source: &str, span: Span, scalar: Scalar) -> Self {
        let written = source.get(scalar.range.clone()).unwrap_or_default();
        let form = if scalar::verbatim(written, scalar.style) == Some(&value) {
            Form::Verbatim(scalar.style, scalar.context)
        } else {
            match scalar::read(written, scalar.style, scalar.indent).filter(|map| is_same(&map.value, &value)) {
                Some(map) => {
                    let form = Form::Mapped(Arc::new(Mapped { scalar, segments: map.segments.into() }));
                    return Self { value: map.value, span, form };
                }
                None => Form::Generated,
            }
        };
        Self { value, span, form }
    }

    /// Makes a generated text: messages about any part of it point at the whole of `span`.
    pub fn generated(value: impl Into<String>, span: Span) -> Self {
        Self { value: value.into(), span, form: Form::Generated }
    }

    /// Returns the place of the bytes `range` of the value: from the first byte that was written for them to the last.
    ///
    /// A range that reaches beyond the value is cut at its end. For a generated text, the place is that of the whole text.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let length = self.value.len();
        let range = range.start.min(length)..range.end.min(length);
        match &self.form {
            Form::Generated => self.span,
            Form::Verbatim(style, _) => {
                let first = self.span.start + style.quote() as u32;
                self.span.within(first + range.start as u32..first + range.end.max(range.start) as u32)
            }
            Form::Mapped(mapped) => {
                let first = mapped.scalar.range.start;
                let raw = raw_range(&mapped.segments, length, range);
                raw.map_or(self.span, |raw| self.span.within((first + raw.start) as u32..(first + raw.end) as u32))
            }
        }
    }

    /// Returns the style in which the text is written; `None` if the program made it.
    pub fn style(&self) -> Option<ScalarStyle> {
        self.scalar().map(|scalar| scalar.style)
    }

    /// Returns the scalar from which the text was read; `None` if the program made it.
    pub(super) fn scalar(&self) -> Option<Scalar> {
        match &self.form {
            Form::Generated => None,
            Form::Verbatim(style, context) => {
                let range = self.span.start as usize..self.span.end as usize;
                Some(Scalar { style: *style, context: *context, range, indent: 0 })
            }
            Form::Mapped(mapped) => Some(mapped.scalar.clone()),
        }
    }

    /// Returns the file from which the text comes; `None` if it stands nowhere.
    pub fn file(&self) -> Option<FileId> {
        self.span.file()
    }
}

/// Says whether two values differ only in line breaks, which are spaces in the second.
fn is_same(kept: &str, folded: &str) -> bool {
    let same = |(kept, folded)| kept == folded || (kept, folded) == (b'\n', b' ');
    kept.len() == folded.len() && kept.bytes().zip(folded.bytes()).all(same)
}

#[cfg(test)]
mod tests {
    use crate::source::Sources;
    use crate::yaml::{Kind, parse};

    /// Asserts that `written` stands in `source` for `words`, which occur in its only scalar.
    #[track_caller]
    fn check(source: &str, words: &str, written: &str) {
        let mut sources = Sources::default();
        let file = sources.add("t.yaml", source);
        let node = parse(&sources, file, &mut crate::diagnostic::Diagnostics::new()).expect("good YAML");
        let Kind::Scalar(text) = node.kind else { panic!("a scalar") };
        let at = text.value.find(words).unwrap_or_else(|| panic!("{words:?} in {:?}", text.value));
        let span = text.span_of(at..at + words.len());
        assert_eq!(&source[span.start as usize..span.end as usize], written, "in {:?}", text.value);
    }

    #[test]
    fn a_word_of_a_folded_text_is_found_in_the_file() {
        check(">\n  one two\n  three four\n", "three", "three");
        check("one\n    two three", "three", "three");
        check("one\n    two three", "one two", "one\n    two");
    }

    #[test]
    fn a_word_after_white_space_that_is_kept_is_found() {
        check("First sentence.  The second", "second", "second");
        check("'First  sentence.  The second\n  one'", "one", "one");
    }

    #[test]
    fn a_word_after_a_blank_or_indented_line_is_found() {
        check("|\n  one\n\n  two\n    three\n  four", "two", "two");
        check("|\n  one\n\n  two\n    three\n  four", "three", "three");
        check("|\n  one\n\n  two\n    three\n  four", "four", "four");
        check(">\n  one\n\n\n  two\n    three\n  four\n", "two", "two");
        check(">\n  one\n\n\n  two\n    three\n  four\n", "four", "four");
        check("|\n\n\n  one two", "two", "two");
        check("a\n\n\n b\r\n  c", "c", "c");
    }

    #[test]
    fn quotes_and_escapes_do_not_shift_what_follows() {
        check("'it''s a dog'", "dog", "dog");
        check("'''tis so'", "so", "so");
        check("'''tis'", "'", "''");
        check(r#""\"quoted\" word""#, "word", "word");
        check(r#""\"quoted\" word""#, "quoted\"", "quoted\\\"");
        check(r#""a\u00e9\tb word""#, "word", "word");
        check(r#""a\u00e9\tb word""#, "é", r"\u00e9");
        check(r#""\U0001F600 \ud83d\ude00 \x41 word""#, "word", "word");
        check(r#""\U0001F600 \ud83d\ude00 \x41 word""#, "😀 😀", r"\U0001F600 \ud83d\ude00");
        check(r#""a \"b\" c\\d word""#, "word", "word");
        check("\"one \\\n   two\\\n  three\"", "twothree", "two\\\n  three");
    }

    #[test]
    fn a_line_break_after_a_backslash_is_kept_in_every_style() {
        for source in ["one\\\n  two", "'one\\\n  two'", "\"one\\\\\n  two\"", ">\n  one\\\n  two\n", "|\n  one\\\n  two\n"] {
            check(source, "one\\\ntwo", source.trim_start_matches(['>', '|', '\'', '"']).trim_end_matches(['\'', '"']).trim());
            check(source, "two", "two");
        }
        check("one\\\\\n  two", "\\\\ two", "\\\\\n  two");
    }
}
