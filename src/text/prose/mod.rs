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
use crate::text::symbol::SymbolReader;
use line::{BREAK, Events, NOTE, PREFIX, note_length, prepare, trim};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

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
        let mut reader = Reader { prose: self, text, report, linked: false };
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
        let prepared = prepare(&self.text.value[range.clone()]);
        let base = range.start;
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
        match tag {
            Tag::Emphasis => Some(Inline::Styled(Style::Emphasis, self.inlines(events))),
            Tag::Strong => Some(Inline::Styled(Style::Strong, self.inlines(events))),
            Tag::Link { link_type: LinkType::Inline | LinkType::Autolink, dest_url, .. } => {
                self.linked = true;
                let content = self.inlines(events);
                self.linked = false;
                match self.link(&dest_url, content, self.span(origin.clone())) {
                    Some(link) => return Some(link),
                    None => words.push(events.written(range), origin.start),
                }
                None
            }
            _ => {
                events.skip();
                words.push(events.written(range), origin.start);
                None
            }
        }
    }

    /// Returns a link or a reference; `None`, with a message, if the address may not be linked.
    fn link(&mut self, url: &str, content: Vec<Inline>, span: Span) -> Option<Inline> {
        if let Some(target) = url.strip_prefix('#') {
            let content = (!content.is_empty()).then_some(content);
            return Some(Inline::Reference { target: target.into(), content, span });
        }
        if !["http://", "https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)) {
            let message = format!("`{url}` can't be linked; it is shown as written");
            let hint = "an address begins with `https://`, `http://` or `mailto:`; a place in the document with `#`";
            self.report.add(Diagnostic::new(catalogue::LINK_SCHEME, span, message).hint(hint));
            return None;
        }
        let content = if content.is_empty() { vec![Inline::text(url, span)] } else { content };
        Some(Inline::Link { url: url.into(), content, span })
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
        static ADDRESS: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"\b(?:https?://|www\.)[^\s<>()\x01-\x03]*[^\s<>().,;:!?\x01-\x03]").expect("fixed"));
        static VALUE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{([a-z]+\.[a-z]+)\}").expect("fixed"));
        let span = |range: &Range<usize>| self.text.span_of(words.origin(range.start)..words.origin(range.end - 1) + 1);
        let mut all: Vec<(Range<usize>, Inline)> = Vec::new();
        for found in ADDRESS.find_iter(&words.text).filter(|_| !self.linked) {
            let url =
                if found.as_str().starts_with("www.") { format!("https://{}", found.as_str()) } else { found.as_str().into() };
            let span = span(&found.range());
            all.push((found.range(), Inline::Link { url, content: vec![Inline::text(found.as_str(), span)], span }));
        }
        for found in self.prose.symbols.find(&words.text) {
            let text = words.text[found.range.clone()].to_string();
            let span = span(&found.range);
            all.push((found.range, Inline::Symbol { text, url: found.url.filter(|_| !self.linked), span }));
        }
        for found in VALUE.captures_iter(&words.text) {
            let range = found.get(0).expect("the match").range();
            match (self.prose.values)(&found[1]) {
                Some(value) => all.push((range.clone(), Inline::Number(value, span(&range)))),
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

    /// Returns the footnotes in the words, each with its place in them.
    fn notes(&mut self, words: &Words) -> Vec<(Range<usize>, Inline)> {
        let mut notes = Vec::new();
        let mut at = 0;
        while let Some(start) = words.text[at..].find(NOTE).map(|found| at + found) {
            let origin = words.origin(start);
            let Some(length) = note_length(&self.text.value[origin..]) else { break };
            let inner = origin + 2..origin + length - 1;
            let mut content = self.range(inner.clone());
            trim(&mut content);
            self.report.extend(breaks::misplaced(self.text, inner, &content));
            self.no_note_within(&mut content);
            notes.push((start..start + length, Inline::Note(content, self.span(origin..origin + length))));
            at = start + length;
        }
        notes
    }

    /// Removes and reports footnotes within a footnote: Word does not support them.
    fn no_note_within(&mut self, content: &mut Vec<Inline>) {
        for inline in content.iter().filter(|inline| matches!(inline, Inline::Note(..))) {
            let message = "a footnote can't have a footnote";
            let diagnostic = Diagnostic::new(catalogue::NESTED_NOTE, inline.span().unwrap_or(self.text.span), message);
            self.report.push(diagnostic.hint("put it into the text, in parentheses"));
        }
        content.retain(|inline| !matches!(inline, Inline::Note(..)));
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
mod tests {
    use super::*;

    fn show(inlines: &[Inline]) -> String {
        let one = |inline: &Inline| match inline {
            Inline::Text(words) => words.text.clone(),
            Inline::Styled(style, content) => format!("<{style:?} {}>", show(content)),
            Inline::Symbol { text, .. } => format!("<Symbol {text}>"),
            Inline::Reference { target, content, .. } => {
                format!("<Reference {target} {}>", show(content.as_deref().unwrap_or_default()))
            }
            Inline::Link { url, content, .. } => format!("<Link {url} {}>", show(content)),
            Inline::Note(content, _) => format!("<Note {}>", show(content)),
            Inline::Break => "<Break>".into(),
            Inline::Number(number, _) => format!("<{number}>"),
            Inline::Comment { .. } | Inline::Dates(..) | Inline::Sentence(_) => "<…>".into(),
        };
        inlines.iter().map(one).collect()
    }

    fn read(text: &str) -> (String, Vec<String>) {
        let values = |name: &str| (name == "documents.count").then_some(34);
        let prose = Prose { symbols: &SymbolReader::default(), values: &values, names: &["documents.count"] };
        let mut report = Diagnostics::new();
        let text = Text::generated(text, Span::NONE);
        let inlines = prose.read(&text, &mut report);
        (show(&inlines), report.into_iter().map(|d| d.message).collect())
    }

    #[test]
    fn what_a_text_says_anew_each_time_is_read_anew() {
        let symbols = SymbolReader::default();
        let read = |text: &str, count| {
            let mut report = Diagnostics::new();
            let prose = Prose { symbols: &symbols, values: &|_| Some(count), names: &[] };
            (show(&prose.read(&Text::generated(text, Span::NONE), &mut report)), report.len())
        };
        assert_eq!([1, 2].map(|count| read("{documents.count}", count).0), ["<1>", "<2>"]);
        assert_eq!([1, 2].map(|count| read("[a](javascript:x)", count).1), [1, 1]);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).0, expected);
    }

    #[test]
    fn the_inline_part_of_commonmark_is_read() {
        check("a *b* **c** `d`", "a <Emphasis b> <Strong c> <Code d>");
        check("**a *b* c**", "<Strong a <Emphasis b> c>");
        check("[x](https://itu.int) <https://un.org>", "<Link https://itu.int x> <Link https://un.org https://un.org>");
        check("see [](#forum), [the forum](#forum)", "see <Reference forum >, <Reference forum the forum>");
        check(r"\*a\* b\\c", r"*a* b\c");
        check("a\\\nb", "a<Break>b");
    }

    #[test]
    fn everything_else_is_shown_as_written() {
        for text in [
            "# a",
            "- a",
            "1. a",
            "> a",
            "<b>a</b>",
            "![a](b.png)",
            "&copy; &amp;",
            "[a]",
            "[a]: b",
            "| a |",
            "#$@{{ x }}",
            "a_b_c",
            "~~~",
            "    a",
            "---",
            "^a",
            "{a}",
            "***",
        ] {
            check(text, text.trim_start());
        }
        check("[a](javascript:x)", "[a](javascript:x)");
    }

    #[test]
    fn footnotes_may_hold_markup_and_stand_anywhere() {
        check("a^[b *c* [d](https://e.int)] f", "a<Note b <Emphasis c> <Link https://e.int d>> f");
        check("**a^[b]**", "<Strong a<Note b>>");
        check(r"a\^[b]", "a^[b]");
        check("a^[b", "a^[b");
    }

    #[test]
    fn symbols_addresses_and_values_are_recognised() {
        check("(C22/8-E), A/RES/70/125.", "(<Symbol C22/8-E>), <Symbol A/RES/70/125>.");
        check("**C22/8**", "<Strong <Symbol C22/8>>");
        check("at www.wsis.org/stocktaking. All", "at <Link https://www.wsis.org/stocktaking www.wsis.org/stocktaking>. All");
        check("{documents.count} documents", "<34> documents");
        assert_eq!(read("{document.count}").1, ["there is no value `document.count`"]);
    }

    #[test]
    fn white_space_in_a_row_is_a_space() {
        check(" a \n  b\t\n\nc ", "a b c");
    }

    #[test]
    fn a_forced_line_break_stands_between_words() {
        check("a\\  \nb\\\n\nc", "a<Break>b<Break>c");
        check("`a\\\nb` c", "<Code a\\ b> c");
        check("a\\\\\nb", "a\\ b");
        let before = "nothing stands before this forced line break";
        let after = "nothing follows this forced line break";
        for (text, messages) in [
            ("a\\\n", vec![after]),
            ("a\\", vec![after]),
            ("\\\na", vec![before]),
            ("\\\n", vec![after]),
            ("^[a\\\n] b", vec![after]),
            ("a\\\nb\\\\", vec![]),
        ] {
            assert_eq!(read(text).1, messages, "{text:?}");
        }
    }
}
