//! From a resolved document back to the records: which numbered place says what which record says.

use crate::resolved::{Annex, Block, ResolvedDocument, Run, plain_text};
use crate::source::Span;
use std::collections::BTreeSet;

/// A numbered heading or paragraph with what belongs to it, or an annex up to its first number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `4.1.3`, `Annex 2`, `Annex 1, 2.1`; of a heading without a number its words.
    pub number: String,
    /// Where the words, and the records that they are made from, stand.
    pub records: BTreeSet<Span>,
}

/// All places of the body and the annexes, in order.
pub fn places(document: &ResolvedDocument) -> Vec<Place> {
    let mut tracer = Tracer { document, prefix: String::new(), places: Vec::new() };
    tracer.body_and_annexes();
    tracer.places
}

/// All places in the author's files that the document is made from: front, body and annexes.
pub fn records(document: &ResolvedDocument) -> BTreeSet<Span> {
    let masthead = &document.masthead;
    let lines = masthead.left.iter().chain([&masthead.agenda_item]).chain(&masthead.right).chain(&document.opening);
    let lines = lines.chain([&document.author, &document.title, &document.subtitle]);
    let lines = lines.chain(document.summary_box.iter().flat_map(|row| &row.paragraphs));
    let mut tracer = Tracer { document, prefix: String::new(), places: Vec::new() };
    tracer.begin(String::new());
    lines.for_each(|line| tracer.runs(line));
    tracer.body_and_annexes();
    tracer.places.into_iter().flat_map(|place| place.records).collect()
}

struct Tracer<'a> {
    document: &'a ResolvedDocument,
    prefix: String,
    places: Vec<Place>,
}

impl Tracer<'_> {
    fn body_and_annexes(&mut self) {
        let document = self.document;
        self.blocks(&document.body);
        for Annex { label, title, body, span, .. } in &document.annexes {
            let label = label.replace('\u{a0}', " ");
            self.prefix = format!("{label}, ");
            self.begin(label);
            self.mark(*span);
            self.runs(title);
            self.blocks(body);
        }
    }

    fn begin(&mut self, number: String) {
        self.places.push(Place { number, records: BTreeSet::new() });
    }

    /// The words that follow belong to the place that was begun last; what stands before the first number belongs to none.
    fn mark(&mut self, span: Span) {
        if let Some(place) = self.places.last_mut() {
            place.records.extend((!span.is_none()).then_some(span));
            place.records.extend(self.document.records.get(&span).into_iter().flatten());
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let number = heading.number.as_ref().map(|number| number.label.clone());
                    self.begin(format!("{}{}", self.prefix, number.unwrap_or_else(|| plain_text(&heading.content))));
                    self.line(heading.span, &heading.content);
                }
                Block::Paragraph(paragraph) => {
                    if let Some(number) = &paragraph.number {
                        self.begin(format!("{}{}", self.prefix, number.label));
                    }
                    self.line(paragraph.span, &paragraph.content);
                }
                Block::List(list) => list.items.iter().for_each(|item| {
                    self.line(item.span, &item.content);
                    self.blocks(&item.body);
                }),
                Block::Table(table) => {
                    self.mark(table.span);
                    table.rows.iter().flatten().for_each(|cell| self.runs(&cell.content));
                }
                Block::Figure(figure) => self.mark(figure.picture.span),
                Block::Chart(chart) => self.mark(chart.span),
                Block::PageBreak => {}
                Block::Landscape(blocks) => self.blocks(blocks),
            }
        }
    }

    fn line(&mut self, span: Span, runs: &[Run]) {
        self.mark(span);
        self.runs(runs);
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run {
                Run::Text(text) => self.mark(text.span),
                Run::Note(note) => self.line(note.span, &note.content),
                Run::Comment(_) | Run::Break => {}
            }
        }
    }
}
