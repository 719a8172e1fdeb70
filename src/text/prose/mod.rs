//! Reads a text of the author into inlines.
//!
//! 1. [`line::prepare`] makes one line of the text without moving a byte: placeholders stand for forced breaks, footnotes and passages `[…]{…}`.
//! 2. pulldown-cmark reads the inline markup of CommonMark, and [`mark`] finds what is struck, lowered or raised; all other markup (images, HTML, blocks) is
//!    shown as it is written.
//! 3. In the words that remain, document symbols, addresses and counted values are recognised.

mod address;
mod apart;
mod breaks;
mod line;
mod mark;

use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::document::{Inline, LocatedText, Part, Script, Style};
use crate::source::{Span, Text};
use crate::text::math;
use crate::text::symbol::SymbolReader;
use crate::web::WebAddress;
use address::addresses;
use line::{Apart, BREAK, Events, NOTE, PREFIX, number, prepare, set_apart, trim};
use mark::marked;
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
            referring: false,
            depth: 0,
            apart: HashMap::new(),
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
    /// Whether the reader is within the words of a reference, which can say something of its target.
    referring: bool,
    /// How much emphasis, and how many links and passages, are around the present words.
    depth: usize,
    /// The footnotes and passages, by where each begins in the text.
    apart: HashMap<usize, Apart>,
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
        let apart = set_apart(&self.text.value[range.clone()], base);
        self.apart.extend(apart.into_iter().map(|apart| (apart.range.start, apart)));
        let prepared = prepare(&self.text.value[range], base, &self.apart);
        let line = format!("{PREFIX}{prepared}");
        // CommonMark takes `[a word]` for a link only if it is defined; made a link here, it reaches `tagged`, which shows it as it is written
        let written =
            |link: BrokenLink<'_>| (link.link_type == LinkType::Shortcut).then_some((CowStr::from(""), CowStr::from("")));
        let parser = Parser::new_with_broken_link_callback(&line, Options::empty(), Some(written));
        let events = marked(&line, parser.into_offset_iter().collect());
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
            Tag::Emphasis => self.styled(Style::Emphasis, events, &origin),
            Tag::Strong => self.styled(Style::Strong, events, &origin),
            Tag::Strikethrough => self.styled(Style::Struck, events, &origin),
            Tag::Subscript => self.styled(Style::Script(Script::Subscript), events, &origin),
            Tag::Superscript => self.styled(Style::Script(Script::Superscript), events, &origin),
            Tag::Link { link_type: LinkType::Inline | LinkType::Autolink, dest_url, .. } => {
                (self.linked, self.referring) = (true, dest_url.starts_with('#'));
                let content = self.within(events, &origin);
                (self.linked, self.referring) = (false, false);
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

    fn styled(&mut self, style: Style, events: &mut Events, origin: &Range<usize>) -> Option<Inline> {
        self.within(events, origin).map(|content| Inline::Styled(style, content))
    }

    /// Returns the inlines within the element that has just begun; `None`, with a message, if too many elements are around it.
    fn within(&mut self, events: &mut Events, origin: &Range<usize>) -> Option<Vec<Inline>> {
        if self.is_too_deep(origin) {
            events.skip();
            return None;
        }
        self.depth += 1;
        let content = self.inlines(events);
        self.depth -= 1;
        Some(content)
    }

    /// Says whether the present words can't have another element around them, with a message.
    fn is_too_deep(&mut self, origin: &Range<usize>) -> bool {
        if self.depth == DEEPEST {
            let message = format!("emphasis and links stand in one another more than {DEEPEST} deep");
            self.report.push(Diagnostic::new(catalogue::TOO_DEEP, self.span(origin.clone()), message));
        }
        self.depth == DEEPEST
    }

    /// Returns a link or a reference; `None`, with a message, if the address may not be linked.
    fn link(&mut self, url: &str, content: Vec<Inline>, span: Span) -> Option<Inline> {
        if let Some(target) = url.strip_prefix('#') {
            let content = if content.is_empty() { vec![Inline::Part(Part::Label, span)] } else { content };
            return Some(Inline::Reference { target: target.into(), content });
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
        for (range, inlines) in self.recognised(&words) {
            self.plain(&words, at..range.start, out);
            out.extend(inlines);
            at = range.end;
        }
        self.plain(&words, at..words.text.len(), out);
    }

    /// Returns the inlines that are recognised in the words, in order, without those that overlap an earlier one.
    fn recognised(&mut self, words: &Words) -> Vec<(Range<usize>, Vec<Inline>)> {
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
        all.extend(words.text.match_indices(BREAK).map(|(at, _)| (at..at + 1, Inline::Break)));
        if self.referring {
            all.extend(self.parts(words));
        }
        let mut all: Vec<_> = all.into_iter().map(|(range, inline)| (range, vec![inline])).collect();
        all.extend(self.all_apart(words));
        all.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        all.retain(|(range, _)| {
            let apart = range.start >= end;
            end = end.max(range.end);
            apart
        });
        all
    }

    /// Returns what the words of a reference say of its target, each with its place in them.
    fn parts(&mut self, words: &Words) -> Vec<(Range<usize>, Inline)> {
        static PART: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{([a-z]+)\}").expect("fixed"));
        let part = |found: regex::Captures| {
            let range = found.get(0).expect("the match").range();
            let span = self.span(words.origin(range.start)..words.origin(range.end - 1) + 1);
            let known = Part::ALL.into_iter().find(|part| part.word() == &found[1]);
            if known.is_none() {
                let message = format!("a reference can't say `{}`", &found[1]);
                let diagnostic = Diagnostic::new(catalogue::UNKNOWN_VALUE, span, message);
                let diagnostic = diagnostic.hint("it says `{label}`, `{number}`, `{title}` or `{page}`");
                self.report.push(diagnostic.did_you_mean(&found[1], Part::ALL.into_iter().map(Part::word)));
            }
            Some((range, Inline::Part(known?, span)))
        };
        PART.captures_iter(&words.text).filter_map(part).collect()
    }

    /// Returns the links for addresses that stand in the words without markup, each with its place in them.
    fn addresses(&mut self, words: &Words) -> Vec<(Range<usize>, Inline)> {
        let link = |(range, address): (Range<usize>, String)| {
            let at = words.origin(range.start);
            let before = self.refused.partition_point(|refused| refused.start <= at);
            if self.refused[..before].last().is_some_and(|refused| refused.contains(&at)) {
                return None;
            }
            let span = self.span(at..words.origin(range.end - 1) + 1);
            let url = self.address(&address, span)?;
            let content = vec![Inline::text(&words.text[range.clone()], span)];
            Some((range, Inline::Link { url, content }))
        };
        addresses(&words.text).filter_map(link).collect()
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
