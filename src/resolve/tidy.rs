//! Makes lines of the texts that are read without markup, such as names and descriptions: [`crate::text::prose`] does so for all
//! others.

use super::runs::Resolver;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::Picture;
use crate::resolved::{ResolvedDocument, Role, Run, VisitorMut, walk_mut};
use crate::source::Span;
use serde_json::Value;
use std::borrow::Cow;

/// A forced line break as a text has it that is not read as markup.
const FORCED: &str = "\\\n";

impl Resolver<'_> {
    /// Makes a line of each text of a document, and reports the forced line breaks that are left: they are in texts that have no
    /// room for one.
    pub(super) fn tidy(&mut self, document: &mut ResolvedDocument) {
        walk_mut(document, &mut Tidy { faults: &mut self.faults });
    }

    /// Returns a picture whose description is a line.
    pub(super) fn picture(&mut self, picture: &Picture) -> Picture {
        let alt = self.line_of(&picture.alt, picture.span);
        Picture { alt, ..picture.clone() }
    }

    /// Returns a text as a line.
    pub(super) fn line_of(&mut self, text: &str, span: Span) -> String {
        let mut text = text.trim().to_string();
        Tidy { faults: &mut self.faults }.text(&mut text, span);
        text
    }
}

/// Returns a value for the template of a sentence, in which each text is a line. Forced line breaks stay, to be reported where the
/// sentence stands.
pub(super) fn lines_of(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let lines: Vec<_> = text.trim().split(FORCED).map(one_line).collect();
            Value::String(lines.join(FORCED))
        }
        Value::Array(values) => values.into_iter().map(lines_of).collect(),
        Value::Object(values) => values.into_iter().map(|(key, value)| (key, lines_of(value))).collect(),
        other => other,
    }
}

/// Returns the text with one space for each run of white space; spaces that do not break lines stay.
fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r', '\t']) && !text.contains("  ") {
        return text.into();
    }
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\n' | '\r' | '\t' if line.ends_with(' ') => {}
            '\n' | '\r' | '\t' => line.push(' '),
            c => line.push(c),
        }
    }
    line.into()
}

struct Tidy<'f> {
    faults: &'f mut Vec<Diagnostic>,
}

impl Tidy<'_> {
    /// Makes a line of a text; says whether it was none.
    fn text(&mut self, text: &mut String, span: Span) -> bool {
        if text.contains(FORCED) {
            let message = "this text has no room for a forced line break";
            self.faults.push(Diagnostic::new(catalogue::LINE_BREAK, span, message).hint("leave the backslash out"));
        }
        match one_line(text) {
            Cow::Borrowed(_) => false,
            Cow::Owned(line) => {
                *text = line;
                true
            }
        }
    }
}

impl VisitorMut for Tidy<'_> {
    fn line(&mut self, _: Role, runs: &mut Vec<Run>) {
        for run in runs {
            if let Run::Text(text) = run
                && self.text(&mut text.text, text.span)
            {
                text.written = None;
            }
        }
    }

    fn words(&mut self, _: Role, words: &mut String, span: Span) {
        self.text(words, span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn white_space_is_a_space() {
        assert_eq!(one_line("a\n b\t\tc  d\u{a0} e"), "a b c d\u{a0} e");
        assert_eq!(lines_of(json!({"a": [" Ana\n ", 1, "a\\\nb"]})), json!({"a": ["Ana", 1, "a\\\nb"]}));
    }
}
