//! Writes the document as calls of Typst functions, which `templates/typst/` defines. The methods for tables and charts are in
//! files of their own; cells contain blocks again.

use super::words::{call, literal, visible};
use super::{Source, math};
use crate::document::Picture;
use crate::house::House;
use crate::layout::{Block, Figure, Flow, Heading, Paragraph};
use crate::resolved::{Caption, Number, ResolvedDocument, Run, Text};
use crate::source::Span;
use crate::template::typst_literal;
use std::sync::Arc;

/// A map from the bytes of a Typst source to the places in the author's files that they come from.
#[derive(Debug, Default)]
pub struct SourceMap {
    entries: Vec<(usize, usize, Span)>,
}

impl SourceMap {
    /// Returns the place of the innermost call around byte `at`, or else of the last call that begins before it.
    pub fn find(&self, at: usize) -> Option<Span> {
        let around = self.entries.iter().filter(|(start, end, _)| (*start..*end).contains(&at));
        let innermost = around.min_by_key(|(start, end, _)| end - start);
        innermost.or_else(|| self.entries.iter().rev().find(|(start, ..)| *start <= at)).map(|(.., span)| *span)
    }
}

/// A Typst source that is being written, with its map and pictures.
pub struct TypstBuilder<'a> {
    /// The house style.
    pub house: &'a House,
    out: String,
    map: SourceMap,
    pictures: Vec<(String, Arc<[u8]>)>,
    /// True while blocks go on landscape pages.
    landscape: bool,
    /// True while headings are written that are repeated on each page.
    pub repeated: bool,
}

impl<'a> TypstBuilder<'a> {
    /// Returns a builder that continues `text`.
    pub fn new(text: String, house: &'a House) -> Self {
        Self { house, out: text, map: SourceMap::default(), pictures: Vec::new(), landscape: false, repeated: false }
    }

    /// Returns the finished source.
    pub fn finish(self) -> Source {
        Source { text: self.out, map: self.map, pictures: self.pictures }
    }

    /// Adds Typst code to the source.
    pub fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Maps everything that `write` adds to `span`. If `span` is none, the code belongs to the call around it.
    pub fn from(&mut self, span: Span, write: impl FnOnce(&mut Self)) {
        let start = self.out.len();
        write(self);
        if !span.is_none() {
            self.map.entries.push((start, self.out.len(), span));
        }
    }

    /// Adds the front and all blocks of a document.
    pub fn document(&mut self, document: &ResolvedDocument, flow: &Flow) {
        let front = &document.front;
        self.push("\n#show: document\n");
        self.masthead(&front.masthead);
        front.opening().for_each(|paragraph| self.call_with("opening", paragraph));
        self.call_with("author-line", &front.author);
        self.call_with("document-title", &front.title);
        self.call_with("document-subtitle", &front.subtitle);
        self.summary_box(&flow.summary_box);
        if let Some(title) = &document.contents {
            self.push(&format!("#contents({})\n", typst_literal(title)));
        }
        self.blocks(&flow.body);
        flow.annexes.iter().for_each(|annex| self.annex(annex));
        // the line stands below the last block, on an upright or a landscape page
        if document.end_line {
            self.push("#end-line\n");
        }
        self.set_landscape(false);
    }

    /// Adds lines as contents, with commas between them.
    pub fn lines(&mut self, lines: &[Vec<Run>]) {
        for line in lines {
            self.content(line);
            self.push(", ");
        }
    }

    /// Adds `#name[…]`, unless the line is empty.
    fn call_with(&mut self, name: &str, runs: &[Run]) {
        if !runs.is_empty() {
            self.push(&format!("#{name}"));
            self.content(runs);
            self.push("\n");
        }
    }

    /// Adds blocks, on upright or landscape pages.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let Block::Landscape(blocks) = block {
                self.set_landscape(true);
                self.blocks_of_page(blocks);
            } else {
                self.set_landscape(false);
                self.blocks_of_page(std::slice::from_ref(block));
            }
        }
    }

    /// Switches between upright and landscape pages, if that is a change. Says whether it is one.
    pub fn set_landscape(&mut self, landscape: bool) -> bool {
        let changed = self.landscape != landscape;
        if changed {
            self.push(if landscape { "#landscape[\n" } else { "]\n" });
            self.landscape = landscape;
        }
        changed
    }

    fn blocks_of_page(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(paragraph) if paragraph.kept => {
                    self.push("#leading[\n");
                    self.paragraph(paragraph);
                    self.push("]\n");
                }
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::List(list) => self.list(list),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => self.figure(figure),
                Block::Equation(equation) => self.equation(equation),
                Block::Chart(chart) => self.chart(chart),
                Block::Quote { indented, body } => {
                    self.push(&format!("#quotation(indented: {indented})"));
                    self.content_of(body);
                    self.push("\n");
                }
                Block::SideBySide(block) => self.side_by_side(block),
                Block::PageBreak => self.push("#pagebreak(weak: true)\n"),
                Block::Landscape(blocks) => self.blocks_of_page(blocks),
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.from(heading.span, |body| {
            body.push(&format!("#clause-heading({}, {})", heading.level, number(heading.number)));
            body.content(heading.content);
            body.label(heading.anchor);
        });
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.from(paragraph.span, |body| {
            match &paragraph.number {
                Some(label) if paragraph.apart => {
                    let Paragraph { indented, quote, .. } = paragraph;
                    body.push(&format!("#numbered-apart({}, indented: {indented}, quote: {quote})", number(Some(label))));
                }
                Some(label) => body.push(&format!("#numbered-paragraph({})", number(Some(label)))),
                None if paragraph.quote => body.push(&format!("#quoted(indented: {})", paragraph.indented)),
                None => body.push(&format!("#plain-paragraph(indented: {})", paragraph.indented)),
            }
            body.content(&paragraph.content);
            body.label(paragraph.anchor);
        });
    }

    /// Ends a call, and gives what it shows the name by which references lead to it.
    pub fn label(&mut self, anchor: Option<&str>) {
        if let Some(anchor) = anchor {
            self.push(&format!(" #label({})", typst_literal(anchor)));
        }
        self.push("\n");
    }

    fn figure(&mut self, figure: &Figure) {
        let Figure { figure, anchor, span, .. } = figure;
        self.from(*span, |body| {
            body.push("#picture(caption: ");
            body.caption(figure.caption.as_ref());
            body.push(", ");
            body.image(&figure.picture, &format!("width: {}%", figure.width));
            body.push(")");
            body.label(*anchor);
        });
    }

    /// Adds a caption as content, or `none`.
    pub fn caption(&mut self, caption: Option<&Caption>) {
        let Some(caption) = caption else {
            self.push("none");
            return;
        };
        self.push(&format!("[#unbroken[{}];{}", literal(&caption.label.text()), literal(Caption::SEPARATOR)));
        self.runs(&caption.content);
        self.push("]");
    }

    /// Adds a picture of this size.
    pub fn image(&mut self, picture: &Picture, size: &str) {
        // the path from the root of the dossier
        let path = format!("/{}", picture.file);
        // Typst believes the ending of the name
        let format = match (picture.format.as_str(), path.rsplit('.').next()) {
            ("png", Some("png")) | ("jpeg", Some("jpg" | "jpeg")) => "",
            ("png", _) => "format: \"png\", ",
            _ => "format: \"jpg\", ",
        };
        self.push(&format!("image({}, {format}{size}, alt: {})", typst_literal(&path), typst_literal(&picture.alt)));
        self.pictures.push((path, picture.bytes.clone()));
    }

    /// Adds blocks as content.
    pub fn content_of(&mut self, blocks: &[Block]) {
        self.line_and_blocks(&[], blocks);
    }

    /// Adds a line and the blocks below it as content.
    pub fn line_and_blocks(&mut self, runs: &[Run], blocks: &[Block]) {
        self.push("[");
        self.runs(runs);
        if !blocks.is_empty() {
            self.push("\n");
            self.blocks_of_page(blocks);
        }
        self.push("]");
    }

    /// Adds a line as content.
    pub fn content(&mut self, runs: &[Run]) {
        self.push("[");
        self.runs(runs);
        self.push("]");
    }

    fn runs(&mut self, runs: &[Run]) {
        let mut rest = runs;
        while let Some((run, after)) = rest.split_first() {
            rest = after;
            match (run, after.first()) {
                (Run::Text(text), Some(Run::Text(next))) if text.unbroken && text.text.ends_with(' ') => {
                    rest = &after[1..];
                    self.kept_together(text, next);
                }
                (Run::Text(text), _) => self.text(text),
                (Run::Note(note), _) => self.from(note.span, |body| {
                    let call = if body.repeated { format!("#heading-note({})", note.number) } else { "#note".into() };
                    body.push(&call);
                    body.content(&note.content);
                    body.push(";");
                }),
                (Run::Equation(equation), _) => self.push(&math::in_line(equation)),
                // comments are for those who draft, and they work in Word
                (Run::Comment(_), _) => {}
                // an empty line has no word to part from the next, and the height of the type
                (Run::Break, _) if runs.len() == after.len() + 1 || runs[runs.len() - after.len() - 2] == Run::Break => {
                    self.push("#linebreak();")
                }
                (Run::Break, _) => self.push("#line-end;"),
            }
        }
    }

    /// Keeps two runs on one line.
    fn kept_together(&mut self, text: &Text, next: &Text) {
        self.push("#unbroken[");
        self.text(&Text { unbroken: false, ..text.clone() });
        self.text(next);
        self.push("];");
    }

    fn text(&mut self, text: &Text) {
        self.from(text.span, |body| body.push(&call(text)));
    }
}

fn number(number: Option<&Number>) -> String {
    number.map_or_else(|| "none".into(), |number| visible(&number.label))
}
