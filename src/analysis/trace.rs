//! Traces the clauses of a resolved document back to the records that they are made from.

use crate::resolved::{Clause, Content, Node, ResolvedDocument, Role, Run, Visitor, plain_text, walk};
use crate::source::Span;
use std::collections::BTreeSet;

/// A numbered clause with the blocks that belong to it, a heading without a number, or an annex up to its first numbered clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedPlace {
    /// The number or label: `4.1.3`, `Annex 2`, `Annex 1, 2.1`; for a heading without a number, its text.
    pub number: String,
    /// The spans of the text, and of all records that it is made from.
    pub records: BTreeSet<Span>,
}

/// Returns all places of the body and the annexes, in the order of the document.
pub fn places(document: &ResolvedDocument) -> Vec<NumberedPlace> {
    let mut tracer = Tracer { prefix: String::new(), places: Vec::new() };
    walk(document, &mut tracer);
    tracer.places
}

/// Returns the spans of all texts and records that the document is made from, in the front, the body and the annexes.
pub fn records(document: &ResolvedDocument) -> BTreeSet<Span> {
    let front = NumberedPlace { number: String::new(), records: BTreeSet::new() };
    let mut tracer = Tracer { prefix: String::new(), places: vec![front] };
    walk(document, &mut tracer);
    tracer.places.into_iter().flat_map(|place| place.records).collect()
}

struct Tracer {
    prefix: String,
    places: Vec<NumberedPlace>,
}

impl Tracer {
    fn begin(&mut self, number: &str) {
        self.places.push(NumberedPlace { number: format!("{}{number}", self.prefix), records: BTreeSet::new() });
    }

    /// Adds a span to the place that was begun last. Text before the first number belongs to no place.
    fn mark(&mut self, span: Span) {
        if let Some(place) = self.places.last_mut().filter(|_| !span.is_none()) {
            place.records.insert(span);
        }
    }

    fn begin_clause(&mut self, clause: &Clause) {
        match (&clause.number, &clause.heading) {
            (Some(number), _) => self.begin(&number.label),
            (None, Some(heading)) if clause.level.is_some() => self.begin(&plain_text(heading)),
            _ => {}
        }
    }
}

impl<'d> Visitor<'d> for Tracer {
    fn enter(&mut self, node: Node<'d>) {
        match node {
            Node::Annex(annex) => {
                self.prefix = String::new();
                let label = if annex.label.word.is_empty() { plain_text(&annex.title) } else { annex.label.text() };
                self.begin(&label);
                self.prefix = format!("{label}, ");
                self.mark(annex.span);
            }
            Node::Block(block) => {
                if let Content::Clause(clause) = &block.content {
                    self.begin_clause(clause);
                }
                self.mark(block.span);
            }
            Node::Item(item) => self.mark(item.span),
            Node::Note(note) => self.mark(note.span),
            Node::BoxRow(_) | Node::Row(_) | Node::Cell(_) | Node::Comment(_) => {}
        }
    }

    fn line(&mut self, role: Role, runs: &'d [Run]) {
        let texts = runs.iter().filter(|_| role != Role::Comment);
        texts.for_each(|run| {
            if let Run::Text(text) = run {
                self.mark(text.span);
                text.made_from.iter().flat_map(|made_from| &made_from.others).for_each(|other| self.mark(*other));
            }
        });
    }

    fn words(&mut self, role: Role, _: &'d str, span: Span) {
        if role == Role::Symbol {
            self.mark(span);
        }
    }
}
