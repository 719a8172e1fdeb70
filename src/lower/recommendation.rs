//! Lowers a recommendation: its sentence, where it was made, and what became of it.

use super::words::Lowering;
use crate::document::{Block, Clause, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Style};
use crate::query::ledger::{Occurrence, Standing, TrackedRecommendation};
use crate::records::recommendation::{Actor, Part, Recommendation};
use serde_json::json;
use std::sync::Arc;

impl Lowering<'_, '_, '_> {
    /// Returns a recommendation as a numbered paragraph, with its parts as bullets inside it.
    pub(in crate::lower) fn recommendation(&mut self, made: &Occurrence) -> Block {
        let words = self.scope.ledger().words_of(made);
        let text = self.sentence_of(made, &words, !words.recommendation.parts.is_empty());
        let body = self.parts(&words, false);
        paragraph(made.recommendation, text, body)
    }

    /// Returns the parts of a recommendation as a list of bullets; nothing if there are none. `merged`: only parts that are not reported elsewhere, each
    /// with what became of it.
    pub(in crate::lower) fn parts(&mut self, words: &Occurrence, merged: bool) -> Vec<Block> {
        let whole = words.recommendation;
        let items: Vec<Item> = whole.parts.iter().filter_map(|part| self.part(part, words, merged)).collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Block::List(List { kind: ListKind::Bullets, items, span: whole.span })]
    }

    /// Returns one part as a bullet, with its own parts below it. `None` if `merged` is set and the part repeats an earlier recommendation, which is
    /// reported where that one stands.
    pub(in crate::lower) fn part(&mut self, part: &Part, whole: &Occurrence, merged: bool) -> Option<Item> {
        let part = match part {
            Part::Text(text) => return Some(Item { content: self.prose(text), body: Vec::new(), span: text.span }),
            Part::Recommendation(part) => &**part,
        };
        let made = Occurrence { recommendation: part, whole: Some(whole.recommendation), ..*whole };
        let words = self.scope.ledger().words_of(&made);
        let mut content = self.sentence_of(&made, &words, false);
        if merged && let Some(tracked) = self.scope.ledger().of_record(part) {
            if tracked.first().recommendation.span != part.span {
                return None;
            }
            if !matches!(tracked.standing(), Standing::Open | Standing::Observation) {
                content.push(Inline::text(" ", part.span));
                content.push(Inline::Styled(Style::Emphasis, self.history(tracked)));
            }
        }
        let below = words.recommendation.parts.iter().filter_map(|below| self.part(below, &words, merged));
        Some(Item { content, body: below.map(nested).collect(), span: part.span })
    }

    /// Returns the sentence of the recommendation `made`, with its documents in parentheses. What `made` itself leaves out (actor, action, text,
    /// documents) is taken from `words`, the record whose wording applies. `leads`: the sentence ends with a colon, because its parts follow.
    pub(in crate::lower) fn sentence_of(&mut self, made: &Occurrence, words: &Occurrence, leads: bool) -> Vec<Inline> {
        let readings = &self.scope.symbols.readings;
        let made_from = ([made, words].map(|made| (made.recommendation.span, made.meeting.number.value)), leads);
        if let Some(known) = readings.sentences.get(&made_from) {
            return vec![Inline::Sentence(known)];
        }
        let sentence = Arc::new(self.new_sentence_of(made, words, leads));
        let (own, text) = (&words.recommendation.sentence, &words.recommendation.text);
        // a text that is not kept says something else in each document, or has faults
        if own.as_ref().or(text.as_ref()).is_none_or(|text| readings.get(text).is_some()) {
            readings.sentences.keep(made_from, sentence.clone());
        }
        vec![Inline::Sentence(sentence)]
    }

    fn new_sentence_of(&mut self, made: &Occurrence, words: &Occurrence, leads: bool) -> Sentence {
        let (recommendation, worded) = (made.recommendation, words.recommendation);
        let of = if recommendation.documents.is_empty() { words } else { made };
        let documents: Vec<_> = of.recommendation.documents.iter().map(|short| (short, Some(of.meeting))).collect();
        let documents = self.symbols_after(&documents, recommendation.span);
        let (key, text) = match &worded.sentence {
            Some(sentence) => ("recommendation-own", Some(sentence)),
            None => ("recommendation", worded.text.as_ref()),
        };
        let mut text = text.map(|words| self.prose(words)).unwrap_or_default();
        strip_end(&mut text);
        let actors = if recommendation.actor.is_empty() { &worded.actor } else { &recommendation.actor };
        let action = recommendation.action.or(worded.action).map(|action| action.value);
        let group_acts = actors.iter().eq([&Actor::Group]) && !action.is_some_and(|action| action.asks());
        let values = vec![
            ("actors", json!(actors.iter().map(|actor| actor.word()).collect::<Vec<_>>())),
            ("action", json!(action.map(|action| action.word()))),
            ("acts", json!(group_acts)),
            ("end", json!(if leads { ":" } else { "." })),
        ];
        let texts = vec![("text", text), ("documents", documents)];
        Sentence { texts, ..Sentence::new(key, recommendation.span, values) }
    }

    /// Returns where a recommendation was made and, unless it is an observation, what became of it.
    pub(in crate::lower) fn history(&mut self, tracked: &TrackedRecommendation) -> Vec<Inline> {
        let span = tracked.first().recommendation.span;
        let mut history = vec![self.made_at("made-at", tracked)];
        if tracked.standing() != Standing::Observation {
            history.push(Inline::text(" ", span));
            history.push(self.outcome(tracked));
        }
        history
    }

    /// Returns the meetings that made a recommendation, with the paragraphs that report it, in the words of the sentence `key`.
    pub(in crate::lower) fn made_at(&mut self, key: &'static str, tracked: &TrackedRecommendation) -> Inline {
        let body = self.scope.body().map(|body| &body.acronym.value);
        let values = vec![("body", json!(body))];
        let records = tracked.records.iter().enumerate().map(|(at, made)| vec![self.record_of(made, at > 0)]).collect();
        Sentence {
            lists: vec![("records", records)],
            records: tracked.records.iter().map(|made| made.recommendation.span).collect(),
            ..Sentence::new(key, tracked.first().recommendation.span, values)
        }
        .into()
    }

    /// Returns the meeting of one record and the paragraphs that report it: `36th meeting (C21/8, paragraph 3.2.1)`. `again`: the meeting made the
    /// recommendation again.
    pub(in crate::lower) fn record_of(&mut self, made: &Occurrence, again: bool) -> Inline {
        let span = made.recommendation.span;
        let cited = self.scope.cited(span);
        let places = cited.iter().map(|citation| {
            let document = vec![self.symbol(citation.document.clone(), span)];
            let values = vec![("number", json!(citation.number))];
            vec![Sentence { texts: vec![("document", document)], ..Sentence::new("paragraph-of", span, values) }.into()]
        });
        let lists = vec![("places", places.collect())];
        let values = vec![("number", json!(made.meeting.number.value)), ("again", json!(again))];
        Sentence { lists, ..Sentence::new("record-of", span, values) }.into()
    }

    /// Returns the state and outcome of a recommendation: `Done at the 38th meeting: …`
    pub(in crate::lower) fn outcome(&mut self, tracked: &TrackedRecommendation) -> Inline {
        let span = tracked.first().recommendation.span;
        let closing = tracked.closing();
        let by = tracked.superseded_by.map(|by| self.scope.ledger().tracked[by].first());
        let mut outcome = closing.and_then(|closing| closing.outcome.as_ref()).map(|text| self.prose(text)).unwrap_or_default();
        strip_end(&mut outcome);
        let texts = vec![("by", by.map(|by| vec![self.record_of(&by, false)]).unwrap_or_default()), ("outcome", outcome)];
        let closed_at = closing.and_then(|closing| closing.closed_at).map(|at| at.value);
        let values = vec![("standing", json!(tracked.standing().word())), ("closed_at", json!(closed_at))];
        let records = closing.map(|closing| closing.span).into_iter().chain(by.map(|by| by.recommendation.span)).collect();
        Sentence { texts, records, ..Sentence::new("fate", span, values) }.into()
    }

    /// Returns the latest wording of a recommendation as one sentence.
    pub(in crate::lower) fn statement(&mut self, tracked: &TrackedRecommendation) -> Vec<Inline> {
        let words = tracked.worded();
        self.sentence_of(&words, &words, false)
    }
}

/// Returns a numbered paragraph with the id of the recommendation, so that references can lead to it.
pub(in crate::lower) fn paragraph(recommendation: &Recommendation, text: Vec<Inline>, body: Vec<Block>) -> Block {
    let (id, span) = (recommendation.id.clone(), recommendation.span);
    Block::Clause(Clause { id, numbering: Numbering::Usual, heading: None, text: Some(text), body, span })
}

/// Returns a part of a part as a paragraph of the bullet that it belongs to: bullets are not nested further.
fn nested(item: Item) -> Block {
    Block::Paragraph(Paragraph { content: item.content, span: item.span })
}

/// Removes punctuation and spaces from the end of a text, because the sentence around the text has its own.
pub(in crate::lower) fn strip_end(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(words)) = inlines.last_mut() {
        let length = words.text.trim_end_matches(['.', ':', ';', ',', ' ']).len();
        if length < words.text.len() {
            Arc::make_mut(words).truncate(length);
        }
        if words.text.is_empty() {
            inlines.pop();
        }
    }
}
