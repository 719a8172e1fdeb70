//! One line of a text, as CommonMark is to see it, and white space.

use crate::document::Inline;
use pulldown_cmark::Event;
use std::ops::Range;
use std::sync::Arc;

/// Stands for a forced line break.
pub const BREAK: char = '\u{1}';
/// Stands for a control character that is left out.
pub const DROPPED: char = '\u{2}';
/// Stands for each byte of a footnote.
pub const NOTE: char = '\u{3}';
/// Put before the text so that no block of CommonMark can begin: a text is a paragraph, whatever it begins with.
pub const PREFIX: char = ')';

/// The events of one line, and where the line stands in the text.
pub struct Events<'l> {
    /// With their places in the line.
    pub events: Vec<(Event<'l>, Range<usize>)>,
    /// The next one.
    pub at: usize,
    /// The line.
    pub line: &'l str,
    /// Where the line begins in the text.
    pub base: usize,
}

impl<'l> Events<'l> {
    /// The next event that has a place after the prefix.
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

    /// Goes to the end of the element that has just begun.
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

    /// What stands there in the line.
    pub fn written(&self, range: &Range<usize>) -> &'l str {
        &self.line[range.clone()]
    }

    /// Where it stands in the text.
    pub fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let start = range.start.max(PREFIX.len_utf8()) - PREFIX.len_utf8();
        self.base + start..self.base + range.end.max(1) - PREFIX.len_utf8()
    }
}

/// One line of the same length in bytes, with [`BREAK`], [`DROPPED`] and [`NOTE`] in it.
pub fn prepare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !escaped && let Some(length) = note_length(rest) {
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

fn in_line(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' => ' ',
        '\u{0}'..='\u{1f}' | '\u{7f}' => DROPPED,
        c => c,
    }
}

/// The length of a footnote `^[…]` at the beginning of `text`; brackets inside it are balanced or escaped.
pub fn note_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("^[")?;
    let mut depth = 1;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => {}
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        if depth == 0 {
            return Some(at + 3);
        }
    }
    None
}

/// White space at the ends is the file's, not the text's; within it, runs of it are one space.
pub fn trim(inlines: &mut Vec<Inline>) {
    collapse(inlines, &mut true);
    if let Some(Inline::Text(words)) = inlines.last_mut() {
        let words = Arc::make_mut(words);
        words.truncate(words.text.trim_end().len());
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text(words) if words.text.is_empty()));
}

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
            Inline::Note(..) | Inline::Comment { .. } => {}
            Inline::Symbol { .. } | Inline::Reference { .. } | Inline::Number(..) | Inline::Dates(..) | Inline::Sentence(_) => {
                *after_space = false
            }
        }
    }
}
