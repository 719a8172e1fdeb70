//! Lowers the documents of registers: their titles, symbols, topics and sources.

use super::words::{Lowering, in_parentheses};
use crate::document::{Block, Inline, Item, List, ListKind};
use crate::query::RegisteredDocument;
use crate::source::{Span, Text};
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// Returns a list with a bullet for each document.
    pub(in crate::lower) fn entries(&mut self, documents: &[RegisteredDocument], span: Span) -> Block {
        let items =
            documents.iter().map(|document| Item { content: self.entry(document), body: Vec::new(), span: document.entry.span });
        Block::List(List { kind: ListKind::Bullets, items: items.collect(), span })
    }

    /// Returns the symbol of a document, traced to the whole entry of the register.
    pub(in crate::lower) fn symbol_of(&self, document: &RegisteredDocument) -> Inline {
        self.linked(document, document.entry.span)
    }

    /// Returns the symbol of a document, traced to `span`. The symbol is linked to the address that the record gives, or else to the address that follows
    /// from the symbol.
    pub(in crate::lower) fn linked(&self, document: &RegisteredDocument, span: Span) -> Inline {
        let text = self.scope.symbol(&document.entry.symbol.value, Some(document.meeting));
        match &document.entry.url {
            Some(url) => Inline::Symbol { text, url: Some(url.clone()), span },
            None => self.symbol(text, span),
        }
    }

    /// Returns the entry of a document as `Title (symbol)`.
    pub(in crate::lower) fn entry(&mut self, document: &RegisteredDocument) -> Vec<Inline> {
        let mut content = self.prose(&document.entry.title);
        content.extend(in_parentheses(vec![self.linked(document, document.entry.symbol.span)], document.entry.span));
        content
    }

    /// Returns the label of a topic in the language of the document; the id itself if the topic is not on record.
    pub(in crate::lower) fn topic_label(&mut self, topic: &str, span: Span) -> Vec<Inline> {
        match self.scope.registry.topics.get(topic) {
            Some(label) => self.prose(&label.in_language(self.scope.language).clone()),
            None => vec![Inline::text(topic, span)],
        }
    }

    /// Returns the name of whoever submitted a document: a person, an organization, or else a source that the language names (a country, the secretariat).
    pub(in crate::lower) fn source(&mut self, from: &Text) -> Vec<Inline> {
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
