//! Blocks of documents: registers as bullets, by topic, by source, as a table.

use super::super::{Lowering, in_parentheses, paragraph_clause};
use super::column;
use crate::authored::{By, Form, RegisterColumn, Selection};
use crate::date::Dates;
use crate::document::{Align, Block, Clause, Inline, Item, List, ListKind, Numbering, Table};
use crate::query::Registered;
use crate::source::{Span, Text};
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// The documents that a selection names, in the form that it names.
    pub fn register(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let documents = self.scope.selected_documents(selection);
        match (selection.r#as, selection.by) {
            (Some(Form::Table), _) => out.push(Block::Table(self.register_table(selection, &documents))),
            (Some(Form::Headings), _) => out.extend(self.by_topic(selection, &documents)),
            (_, Some(By::Source)) => out.extend(self.by_source(selection, &documents)),
            _ => out.push(self.entries(&documents, selection.span)),
        }
    }

    /// A bullet for each document.
    pub fn entries(&mut self, documents: &[Registered], span: Span) -> Block {
        let items =
            documents.iter().map(|document| Item { content: self.entry(document), body: Vec::new(), span: document.entry.span });
        Block::List(List { kind: ListKind::Bullets, items: items.collect(), span })
    }

    /// The symbol of a document, traced to the whole entry.
    pub fn symbol_of(&self, document: &Registered) -> Inline {
        self.linked(document, document.entry.span)
    }

    /// The symbol of a document, which leads to the address that the record gives, or else to that which follows from the symbol.
    fn linked(&self, document: &Registered, span: Span) -> Inline {
        let text = self.scope.symbol(&document.entry.symbol.value, Some(document.meeting));
        match &document.entry.url {
            Some(url) => Inline::Symbol { text, url: Some(url.value.clone()), span },
            None => self.symbol(text, span),
        }
    }

    /// `Title (symbol)`.
    fn entry(&mut self, document: &Registered) -> Vec<Inline> {
        let mut content = self.prose(&document.entry.title);
        content.extend(in_parentheses(vec![self.linked(document, document.entry.symbol.span)], document.entry.span));
        content
    }

    fn by_topic(&mut self, selection: &Selection, documents: &[Registered]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for topic in self.scope.selected_topics(selection) {
            let of_topic = documents.iter().filter(|document| document.is_on(topic));
            let of_topic: Vec<_> = of_topic.collect();
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

    /// A paragraph with bullets for each source: the secretariat first, then Member States in the neutral order of countries, then others.
    fn by_source(&mut self, selection: &Selection, documents: &[Registered]) -> Vec<Block> {
        let source = |document: &Registered| document.entry.from.as_ref().map(|from| from.value.clone());
        let countries = self.scope.countries;
        let mut sources: Vec<Option<String>> = documents.iter().map(source).collect();
        sources.sort_by_cached_key(|source| match source.as_deref() {
            Some("secretariat") => (0, None),
            Some(code) if countries.codes().any(|known| known == code) => (1, Some(countries.order(Some(code)))),
            Some(_) => (2, None),
            None => (3, None),
        });
        let mut seen = std::collections::HashSet::new();
        sources.retain(|source| seen.insert(source.clone()));
        let paragraphs = sources.into_iter().map(|wanted| {
            let of: Vec<Registered> = documents.iter().filter(|document| source(document) == wanted).copied().collect();
            self.of_source(&of, selection.span)
        });
        paragraphs.collect()
    }

    /// `Secretariat (12 documents):` with bullets.
    fn of_source(&mut self, documents: &[Registered], span: Span) -> Block {
        let from = documents.first().and_then(|document| document.entry.from.as_ref());
        let values = vec![("known", json!(from.is_some())), ("documents", json!(documents.len()))];
        let mut sentence = crate::document::Sentence::new("submitted", span, values);
        sentence.texts.push(("source", from.map(|from| self.source(from)).unwrap_or_default()));
        let body = vec![self.entries(documents, span)];
        let text = Some(vec![sentence.into()]);
        Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading: None, text, body, span })
    }

    /// What a topic is called.
    pub fn topic_label(&mut self, topic: &str, span: Span) -> Vec<Inline> {
        match self.scope.registry.topics.get(topic) {
            Some(label) => self.prose(&label.in_language(self.scope.language).clone()),
            None => vec![Inline::text(topic, span)],
        }
    }

    fn register_table(&mut self, selection: &Selection, documents: &[Registered]) -> Table {
        use RegisterColumn::{Date, From, Meeting, Symbol, Title, Topic};
        let default = [Symbol, Title, From, Topic];
        let columns = if selection.columns.is_empty() { &default[..] } else { &selection.columns };
        let widths = |column: &RegisterColumn| match column {
            Symbol => 8,
            Title => 10,
            From => 5,
            Topic => 7,
            Meeting => 4,
            Date => 5,
        };
        let heads = columns.iter().map(|one| column("register-column", one.word(), widths(one), Align::Left, selection.span));
        let heads = heads.collect();
        let rows = documents.iter().map(|document| columns.iter().map(|column| self.cell(*column, document)).collect()).collect();
        self.generated_table(selection, heads, rows)
    }

    fn cell(&mut self, column: RegisterColumn, document: &Registered) -> Vec<Inline> {
        let entry = document.entry;
        match column {
            RegisterColumn::Symbol => {
                vec![self.linked(document, entry.symbol.span)]
            }
            RegisterColumn::Title => self.prose(&entry.title),
            RegisterColumn::From => entry.from.as_ref().map(|from| self.source(from)).unwrap_or_default(),
            RegisterColumn::Topic => {
                entry.topic.as_ref().map(|topic| self.topic_label(&topic.value, topic.span)).unwrap_or_default()
            }
            RegisterColumn::Meeting => vec![Inline::text(document.meeting.number.value.to_string(), entry.span)],
            RegisterColumn::Date => {
                let dates = entry.date.map(|date| Inline::Dates(Dates { first: date.value, last: date.value }, date.span));
                dates.into_iter().collect()
            }
        }
    }

    /// Who submitted a document.
    fn source(&mut self, from: &Text) -> Vec<Inline> {
        let registry = self.scope.registry;
        if let Some(person) = registry.people.get(&from.value) {
            return vec![Inline::text(person.full_name(None), from.span)];
        }
        if let Some(organization) = registry.organizations.get(&from.value) {
            return self.prose(&organization.in_language(self.scope.language).clone());
        }
        vec![Inline::sentence("submitted-by", from.span, vec![("source", json!(from.value))])]
    }
}
