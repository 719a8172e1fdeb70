//! Prepares a text for the CommonMark parser as one line, and trims the white space of what was read.

use crate::document::{Inline, Number};
use pulldown_cmark::Event;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The placeholder of a forced line break.
pub const BREAK: char = '\u{1}';
/// The placeholder of each byte of a footnote or a passage.
pub const NOTE: char = '\u{3}';
/// The attribute of a passage that is underlined.
pub const UNDERLINE: &str = ".underline";
/// The attribute of a passage in another language, before the code of the language.
pub const LANGUAGE: &str = "lang=";
/// The character that is put before the text so that CommonMark begins no block: a text is a paragraph, whatever it begins with.
pub const PREFIX: char = ')';

/// The events of the CommonMark parser for one line, and the place of the line in the text.
pub struct Events<'l> {
    /// The events with their places in the line, in bytes.
    pub events: Vec<(Event<'l>, Range<usize>)>,
    /// The index of the next event.
    pub at: usize,
    /// The line, with its prefix.
    pub line: &'l str,
    /// The offset in the text at which the line begins.
    pub base: usize,
}

impl<'l> Events<'l> {
    /// Returns the next event, with its place cut to what follows the prefix; events of the prefix alone are skipped.
    pub fn next(&mut self) -> Option<(Event<'l>, Range<usize>)> {
        loop {
            let (event, mut range) = self.events.get(self.at).cloned()?;
            self.at += 1;
            let prefix = range.start == 0 && matches!(event, Event::Text(_));
            if prefix {
                range.start = PREFIX.len_utf8();
                if range.is_empty() {
                    continue;
                }
            }
            return Some((event, range));
        }
    }

    /// Says whether the code at `range` of the line is an equation: it stands between two dollar signs, as in ``$`x^2`$``.
    pub fn is_equation(&self, range: &Range<usize>) -> bool {
        let (before, after) = (&self.line[..range.start], &self.line[range.end..]);
        before.ends_with('$') && !before.ends_with("\\$") && after.starts_with('$')
    }

    /// Leaves out the first byte of the next event, which has to be words.
    pub fn skip_byte(&mut self) {
        if let Some((_, range)) = self.events.get_mut(self.at) {
            range.start += 1;
        }
    }

    /// Skips the rest of the element that has just begun.
    pub fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.get(self.at) {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                None => return,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Returns the part of the line at `range`.
    pub fn written(&self, range: &Range<usize>) -> &'l str {
        &self.line[range.clone()]
    }

    /// Returns the place in the text of the part of the line at `range`.
    pub fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let start = range.start.max(PREFIX.len_utf8()) - PREFIX.len_utf8();
        self.base + start..self.base + range.end.max(1) - PREFIX.len_utf8()
    }
}

/// Returns the text as one line with the same length in bytes, in which [`BREAK`] and [`NOTE`] stand for what they replace. `apart` is what [`set_apart`]
/// returns for the text, which begins at the
/// offset `base` of the text of the author.
pub fn prepare(text: &str, base: usize, apart: &HashMap<usize, Apart>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(length) = apart.get(&(base + text.len() - rest.len())).map(|apart| apart.range.len()) {
            out.extend(std::iter::repeat_n(NOTE, length));
            rest = &rest[length..];
            continue;
        }
        if !escaped && let Some(length) = break_length(rest) {
            out.push(BREAK);
            out.extend(std::iter::repeat_n(' ', length - 1));
            rest = &rest[length..];
            continue;
        }
        // white space is a space; the other control characters have been refused, and must not pass for a placeholder
        out.push(if c.is_ascii_control() { ' ' } else { c });
        escaped = c == '\\' && !escaped;
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Returns the length in bytes of the forced line break with which `text` begins, if it does: a backslash, blanks, the end of the line.
fn break_length(text: &str) -> Option<usize> {
    let after = text.strip_prefix('\\')?.trim_start_matches([' ', '\t']);
    after.starts_with('\n').then(|| text.len() - after.len() + 1)
}

/// A footnote `^[…]`, or a passage `[…]{…}`, in a text.
#[derive(Clone)]
pub struct Apart {
    /// The place of all of it.
    pub range: Range<usize>,
    /// The place of the words.
    pub words: Range<usize>,
    /// How a passage is set off; none for a footnote.
    pub attributes: Option<Range<usize>>,
}

/// Returns the footnotes `^[…]` and the passages `[…]{…}` in `text`, those within others too, by where each begins. `base` is the offset of `text` in the text
/// of the author, from which the places of the result count. Brackets inside have to be balanced or escaped.
pub fn set_apart(text: &str, base: usize) -> Vec<Apart> {
    let mut all = Vec::new();
    let (mut open, mut before) = (Vec::new(), ' ');
    for (at, c) in text.char_indices() {
        match c {
            _ if before == '\\' => {}
            '[' => open.push((at, before == '^')),
            ']' => all.extend(open.pop().and_then(|(start, note)| ended(text, start, at, note))),
            _ => {}
        }
        // an escaped sign means nothing to the sign after it
        before = if before == '\\' { ' ' } else { c };
    }
    let moved = |range: Range<usize>| base + range.start..base + range.end;
    all.into_iter()
        .map(|Apart { range, words, attributes }| Apart {
            range: moved(range),
            words: moved(words),
            attributes: attributes.map(moved),
        })
        .collect()
}

/// Returns what stands between the brackets at `open` and `close`, if it is a footnote or a passage.
fn ended(text: &str, open: usize, close: usize, note: bool) -> Option<Apart> {
    let words = open + 1..close;
    if note {
        return Some(Apart { range: open - 1..close + 1, words, attributes: None });
    }
    let length = text[close + 1..].strip_prefix('{')?.find(['{', '}', '[', '\n'])?;
    let attributes = close + 2..close + 2 + length;
    let is_known = |word: &str| word == UNDERLINE || word.starts_with(LANGUAGE);
    let mut all = text[attributes.clone()].split_whitespace().peekable();
    let is_passage = text[attributes.end..].starts_with('}') && all.peek().is_some() && all.all(is_known);
    is_passage.then(|| Apart { range: open..attributes.end + 1, words, attributes: Some(attributes) })
}

/// Removes the white space at both ends of the inlines, and replaces each run of white space within them by one space.
pub fn trim(inlines: &mut Vec<Inline>) {
    collapse(inlines, &mut true);
    if let Some(Inline::Text(words)) = inlines.last_mut() {
        let words = Arc::make_mut(words);
        words.truncate(words.text.trim_end().len());
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text(words) if words.text.is_empty()));
}

/// Replaces each run of white space by one space; `after_space` says whether white space, or the beginning, stands before the inlines.
fn collapse(inlines: &mut [Inline], after_space: &mut bool) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => {
                Arc::make_mut(words).keep(&mut |c| {
                    let after = std::mem::replace(after_space, c == ' ');
                    (!after || c != ' ').then_some(c)
                });
            }
            Inline::Styled(_, content) | Inline::Link { content, .. } | Inline::Reference { content, .. } => {
                collapse(content, after_space)
            }
            Inline::Break => *after_space = true,
            Inline::Comment { .. } => {}
            Inline::Note(..)
            | Inline::Equation(..)
            | Inline::Symbol { .. }
            | Inline::Part(..)
            | Inline::Number(..)
            | Inline::Dates(..)
            | Inline::Sentence(_) => *after_space = false,
        }
    }
}

/// Returns a counted number with its forms, written as `|meeting|meetings`. It begins a sentence if nothing stands before it in the text, or a full stop; marks of emphasis,
/// brackets and quotation marks are passed over.
pub fn number(value: u64, forms: &str, before: &str) -> Number {
    let forms = forms.split('|').skip(1).map(|form| form.trim().to_string()).collect();
    let before = before.trim_end_matches(['*', '_', '[', '(', '“', '"']);
    let words = before.trim_end();
    let begins = words.is_empty() || words.ends_with(['.', '!', '?']) && words.len() < before.len();
    Number { value, forms, begins }
}
