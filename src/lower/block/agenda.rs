//! The block `agenda`: what the meeting considered, said and concluded, a clause for each topic.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::Block;
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use crate::query::by_topic;

/// The block `agenda`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Agenda,
    why_empty: |scope, selection| (scope.chosen(selection).next().is_none()).then_some("it names no meeting of the period"),
    lower: |lowering, selection, out| lowering.agenda(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends a clause for each topic on which the meetings have documents, a summary or a recommendation. The documents are listed one by one only
    /// where there is nothing else.
    pub fn agenda(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let mut documents = by_topic(self.scope.selected_documents(selection), |document| document.entry.topic.as_ref());
        let mut said = self.scope.said(selection);
        let mut made = by_topic(self.scope.selected_recommendations(selection), |made| Some(made.topic));
        for topic in self.scope.selected_topics(selection) {
            let of_topic = documents.remove(topic).unwrap_or_default();
            let mut body = Vec::new();
            for (_, text) in said.remove(topic).unwrap_or_default() {
                body.push(paragraph_clause(self.prose(text), text.span));
            }
            let made = made.remove(topic).unwrap_or_default();
            body.extend(made.iter().map(|made| self.recommendation(made)));
            if body.is_empty() && !of_topic.is_empty() {
                body.push(self.entries(&of_topic, selection.span));
            }
            if !body.is_empty() {
                out.push(self.topic_clause(topic, &of_topic, self.lone_paragraph(body), selection.span));
            }
        }
    }
}
