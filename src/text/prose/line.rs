//! Prepares a text for the CommonMark parser as one line, and trims the white space of what was read.

use crate::document::Inline;
use pulldown_cmark::Event;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The placeholder of a forced line break.
pub const BREAK: char = '\u{1}';
/// The placeholder of a control character that is left out.
pub const DROPPED: char = '\u{2}';
/// The placeholder of each byte of a footnote.
pub const NOTE: char = '\u{3}';
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

/// Returns the text as one line with the same length in bytes, in which [`BREAK`], [`DROPPED`] and [`NOTE`] stand for what they replace. `notes` are the
/// footnotes in the text, as [`footnotes`] returns them.
pub fn prepare(text: &str, notes: &HashMap<usize, usize>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(&length) = notes.get(&(text.len() - rest.len())) {
            out.extend(std::iter::repeat_n(NOTE, length));
            rest = &rest[length..];
            continue;
        }
        if c == '\n' && escaped {
            out.pop();
            out.extend([BREAK, ' ']);
        } else {
            out.push(in_line(c));
        }
        escaped = c == '\\' && !escaped;
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Returns the character that stands for `c` in the line.
fn in_line(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' => ' ',
        '\u{0}'..='\u{1f}' | '\u{7f}' => DROPPED,
        c => c,
    }
}

/// Returns the footnotes `^[…]` in `text`, those within others too: where each begins, and its length in bytes. Brackets inside a footnote have to be
/// balanced or escaped.
pub fn footnotes(text: &str) -> HashMap<usize, usize> {
    let mut notes = HashMap::new();
    let (mut open, mut before) = (Vec::new(), ' ');
    for (at, c) in text.char_indices() {
        match c {
            _ if before == '\\' => {}
            '[' if before == '^' => open.push(Some(at - 1)),
            '[' => open.push(None),
            ']' => notes.extend(open.pop().flatten().map(|start| (start, at + 1 - start))),
            _ => {}
        }
        // an escaped sign means nothing to the sign after it
        before = if before == '\\' { ' ' } else { c };
    }
    notes
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
                    let folded = if c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c };
                    let after = std::mem::replace(after_space, folded == ' ');
                    (!after || folded != ' ').then_some(folded)
                });
            }
            Inline::Styled(_, content) | Inline::Link { content, .. } => collapse(content, after_space),
            Inline::Break => *after_space = true,
            Inline::Comment { .. } => {}
            Inline::Note(..)
            | Inline::Symbol { .. }
            | Inline::Reference { .. }
            | Inline::Number(..)
            | Inline::Dates(..)
            | Inline::Sentence(_) => *after_space = false,
        }
    }
}
