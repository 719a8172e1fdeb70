//! The block `evidence`: activities, recommendations and documents as bullets, each with its source.

use super::GeneratedBlock;
use super::recommendations::outside_of_wholes;
use crate::authored::{Evidence, Generated, Selection};
use crate::document::{Block, Inline, Item, List, ListKind, Paragraph, Sentence, Style};
use crate::lower::recommendation::{LeadIn, strip_end};
use crate::lower::words::{Lowering, joined};
use crate::query::ledger::TrackedRecommendation;
use crate::query::{RegisteredDocument, by_topic};
use crate::records::meeting::Meeting;
use crate::records::recommendation::Words;
use crate::source::Text;
use serde_json::{Value, json};

/// The block `evidence`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Evidence,
    why_empty: |scope, selection| {
        (scope.lacks_evidence(selection)).then_some("the record of the period has nothing to show of it")
    },
    lower: |lowering, selection, out| lowering.evidence(selection, out),
};

impl<'a> Lowering<'_, 'a, '_> {
    /// Appends a list for each sort of evidence that the record has. If the selection asks for several sorts, the name of each stands above its list.
    pub fn evidence(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let span = selection.span;
        for what in selection.evidence() {
            let items = match what {
                Evidence::Activities => self.activities(selection),
                Evidence::Recommendations => self.evidence_of_recommendations(selection),
                Evidence::Documents => self.evidence_of_documents(selection),
            };
            if items.is_empty() {
                continue;
            }
            if selection.evidence().len() > 1 {
                let name = Inline::sentence("evidence-of", span, vec![("what", json!(what.word()))]);
                out.push(Block::Paragraph(Paragraph { content: vec![name], span }));
            }
            out.push(Block::List(List { kind: ListKind::Bullets, start: 1, items, span }));
        }
    }

    /// Returns a bullet for each summary, with the meeting and its documents on the topic.
    fn activities(&mut self, selection: &Selection) -> Vec<Item> {
        let mut items = Vec::new();
        let documents = by_topic(self.scope.documents(), |document| document.entry.topic.as_ref());
        let mut said = self.scope.said(selection);
        for topic in self.scope.selected_topics(selection) {
            let documents = documents.get(topic).map(Vec::as_slice).unwrap_or_default();
            for (meeting, said) in said.remove(topic).unwrap_or_default() {
                let content = vec![self.activity(documents, meeting, said)];
                items.push(Item { content, body: Vec::new(), span: said.span, ..Item::default() });
            }
        }
        items
    }

    fn activity(&mut self, documents: &[RegisteredDocument], meeting: &'a Meeting, said: &Text) -> Inline {
        let documents = documents.iter().filter(|document| std::ptr::eq(document.meeting, meeting));
        let symbols = documents.map(|document| vec![self.symbol_of(document)]).collect();
        let mut text = self.prose(said);
        strip_end(&mut text, true);
        let texts = vec![("said", text), ("documents", joined(symbols, ", ", said.span))];
        Sentence { texts, ..Sentence::new("evidence-activity", said.span, self.facts_of(meeting)) }.into()
    }

    /// Returns a bullet for each recommendation, with its documents and the meetings that made it.
    fn evidence_of_recommendations(&mut self, selection: &Selection) -> Vec<Item> {
        let (words, mut before) = (self.scope.words(selection), None);
        let all = outside_of_wholes(self.scope.evident(selection), words);
        all.into_iter().map(|counted| self.evidence_of_recommendation(counted.tracked, words, &mut before)).collect()
    }

    fn evidence_of_recommendation(
        &mut self,
        tracked: &TrackedRecommendation<'a>,
        words: Words,
        before: &mut Option<LeadIn<'a>>,
    ) -> Item {
        let wording = tracked.words(words);
        let span = tracked.first().recommendation.span;
        let mut body = self.parts(&wording, false);
        let mut content = self.statement(&wording, before);
        let source = Inline::Styled(Style::Emphasis, vec![self.made_at("evidence-made", tracked, &wording)]);
        if body.is_empty() {
            content.extend([Inline::text(" ", span), source]);
        } else {
            body.push(Block::Paragraph(Paragraph { content: vec![source], span }));
        }
        Item { content, body, span, ..Item::default() }
    }

    /// Returns a bullet for each document, with the meeting that considered it.
    fn evidence_of_documents(&mut self, selection: &Selection) -> Vec<Item> {
        let documents = self.scope.selected_documents(selection);
        let items = documents.iter().map(|document| {
            let span = document.entry.span;
            let texts = vec![("title", self.prose(&document.entry.title)), ("document", vec![self.symbol_of(document)])];
            let sentence = Sentence { texts, ..Sentence::new("evidence-document", span, self.facts_of(document.meeting)) };
            Item { content: vec![sentence.into()], body: Vec::new(), span, ..Item::default() }
        });
        items.collect()
    }

    /// Returns what sentences may say of a meeting as a source: the values of [`Lowering::facts`], and the acronym of the group as `body`.
    fn facts_of(&self, meeting: &Meeting) -> Vec<(&'static str, Value)> {
        let mut facts = self.facts(meeting);
        facts.push(("body", json!(self.scope.body().map(|body| &body.acronym.value))));
        facts
    }
}
