//! Lowers the documents of registers: their titles, symbols, topics and sources.

use super::words::{Lowering, in_parentheses};
use crate::document::{Block, Inline, Item, List, ListKind};
use crate::query::RegisteredDocument;
use crate::source::Span;

impl Lowering<'_, '_, '_> {
    /// Returns a list with a bullet for each document.
    pub(in crate::lower) fn entries(&mut self, documents: &[RegisteredDocument], span: Span) -> Block {
        let items = documents.iter().map(|document| Item {
            content: self.entry(document),
            body: Vec::new(),
            span: document.entry.span,
            ..Item::default()
        });
        Block::List(List { kind: ListKind::Bullets, start: 1, items: items.collect(), span })
    }

    /// Returns the symbol of a document, traced to the whole entry of the register.
    pub(in crate::lower) fn symbol_of(&self, document: &RegisteredDocument) -> Inline {
        self.linked(document, document.entry.span)
    }

    /// Returns the symbol of a document, traced to `span`.
    pub(in crate::lower) fn linked(&self, document: &RegisteredDocument, span: Span) -> Inline {
        self.symbol(self.scope.symbol(&document.entry.symbol.value, Some(document.meeting)), span)
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
}
