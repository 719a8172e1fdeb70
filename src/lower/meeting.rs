//! Prepares meetings for the sentences that speak of them, and makes the clause of a topic.

use super::words::Lowering;
use crate::document::{Block, Clause, Numbering};
use crate::query::RegisteredDocument;
use crate::records::meeting::Meeting;
use crate::source::Span;
use serde_json::{Value, json};

impl Lowering<'_, '_, '_> {
    /// Returns a clause whose heading is the topic with the symbols of these documents.
    pub(in crate::lower) fn topic_clause(
        &mut self,
        topic: &str,
        documents: &[RegisteredDocument],
        body: Vec<Block>,
        span: Span,
    ) -> Block {
        let mut heading = self.topic_label(topic, span);
        let symbols: Vec<_> = documents.iter().map(|document| (&document.entry.symbol, Some(document.meeting))).collect();
        heading.extend(self.symbols_after(&symbols, span));
        Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading: Some(heading), text: None, body, span })
    }

    /// Returns what sentences may say of a meeting of the submission's body: the values `number`, `dates`, `place`, `hybrid` (whether people also took part
    /// remotely) and `documents` (how many).
    pub(in crate::lower) fn facts(&self, meeting: &Meeting) -> Vec<(&'static str, Value)> {
        vec![
            ("number", json!(self.scope.number(meeting).0)),
            ("dates", json!(meeting.dates.value)),
            ("place", json!(meeting.place())),
            ("hybrid", json!(meeting.is_hybrid())),
            ("documents", json!(meeting.documents.len())),
        ]
    }
}
