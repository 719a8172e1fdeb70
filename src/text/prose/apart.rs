//! Footnotes `^[…]` and passages `[…]{…}`, whose words are read like a text of their own.

use super::line::{Apart, LANGUAGE, NOTE, trim};
use super::{Reader, Words, breaks};
use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::{Inline, Style};
use crate::locale::Locale;
use std::ops::Range;

impl Reader<'_> {
    /// Returns the footnotes and passages in the words, each with its place in them.
    pub(super) fn all_apart(&mut self, words: &Words) -> Vec<(Range<usize>, Vec<Inline>)> {
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(start) = words.text[at..].find(NOTE).map(|found| at + found) {
            let Some(apart) = self.apart.get(&words.origin(start)).cloned() else { break };
            at = start + apart.range.len();
            let inlines = match &apart.attributes {
                Some(attributes) => self.passage(&apart, attributes.clone()),
                None => vec![self.note(&apart)],
            };
            all.push((start..at, inlines));
        }
        all
    }

    /// Returns a passage that is underlined or in another language. One that stands too deep in others is shown as it is written.
    fn passage(&mut self, apart: &Apart, attributes: Range<usize>) -> Vec<Inline> {
        if self.is_too_deep(&apart.range) {
            let written = self.text.value[apart.range.clone()].replace('\n', " ");
            return vec![Inline::text(written, self.span(apart.range.clone()))];
        }
        self.depth += 1;
        let content = self.range(apart.words.clone());
        self.depth -= 1;
        let (written, mut styles) = (&self.text.value[attributes.clone()], Vec::new());
        for attribute in written.split_whitespace() {
            let Some(code) = attribute.strip_prefix(LANGUAGE) else {
                styles.push(Style::Underlined);
                continue;
            };
            match Locale::parse(code) {
                Some(locale) => styles.push(Style::Language(locale)),
                None => self.report.add(Locale::unknown(code, self.text.span_of(attributes.clone()))),
            }
        }
        let within = |content, style| vec![Inline::Styled(style, content)];
        styles.into_iter().fold(content, within)
    }

    /// Returns the footnote at this place of the text; nothing, with a message, for one within a footnote, which Word does not support.
    fn note(&mut self, apart: &Apart) -> Inline {
        let span = self.span(apart.range.clone());
        if self.noted {
            let diagnostic = Diagnostic::new(catalogue::NESTED_NOTE, span, "a footnote can't have a footnote");
            self.report.push(diagnostic.hint("put it into the text, in parentheses"));
            return Inline::text("", span);
        }
        self.noted = true;
        let mut content = self.range(apart.words.clone());
        self.noted = false;
        trim(&mut content);
        self.report.extend(breaks::misplaced(self.text, apart.words.clone(), &content));
        Inline::Note(content, span)
    }
}
