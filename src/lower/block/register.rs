//! The block `register`: the documents of the meetings as bullets, by topic, by source, or as a table.

use super::{GeneratedBlock, column};
use crate::authored::{By, Form, Generated, RegisterColumn, Selection};
use crate::date::Dates;
use crate::document::{Align, Block, Cell, Clause, Inline, Numbering, Paragraph, Sentence, Table};
use crate::lower::body::paragraph_clause;
use crate::lower::party::Place;
use crate::lower::words::{Lowering, in_parentheses};
use crate::query::{RegisteredDocument, by_topic};
use crate::records::party::Party;
use crate::source::{Span, Text};
use serde_json::json;
use std::collections::HashSet;

/// The block `register`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Register,
    why_empty: |scope, selection| {
        (scope.selected_documents(selection).is_empty()).then_some("the registers of the period have no such document")
    },
    lower: |lowering, selection, out| lowering.register(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends the documents that a selection names, in the form for which the selection asks.
    pub fn register(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let mut documents = self.scope.selected_documents(selection);
        if selection.documents.is_empty() && !selection.columns.contains(&RegisterColumn::Meeting) {
            self.keep_different(&mut documents);
        }
        match (selection.r#as, selection.by) {
            (Some(Form::Table), _) => out.push(Block::Table(self.register_table(selection, &documents))),
            (Some(Form::Headings), _) => out.extend(self.by_topic(selection, &documents)),
            (_, Some(By::Source)) => out.extend(self.by_source(selection, &documents)),
            _ => out.push(self.entries(&documents, selection.span)),
        }
        out.extend(self.number_of_entries(selection, &documents));
    }

    /// Keeps the first of several entries that are shown alike, where it is not shown which meeting had the document before it.
    fn keep_different(&self, documents: &mut Vec<RegisteredDocument>) {
        let mut seen = HashSet::new();
        documents.retain(|RegisteredDocument { meeting, entry, own }| {
            let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
            let symbol = self.scope.symbol(&entry.symbol.value, Some(meeting));
            let from: Vec<String> = entry.from.iter().map(Party::to_string).collect();
            seen.insert((symbol, entry.title.value.clone(), from, text(&entry.topic), *own))
        });
    }

    /// Returns a paragraph that says which of the entries count as documents of the meetings, so that nobody takes the number of entries for theirs; `None` if
    /// all do, or if the author chose the documents.
    fn number_of_entries(&self, selection: &Selection, documents: &[RegisteredDocument]) -> Option<Block> {
        let mut each = documents.to_vec();
        each.sort_by_key(|document| !document.own);
        self.scope.keep_one_of_each(&mut each);
        let own = each.iter().filter(|document| document.own).count();
        let (others, again) = (each.len() - own, documents.len() - each.len());
        let several = |document: &&RegisteredDocument| sources_of(document, selection).count() > 1;
        let shared = if selection.by == Some(By::Source) { each.iter().filter(several).count() } else { 0 };
        let chosen = !selection.documents.is_empty();
        if chosen && shared == 0 || others + again + shared == 0 {
            return None;
        }
        let (others, again) = if chosen { (0, 0) } else { (others, again) };
        let values =
            vec![("documents", json!(own)), ("others", json!(others)), ("again", json!(again)), ("shared", json!(shared))];
        let content = vec![Inline::sentence("entries-counted", selection.span, values)];
        Some(Block::Paragraph(Paragraph { content, span: selection.span }))
    }

    /// Returns a numbered paragraph for each topic: its label, with the symbols of its documents in parentheses.
    fn by_topic(&mut self, selection: &Selection, documents: &[RegisteredDocument]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut documents = by_topic(documents, |document| document.entry.topic.as_ref());
        for topic in self.scope.selected_topics(selection) {
            let of_topic = documents.remove(topic).unwrap_or_default();
            if let Some(first) = of_topic.first() {
                let span = first.entry.symbol.span;
                let symbols = of_topic.iter().map(|document| self.linked(document, document.entry.symbol.span)).collect();
                let mut content = self.topic_label(topic, span);
                content.extend(in_parentheses(symbols, span));
                blocks.push(paragraph_clause(content, span));
            }
        }
        blocks
    }

    /// Returns a paragraph with bullets for each source: the secretariat first, then Member States in the neutral order of countries, then others, and last
    /// the documents whose source is unknown. A document that several submitted stands under each of them.
    fn by_source(&mut self, selection: &Selection, documents: &[RegisteredDocument]) -> Vec<Block> {
        let countries = self.scope.countries;
        let mut sources: Vec<Option<&Party>> = documents.iter().flat_map(|document| sources_of(document, selection)).collect();
        sources.sort_by_cached_key(|source| match source {
            Some(party) if party.is_secretariat() => (0, None),
            Some(party) => match countries.order(Some(&party.name().value)) {
                usize::MAX => (2, None),
                order => (1, Some(order)),
            },
            None => (3, None),
        });
        let name = |source: &Option<&Party>| source.map(Party::to_string);
        let mut seen = HashSet::new();
        sources.retain(|source| seen.insert(name(source)));
        let paragraphs = sources.into_iter().map(|wanted| {
            let is_of =
                |document: &&RegisteredDocument| sources_of(document, selection).any(|source| name(&source) == name(&wanted));
            let of: Vec<RegisteredDocument> = documents.iter().filter(is_of).copied().collect();
            self.of_source(wanted, &of, selection.span)
        });
        paragraphs.collect()
    }

    /// Returns the paragraph of one source: `Secretariat (12 documents):` with a bullet for each document.
    fn of_source(&mut self, from: Option<&Party>, documents: &[RegisteredDocument], span: Span) -> Block {
        let mut each = documents.to_vec();
        self.scope.keep_one_of_each(&mut each);
        let values = vec![("known", json!(from.is_some())), ("documents", json!(each.len()))];
        let source = self.parties(from.map(std::slice::from_ref).unwrap_or_default(), Place::List);
        let sentence = Sentence { texts: vec![("source", source)], ..Sentence::new("submitted", span, values) };
        let body = vec![self.entries(documents, span)];
        let text = Some(vec![sentence.into()]);
        Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading: None, text, body, span })
    }

    fn register_table(&mut self, selection: &Selection, documents: &[RegisteredDocument]) -> Table {
        use RegisterColumn::{From, Symbol, Title, Topic};
        let default = [Symbol, Title, From, Topic];
        let columns = if selection.columns.is_empty() { &default[..] } else { &selection.columns };
        let heads = columns.iter().map(|one| column("register-column", one.word(), Align::Left, selection.span));
        let heads = heads.collect();
        let rows: Vec<Vec<Cell>> = documents
            .iter()
            .map(|document| columns.iter().map(|column| Cell::from(self.cell(*column, document))).collect())
            .collect();
        Table { header_column: columns[0] == Symbol, ..self.generated_table(selection, heads, rows) }
    }

    fn cell(&mut self, column: RegisterColumn, document: &RegisteredDocument) -> Vec<Inline> {
        let entry = document.entry;
        match column {
            RegisterColumn::Symbol => {
                vec![self.linked(document, entry.symbol.span)]
            }
            RegisterColumn::Title => self.prose(&entry.title),
            RegisterColumn::From => self.parties(&entry.from, Place::List),
            RegisterColumn::Topic => {
                entry.topic.as_ref().map(|topic| self.topic_label(&topic.value, topic.span)).unwrap_or_default()
            }
            RegisterColumn::Meeting => vec![Inline::text(self.scope.number(document.meeting).0.to_string(), entry.span)],
            RegisterColumn::Date => {
                let dates = entry.date.map(|date| Inline::Dates(Dates { first: date.value, last: date.value }, date.span));
                dates.into_iter().collect()
            }
        }
    }
}

/// Returns the sources under which a list by source has a document: all of them, or those that the selection names; `None` alone if its source is unknown.
fn sources_of<'d>(document: &RegisteredDocument<'d>, selection: &Selection) -> impl Iterator<Item = Option<&'d Party>> {
    let entry = document.entry;
    let is_wanted =
        |party: &&Party| selection.from.is_empty() || selection.from.iter().any(|from| from.value == party.name().value);
    let unknown = entry.from.is_empty().then_some(None);
    entry.from.iter().filter(is_wanted).map(Some).chain(unknown)
}
