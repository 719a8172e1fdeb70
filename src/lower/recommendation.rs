//! The words of a recommendation, where it was made, and what became of it.

use super::words::Lowering;
use crate::document::{Block, Clause, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Style};
use crate::query::ledger::{Made, Standing, Tracked};
use crate::records::recommendation::{Actor, Part, Recommendation};
use serde_json::json;
use std::sync::Arc;

impl Lowering<'_, '_, '_> {
    /// A numbered paragraph, with its parts as bullets inside it.
    pub(in crate::lower) fn recommendation(&mut self, made: &Made) -> Block {
        let words = self.scope.ledger().words_of(made);
        let text = self.stated(made, &words, !words.recommendation.parts.is_empty());
        let body = self.parts(&words, false);
        paragraph(made.recommendation, text, body)
    }

    /// The parts as bullets. `merged`: only those that are not reported elsewhere, with what became of them.
    pub(in crate::lower) fn parts(&mut self, words: &Made, merged: bool) -> Vec<Block> {
        let whole = words.recommendation;
        let items: Vec<Item> = whole.parts.iter().filter_map(|part| self.part(part, words, merged)).collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Block::List(List { kind: ListKind::Bullets, items, span: whole.span })]
    }

    pub(in crate::lower) fn part(&mut self, part: &Part, whole: &Made, merged: bool) -> Option<Item> {
        let part = match part {
            Part::Text(text) => return Some(Item { content: self.prose(text), body: Vec::new(), span: text.span }),
            Part::Recommendation(part) => &**part,
        };
        let made = Made { recommendation: part, whole: Some(whole.recommendation), ..*whole };
        let words = self.scope.ledger().words_of(&made);
        let mut content = self.stated(&made, &words, false);
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

    /// The sentence of a recommendation, with its documents in parentheses, ended by a colon if something follows. What it does not say itself is said by
    /// the record that gives its words.
    pub(in crate::lower) fn stated(&mut self, made: &Made, words: &Made, leads: bool) -> Vec<Inline> {
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
        vec![Sentence { texts, ..Sentence::new(key, recommendation.span, values) }.into()]
    }

    /// Where it was made and what became of it.
    pub(in crate::lower) fn history(&mut self, tracked: &Tracked) -> Vec<Inline> {
        let span = tracked.first().recommendation.span;
        let mut history = vec![self.made_at("made-at", tracked)];
        if tracked.standing() != Standing::Observation {
            history.push(Inline::text(" ", span));
            history.push(self.fate(tracked));
        }
        history
    }

    /// The meetings that made it, with the paragraphs that report it.
    pub(in crate::lower) fn made_at(&mut self, key: &'static str, tracked: &Tracked) -> Inline {
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

    /// `36th meeting (C21/8, paragraph 3.2.1)`
    pub(in crate::lower) fn record_of(&mut self, made: &Made, again: bool) -> Inline {
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

    /// `Done at the 38th meeting: …`
    pub(in crate::lower) fn fate(&mut self, tracked: &Tracked) -> Inline {
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

    /// Its latest words as one sentence.
    pub(in crate::lower) fn statement(&mut self, tracked: &Tracked) -> Vec<Inline> {
        let words = tracked.worded();
        self.stated(&words, &words, false)
    }
}

pub(in crate::lower) fn paragraph(recommendation: &Recommendation, text: Vec<Inline>, body: Vec<Block>) -> Block {
    let (id, span) = (recommendation.id.clone(), recommendation.span);
    Block::Clause(Clause { id, numbering: Numbering::Usual, heading: None, text: Some(text), body, span })
}

/// A part of a part.
fn nested(item: Item) -> Block {
    Block::Paragraph(Paragraph { content: item.content, span: item.span })
}

/// Takes off what the sentence will end with anyway.
pub(in crate::lower) fn strip_end(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(words)) = inlines.last_mut() {
        let words = Arc::make_mut(words);
        words.truncate(words.text.trim_end_matches(['.', ':', ';', ',', ' ']).len());
        if words.text.is_empty() {
            inlines.pop();
        }
    }
}
