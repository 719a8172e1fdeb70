//! Lowers a recommendation: its sentence, where it was made, and what became of it.

use super::words::Lowering;
use crate::document::{Block, Clause, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Style};
use crate::query::ledger::{Occurrence, Standing, TrackedRecommendation};
use crate::records::recommendation::{Action, Actor, Part, Recommendation};
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
        let (recommendation, worded) = (made.recommendation, words.recommendation);
        let of = if recommendation.documents.is_empty() { words } else { made };
        let documents: Vec<_> = of.recommendation.documents.iter().map(|short| (short, Some(of.meeting))).collect();
        let documents = self.symbols_after(&documents, recommendation.span);
        let (key, text) = match &worded.sentence {
            Some(sentence) => ("recommendation-own", Some(sentence)),
            None => ("recommendation", worded.text.as_ref()),
        };
        let mut text = text.map(|words| self.prose(words)).unwrap_or_default();
        if let (Some(Inline::Number(number, _)), "recommendation") = (text.first_mut(), key) {
            number.begins = false;
        }
        let ends_itself = strip_end(&mut text, leads || !documents.is_empty());
        let actors = if recommendation.actor.is_empty() { &worded.actor } else { &recommendation.actor };
        let action = recommendation.action.or(worded.action).map(|action| action.value);
        let end = match (leads, ends_itself) {
            (true, _) => ":",
            (false, true) => "",
            (false, false) => ".",
        };
        let values = vec![
            ("actors", json!(actors.iter().map(|actor| actor.word()).collect::<Vec<_>>())),
            ("action", json!(action.map(|action| action.word()))),
            ("asks", json!(action.is_some_and(|action| action.asks()))),
            ("thanked", json!(action == Some(Action::Thanked) && !actors.iter().eq([&Actor::Group]))),
            ("end", json!(end)),
        ];
        let texts = vec![("text", text), ("documents", documents)];
        vec![Sentence { texts, ..Sentence::new(key, recommendation.span, values) }.into()]
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
        let ends_itself = strip_end(&mut outcome, false);
        let texts = vec![("by", by.map(|by| vec![self.record_of(&by, false)]).unwrap_or_default()), ("outcome", outcome)];
        let closed_at = closing.and_then(|closing| closing.closed_at).map(|at| at.value);
        let values = vec![("standing", json!(tracked.standing().word())), ("closed_at", json!(closed_at)), ("end", json!(if ends_itself { "" } else { "." }))];
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

/// Takes the stop, or the colon, from the end of a text, because the sentence around the text has its own; in the words of a link or with emphasis as well. `more`: words
/// of the sentence follow the text. Returns whether the text needs no stop after it, as it ends with a question mark, or with a stop in quotation marks.
pub(in crate::lower) fn strip_end(inlines: &mut Vec<Inline>, more: bool) -> bool {
    let is_word = |inline: &Inline| !matches!(inline, Inline::Note(..) | Inline::Comment { .. });
    let Some(at) = inlines.iter().rposition(is_word) else { return false };
    match &mut inlines[at] {
        Inline::Text(words) => {
            let length = length_without_end(&words.text, more);
            if length < words.text.len() {
                Arc::make_mut(words).truncate(length);
            }
            let words = words.text.trim_end_matches(['”', '’', '"', '\'', '»']);
            let quoted = words.len() < length && words.ends_with('.');
            let ends_itself = !more && (quoted || words.ends_with(['?', '!', '…']) || words.ends_with("..."));
            if length == 0 {
                inlines.remove(at);
            }
            ends_itself
        }
        Inline::Styled(_, content) | Inline::Link { content, .. } => strip_end(content, more),
        Inline::Reference { content, .. } => content.as_mut().is_some_and(|content| strip_end(content, more)),
        Inline::Symbol { .. } | Inline::Number(..) | Inline::Dates(..) | Inline::Sentence(_) | Inline::Break => false,
        Inline::Note(..) | Inline::Comment { .. } => false,
    }
}

/// Returns the length of a text without the stop, colon, comma or semicolon at its end. Three stops stay, and so does the stop of an abbreviation (`etc.`, `a.m.`) before
/// `more` words.
fn length_without_end(text: &str, more: bool) -> usize {
    let trimmed = text.trim_end();
    let without = trimmed.trim_end_matches(['.', ':', ';', ',', ' ']);
    let last = without.rsplit(' ').next().unwrap_or_default();
    let abbreviated = more && (last == "etc" || last.contains('.')) && trimmed[without.len()..].starts_with('.');
    match trimmed.ends_with("...") {
        true => trimmed.len(),
        false => without.len() + usize::from(abbreviated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_sentence_has_one_stop_and_no_mark_of_the_author_is_lost() {
        let end = |text: &str, more: bool| {
            let mut inlines = vec![Inline::text(text, Span::NONE)];
            let ends_itself = strip_end(&mut inlines, more);
            crate::document::plain_text(&inlines) + if ends_itself { "" } else { "|" }
        };
        let alone = [
            ("the report", "the report|"),
            ("the report.", "the report|"),
            ("the following:", "the following|"),
            ("maps, etc.", "maps, etc|"),
            ("whether to go on?", "whether to go on?"),
            ("“It is done.”", "“It is done.”"),
            ("“our agenda”", "“our agenda”|"),
            ("and so on ...", "and so on ..."),
            ("...", "..."),
            (". ", "|"),
        ];
        for (text, ended) in alone {
            assert_eq!(end(text, false), ended);
        }
        let before_more =
            [("the report.", "the report|"), ("maps, etc.", "maps, etc.|"), ("at 9 a.m.", "at 9 a.m.|"), ("go on?", "go on?|")];
        for (text, ended) in before_more {
            assert_eq!(end(text, true), ended);
        }
    }
}
