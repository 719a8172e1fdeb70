//! The marks of struck, lowered and raised words: `~~struck~~`, `H~2~O`, `10^3^`. pulldown-cmark has such marks too, but takes those of ordinary texts for
//! them: in `a~b and c~d`, and in addresses.

use super::address::addresses;
use super::line::{NOTE, PREFIX};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// An event of the CommonMark parser, with its place in the line.
type Placed<'l> = (Event<'l>, Range<usize>);

/// What a mark does with the words up to the next such mark.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Strike,
    Lower,
    Raise,
}

impl Mark {
    /// Returns what the sign `sign`, written `times` times in a row, does.
    fn of(sign: char, times: usize) -> Option<Self> {
        match (sign, times) {
            ('~', 2) => Some(Self::Strike),
            ('~', 1) => Some(Self::Lower),
            ('^', 1) => Some(Self::Raise),
            _ => None,
        }
    }

    /// Says whether the mark may begin something between these characters. Nothing is lowered after a figure, so that `10~20~30` stays as it is.
    fn opens(self, before: Option<char>, after: Option<char>) -> bool {
        let base = before.is_some_and(|c| c.is_alphabetic() || ")]*_^".contains(c) || c == NOTE);
        after.is_some_and(|c| !is_space(c)) && (self != Self::Lower || base)
    }

    /// Says whether `words` may stand between two of the marks. What is lowered or raised has no spaces, and is no emoticon such as `^_^`.
    fn takes(self, words: &str) -> bool {
        let is_word = |c: char| c.is_alphanumeric() || "+-−–*′".contains(c) || c == NOTE;
        match self {
            Self::Strike => !words.ends_with(is_space),
            Self::Lower | Self::Raise => !words.contains(is_space) && words.contains(is_word),
        }
    }

    fn tag(self) -> (Tag<'static>, TagEnd) {
        match self {
            Self::Strike => (Tag::Strikethrough, TagEnd::Strikethrough),
            Self::Lower => (Tag::Subscript, TagEnd::Subscript),
            Self::Raise => (Tag::Superscript, TagEnd::Superscript),
        }
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() && c != NOTE
}

/// Returns the events of a line with the marks in its words as events of their own. A mark without another that belongs to it stays among the words.
pub fn marked<'l>(line: &'l str, events: Vec<Placed<'l>>) -> Vec<Placed<'l>> {
    if !line.contains(['~', '^']) {
        return events;
    }
    let addresses = addresses(line).map(|(range, _)| range).collect();
    let mut marker = Marker { line, addresses, out: Vec::with_capacity(events.len()), open: vec![[None; 3]] };
    for (event, range) in events {
        match event {
            Event::Text(_) => marker.words(range),
            other => marker.other(other, range),
        }
    }
    marker.out
}

struct Marker<'l> {
    line: &'l str,
    /// The addresses in the line, in which no mark is one.
    addresses: Vec<Range<usize>>,
    out: Vec<Placed<'l>>,
    /// For each element around the present words, from the outermost: where in `out` the last mark of each sort stands that may begin something.
    open: Vec<[Option<usize>; 3]>,
}

impl<'l> Marker<'l> {
    fn other(&mut self, event: Event<'l>, range: Range<usize>) {
        match event {
            Event::Start(_) => self.open.push([None; 3]),
            Event::End(_) => self.open.truncate(self.open.len().max(2) - 1),
            _ => {}
        }
        self.out.push((event, range));
    }

    fn text(&mut self, range: Range<usize>) {
        if !range.is_empty() || range.start == 0 {
            self.out.push((Event::Text(self.line[range.clone()].into()), range));
        }
    }

    /// Adds the words at `range`, and the marks among them.
    fn words(&mut self, range: Range<usize>) {
        let mut added = range.start;
        let mut at = range.start + usize::from(self.is_escaped(range.start));
        while let Some(found) = self.line[at..range.end].find(['~', '^']).map(|found| at + found) {
            let sign = if self.line[found..].starts_with('~') { '~' } else { '^' };
            let times = self.line[found..range.end].chars().take_while(|c| *c == sign).count();
            at = found + times;
            if let Some(mark) = Mark::of(sign, times).filter(|_| !self.is_in_address(found)) {
                added = self.mark(mark, found..at, added);
            }
        }
        self.text(added..range.end);
    }

    /// Says whether the character at which words begin follows a backslash that is no word itself.
    fn is_escaped(&self, at: usize) -> bool {
        let follows_words = matches!(self.out.last(), Some((Event::Text(_), last)) if last.end == at);
        self.line[..at].ends_with('\\') && !follows_words
    }

    fn is_in_address(&self, at: usize) -> bool {
        let next = self.addresses.partition_point(|address| address.end <= at);
        self.addresses.get(next).is_some_and(|address| address.contains(&at))
    }

    /// Adds a mark at `range` with the words from `added` on before it, if it can end or begin something. Returns up to where all is added.
    fn mark(&mut self, mark: Mark, range: Range<usize>, added: usize) -> usize {
        let open = self.open.last().and_then(|open| open[mark as usize]);
        if let Some(begins) = open.filter(|begins| mark.takes(&self.line[self.out[*begins].1.end..range.start])) {
            self.text(added..range.start);
            let (tag, end) = mark.tag();
            let whole = self.out[begins].1.start..range.end;
            self.out[begins] = (Event::Start(tag), whole.clone());
            self.out.push((Event::End(end), whole));
            // what begins within, and does not end there, begins nothing
            self.open.last_mut().into_iter().flatten().for_each(|open| *open = open.filter(|open| *open < begins));
            return range.end;
        }
        let before = self.line[PREFIX.len_utf8()..range.start.max(PREFIX.len_utf8())].chars().next_back();
        if !mark.opens(before, self.line[range.end..].chars().next()) {
            return added;
        }
        self.text(added..range.start);
        self.open.last_mut().into_iter().for_each(|open| open[mark as usize] = Some(self.out.len()));
        self.text(range.clone());
        range.end
    }
}
