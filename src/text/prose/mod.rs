//! Reads a text of the author into inlines.
//!
//! 1. [`line::prepare`] makes one line of the text without moving a byte: placeholders stand for forced breaks and footnotes.
//! 2. pulldown-cmark reads the inline markup of CommonMark; all other markup (images, HTML, blocks) is shown as it is written.
//! 3. In the words that remain, document symbols, addresses and counted values are recognised.

mod breaks;
mod line;

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::document::{Inline, LocatedText, Style};
use crate::source::{Span, Text};
use crate::text::math;
use crate::text::symbol::SymbolReader;
use crate::web::WebAddress;
use line::{BREAK, Events, NOTE, PREFIX, footnotes, number, prepare, trim};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};
use regex::Regex;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The most emphasis and links around a word of a text. Every later step goes down into them, and no text of a person has more than three.
const DEEPEST: usize = 16;

/// A reader of texts, with what it has to know of the dossier.
pub struct Prose<'a> {
    /// The reader that finds document symbols.
    pub symbols: &'a SymbolReader,
    /// The counted values that may be written in braces: returns the number for a name.
    pub values: &'a dyn Fn(&str) -> Option<u64>,
    /// The names of the counted values, for the advice "did you mean …?".
    pub names: &'a [&'static str],
}

impl Prose<'_> {
    /// Reads a text; faults in it are added to `report`, and what is faulty is shown as it is written, or left out.
    pub fn read(&self, text: &Text, report: &mut Diagnostics) -> Vec<Inline> {
        if let Some(known) = self.symbols.readings.get(text) {
            return known;
        }
        let mut found = Diagnostics::new();
        let inlines = self.read_anew(text, &mut found);
        // a counted value differs from document to document, and a fault is reported in each
        if found.is_empty() && !text.value.contains('{') {
            self.symbols.readings.keep(text, &inlines);
        }
        report.extend(found);
        inlines
    }

    fn read_anew(&self, text: &Text, report: &mut Diagnostics) -> Vec<Inline> {
        let mut reader = Reader {
            prose: self,
            text,
            report,
            linked: false,
            depth: 0,
            notes: HashMap::new(),
            noted: false,
            refused: Vec::new(),
        };
        let mut inlines = reader.range(0..text.value.len());
        trim(&mut inlines);
        report.extend(breaks::misplaced(text, 0..text.value.len(), &inlines));
        inlines
    }
}

/// The state of reading one text.
struct Reader<'a> {
    prose: &'a Prose<'a>,
    text: &'a Text,
    report: &'a mut Diagnostics,
    /// Whether the reader is within the words of a link, which can't hold another link.
    linked: bool,
    /// How much emphasis and how many links are around the present words.
    depth: usize,
    /// The footnotes: where each begins in the text, and its length in bytes.
    notes: HashMap<usize, usize>,
    /// Whether the reader is within a footnote, which can't hold another footnote.
    noted: bool,
    /// The places of links that were refused, in order: no address is linked in what is shown of them.
    refused: Vec<Range<usize>>,
}

/// Neighbouring words without markup between them, collected before symbols and addresses are sought in them.
#[derive(Default)]
struct Words {
    text: String,
    /// For each piece: the offset in these words at which it begins, and its offset in the author's text.
    pieces: Vec<(usize, usize)>,
}

impl Words {
    /// Adds a piece that stands at the offset `at` of the author's text.
    fn push(&mut self, text: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(text);
    }

    /// Returns the offset in the author's text of the byte `offset` of these words.
    fn origin(&self, offset: usize) -> usize {
        let piece = self.pieces[self.pieces.partition_point(|piece| piece.0 <= offset) - 1];
        piece.1 + offset - piece.0
    }
}

impl Reader<'_> {
    /// Returns the place in the file of a part of the text.
    fn span(&self, range: Range<usize>) -> Span {
        self.text.span_of(range)
    }

    /// Returns the inlines of a part of the text.
    fn range(&mut self, range: Range<usize>) -> Vec<Inline> {
        let base = range.start;
        let notes = footnotes(&self.text.value[range.clone()]);
        let prepared = prepare(&self.text.value[range], &notes);
        self.notes.extend(notes.into_iter().map(|(at, length)| (base + at, length)));
        let line = format!("{PREFIX}{prepared}");
        // CommonMark takes `[a word]` for a link only if it is defined; made a link here, it reaches `tagged`, which shows it as it is written
        let written =
            |link: BrokenLink<'_>| (link.link_type == LinkType::Shortcut).then_some((CowStr::from(""), CowStr::from("")));
        let parser = Parser::new_with_broken_link_callback(&line, Options::empty(), Some(written));
        let events: Vec<_> = parser.into_offset_iter().collect();
        let mut events = Events { events, at: 0, line: &line, base };
        self.inlines(&mut events)
    }

    /// Returns the inlines up to the end of the element that is open.
    fn inlines(&mut self, events: &mut Events) -> Vec<Inline> {
        let mut out = Vec::new();
        let mut words = Words::default();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::Paragraph) => {}
                Event::End(_) => break,
                Event::Start(tag) => {
                    if let Some(inline) = self.tagged(tag, &range, events, &mut words) {
                        self.flush(&mut words, &mut out);
                        out.push(inline);
                    }
                }
                Event::Code(code) if events.is_equation(&range) => {
                    words.text.pop();
                    self.flush(&mut words, &mut out);
                    out.push(self.equation(&code, events.origin(&range)));
                    events.skip_byte();
                }
                Event::Code(code) => {
                    self.flush(&mut words, &mut out);
                    out.push(self.code(&code, events.origin(&range)));
                }
                _ => words.push(events.written(&range), events.origin(&range).start),
            }
        }
        self.flush(&mut words, &mut out);
        out
    }

    /// Returns the inline of an element with content. An element that is shown as it is written is added to `words` instead, and `None` is returned.
    fn tagged(&mut self, tag: Tag, range: &Range<usize>, events: &mut Events, words: &mut Words) -> Option<Inline> {
        let origin = events.origin(range);
        let inline = match tag {
            Tag::Emphasis => self.within(events, &origin).map(|content| Inline::Styled(Style::Emphasis, content)),
            Tag::Strong => self.within(events, &origin).map(|content| Inline::Styled(Style::Strong, content)),
            Tag::Link { link_type: LinkType::Inline | LinkType::Autolink, dest_url, .. } => {
                self.linked = true;
                let content = self.within(events, &origin);
                self.linked = false;
                content.and_then(|content| self.link(&dest_url, content, self.span(origin.clone())))
            }
            _ => {
                events.skip();
                None
            }
        };
        if inline.is_none() {
            self.refused.push(origin.clone());
            words.push(events.written(range), origin.start);
        }
        inline
    }

    /// Returns the inlines within the element that has just begun; `None`, with a message, if too many elements are around it.
    fn within(&mut self, events: &mut Events, origin: &Range<usize>) -> Option<Vec<Inline>> {
        if self.depth == DEEPEST {
            events.skip();
            let message = format!("emphasis and links stand in one another more than {DEEPEST} deep");
            self.report.push(Diagnostic::new(catalogue::TOO_DEEP, self.span(origin.clone()), message));
            return None;
        }
        self.depth += 1;
        let content = self.inlines(events);
        self.depth -= 1;
        Some(content)
    }

    /// Returns a link or a reference; `None`, with a message, if the address may not be linked.
    fn link(&mut self, url: &str, content: Vec<Inline>, span: Span) -> Option<Inline> {
        if let Some(target) = url.strip_prefix('#') {
            let content = (!content.is_empty()).then_some(content);
            return Some(Inline::Reference { target: target.into(), content, span });
        }
        let address = self.address(url, span)?;
        let content = if content.is_empty() { vec![Inline::text(url, span)] } else { content };
        Some(Inline::Link { url: address, content })
    }

    /// Returns the address of a link; `None`, with a message, if it may not be linked.
    fn address(&mut self, url: &str, span: Span) -> Option<WebAddress> {
        let refused = |hint| {
            let message = format!("`{url}` can't be linked; it is shown as written");
            self.report.add(Diagnostic::new(catalogue::LINK_SCHEME, span, message).hint(hint));
        };
        WebAddress::parse(url).map_err(refused).ok()
    }

    /// Returns words in the style of code; what looks like a footnote or a forced line break within them is shown as it is written.
    fn code(&self, code: &str, origin: Range<usize>) -> Inline {
        let shown = if code.contains([NOTE, BREAK]) {
            self.text.value[origin.clone()].trim_matches('`').replace('\n', " ")
        } else {
            code.into()
        };
        Inline::Styled(Style::Code, vec![Inline::text(shown, self.span(origin))])
    }

    /// Returns an equation; one that can't be read is shown as it is written, with a message.
    fn equation(&mut self, written: &str, origin: Range<usize>) -> Inline {
        match math::read(written) {
            Ok(equation) => Inline::Equation(equation.into(), self.span(origin)),
            Err(fault) => {
                // the marks before the equation, and spaces of a line break, may make its places in the text others
                let at = self.text.value[origin.clone()].find(written).map(|at| origin.start + at);
                let place = at.map_or(origin.clone(), |at| at + fault.range.start..at + fault.range.end);
                self.report.push(Diagnostic::new(catalogue::WRONG_EQUATION, self.span(place), fault.message));
                Inline::Styled(Style::Code, vec![Inline::text(written, self.span(origin))])
            }
        }
    }

    /// Turns the collected words into texts, symbols, links, numbers, breaks and footnotes, and appends these to `out`.
    fn flush(&mut self, words: &mut Words, out: &mut Vec<Inline>) {
        let words = std::mem::take(words);
        let mut at = 0;
        for (range, inline) in self.recognised(&words) {
            self.plain(&words, at..range.start, out);
            out.push(inline);
            at = range.end;
        }
        self.plain(&words, at..words.text.len(), out);
    }

    /// Returns the inlines that are recognised in the words, in order, without those that overlap an earlier one.
    fn recognised(&mut self, words: &Words) -> Vec<(Range<usize>, Inline)> {
        static VALUE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{([a-z]+\.[a-z]+)((?:\|[^{}|]*)*)\}").expect("fixed"));
        let span = |range: &Range<usize>| self.text.span_of(words.origin(range.start)..words.origin(range.end - 1) + 1);
        let mut all = if self.linked { Vec::new() } else { self.addresses(words) };
        for found in self.prose.symbols.find(&words.text) {
            let text = words.text[found.range.clone()].to_string();
            let span = span(&found.range);
            all.push((found.range, Inline::Symbol { text, url: found.url.filter(|_| !self.linked), span }));
        }
        for found in VALUE.captures_iter(&words.text) {
            let range = found.get(0).expect("the match").range();
            match (self.prose.values)(&found[1]) {
                Some(value) => {
                    let number = number(value, &found[2], &self.text.value[..words.origin(range.start)]);
                    all.push((range.clone(), Inline::Number(number, span(&range))));
                }
                None => {
                    let message = format!("there is no value `{}`", &found[1]);
                    let diagnostic = Diagnostic::new(catalogue::UNKNOWN_VALUE, span(&range), message);
                    self.report.push(diagnostic.did_you_mean(&found[1], self.prose.names.iter().copied()));
                }
            }
        }
        for (at, _) in words.text.match_indices(BREAK) {
            all.push((at..at + 1, Inline::Break));
        }
        all.extend(self.notes(words));
        all.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        all.retain(|(range, _)| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        });
        all
    }

    /// Returns the links for addresses that stand in the words without markup, each with its place in them.
    fn addresses(&mut self, words: &Words) -> Vec<(Range<usize>, Inline)> {
        static ADDRESS: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"\b(?:https?://|www\.)[^\s<>()\x01-\x03]*[^\s<>().,;:!?\x01-\x03]").expect("fixed"));
        let link = |found: regex::Match| {
            let at = words.origin(found.start());
            let before = self.refused.partition_point(|refused| refused.start <= at);
            if self.refused[..before].last().is_some_and(|refused| refused.contains(&at)) {
                return None;
            }
            let scheme = if found.as_str().starts_with("www.") { "https://" } else { "" };
            let span = self.span(at..words.origin(found.end() - 1) + 1);
            let url = self.address(&format!("{scheme}{}", found.as_str()), span)?;
            Some((found.range(), Inline::Link { url, content: vec![Inline::text(found.as_str(), span)] }))
        };
        ADDRESS.find_iter(&words.text).filter_map(link).collect()
    }

    /// Returns the footnotes in the words, each with its place in them.
    fn notes(&mut self, words: &Words) -> Vec<(Range<usize>, Inline)> {
        let mut notes = Vec::new();
        let mut at = 0;
        while let Some(start) = words.text[at..].find(NOTE).map(|found| at + found) {
            let origin = words.origin(start);
            let Some(&length) = self.notes.get(&origin) else { break };
            notes.push((start..start + length, self.note(origin..origin + length)));
            at = start + length;
        }
        notes
    }

    /// Returns the footnote at this place of the text; nothing, with a message, for one within a footnote, which Word does not support.
    fn note(&mut self, range: Range<usize>) -> Inline {
        let span = self.span(range.clone());
        if self.noted {
            let diagnostic = Diagnostic::new(catalogue::NESTED_NOTE, span, "a footnote can't have a footnote");
            self.report.push(diagnostic.hint("put it into the text, in parentheses"));
            return Inline::text("", span);
        }
        self.noted = true;
        let inner = range.start + 2..range.end - 1;
        let mut content = self.range(inner.clone());
        self.noted = false;
        trim(&mut content);
        self.report.extend(breaks::misplaced(self.text, inner, &content));
        Inline::Note(content, span)
    }

    /// Appends a part of the words to `out`.
    fn plain(&self, words: &Words, range: Range<usize>, out: &mut Vec<Inline>) {
        if range.is_empty() {
            return;
        }
        let origin = |part: Range<usize>| words.origin(range.start + part.start)..words.origin(range.start + part.end - 1) + 1;
        let span_of = |part: Range<usize>| self.text.span_of(origin(part));
        out.push(Inline::Text(LocatedText::written(&words.text[range.clone()], span_of(0..range.len()), &span_of).into()));
    }
}

#[cfg(test)]
mod tests;
