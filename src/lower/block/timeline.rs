//! The block `timeline`: what the meetings considered and said, topic by topic, in order of time.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::{Block, Inline, Item, List, ListKind, Sentence};
use crate::lower::words::{Lowering, joined};
use crate::query::{RegisteredDocument, by_topic};
use crate::records::meeting::Meeting;
use crate::source::Text;

/// The block `timeline`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Timeline,
    why_empty: |scope, selection| {
        let nothing = scope.selected_documents(selection).is_empty() && scope.selected_summaries(selection).is_empty();
        nothing.then_some("the meetings of the period have neither documents nor summaries of it")
    },
    lower: |lowering, selection, out| lowering.timeline(selection, out),
};

impl<'a> Lowering<'_, 'a, '_> {
    /// Appends a clause for each topic, with a bullet for each meeting that had documents on it or gave a summary of it.
    pub fn timeline(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let documents = self.scope.selected_documents(selection);
        let mut documents = by_topic(documents, |document| document.entry.topic.as_ref());
        let mut said = self.scope.said(selection);
        for topic in self.scope.selected_topics(selection) {
            let (of_topic, said) = (documents.remove(topic).unwrap_or_default(), said.remove(topic).unwrap_or_default());
            let meetings: Vec<&Meeting> = self.scope.chosen(selection).collect();
            let items =
                meetings.into_iter().filter_map(|meeting| self.timeline_entry(meeting, &of_topic, &said)).collect::<Vec<_>>();
            if !items.is_empty() {
                let list = Block::List(List { kind: ListKind::Bullets, start: 1, items, span: selection.span });
                out.push(self.topic_clause(topic, &[], vec![list], selection.span));
            }
        }
    }

    /// Returns the bullet of one meeting: `36th meeting, 28-29 January 2021: … (CWG-WSIS&SDG-36/2)`. `None` if the meeting has nothing on the topic.
    fn timeline_entry(
        &mut self,
        meeting: &'a Meeting,
        documents: &[RegisteredDocument],
        said: &[(&Meeting, &Text)],
    ) -> Option<Item> {
        let here = |other: &Meeting| std::ptr::eq(other, meeting);
        let said: Vec<_> = said.iter().filter(|(at, _)| here(at)).map(|(_, text)| self.prose(text)).collect();
        let of_meeting = documents.iter().filter(|document| here(document.meeting));
        let symbols: Vec<Vec<Inline>> = of_meeting.map(|document| vec![self.symbol_of(document)]).collect();
        if said.is_empty() && symbols.is_empty() {
            return None;
        }
        // the span is that of the meeting's number alone, because the texts and symbols have spans of their own
        let span = meeting.number.span;
        let texts = vec![("said", joined(said, " ", span)), ("documents", joined(symbols, ", ", span))];
        let content = vec![Sentence { texts, ..Sentence::new("timeline", span, self.facts(meeting)) }.into()];
        Some(Item { content, body: Vec::new(), span, ..Item::default() })
    }
}
