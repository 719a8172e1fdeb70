//! Lowers a recommendation: its sentence, where it was made, and what became of it.

use super::words::{Lowering, in_parentheses, joined};
use crate::document::{Block, Clause, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Style};
use crate::query::Wording;
use crate::query::ledger::{Occurrence, Standing, TrackedRecommendation};
use crate::records::recommendation::{Action, Actor, Part, Recommendation};
use crate::source::Span;
use serde_json::json;
use std::sync::Arc;

/// A lead-in, and the topic of what follows it.
pub(in crate::lower) type LeadIn<'a> = (Span, &'a str);

impl Lowering<'_, '_, '_> {
    /// Returns a recommendation as a numbered paragraph, with its parts as bullets inside it.
    pub(in crate::lower) fn recommendation(&mut self, made: &Occurrence) -> Block {
        let wording = self.scope.ledger().wording_of(made);
        let text = self.sentence_of(&wording, made.recommendation.span);
        let body = self.parts(&wording, false);
        paragraph(made.recommendation, text, body)
    }

    /// Returns the parts of a recommendation as a list of bullets; nothing if there are none. `merged`: each part is followed by what became of it, unless
    /// it is reported where it was first made.
    pub(in crate::lower) fn parts(&mut self, wording: &Wording, merged: bool) -> Vec<Block> {
        let whole = wording.words.recommendation;
        let items: Vec<Item> = whole.parts.iter().map(|part| self.part(part, &wording.words, merged)).collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Block::List(List { kind: ListKind::Bullets, start: 1, items, span: whole.span })]
    }

    /// Returns one part as a bullet, with its own parts below it.
    fn part(&mut self, part: &Part, whole: &Occurrence, merged: bool) -> Item {
        let part = match part {
            Part::Text(text) => return Item { content: self.prose(text), body: Vec::new(), span: text.span, ..Item::default() },
            Part::Recommendation(part) => &**part,
        };
        let made = Occurrence { recommendation: part, whole: Some(whole.recommendation), ..*whole };
        let wording = self.scope.ledger().wording_of(&made);
        let mut content = self.sentence_of(&wording, part.span);
        let tracked =
            self.scope.ledger().of_record(part).filter(|tracked| merged && tracked.first().recommendation.span == part.span);
        if let Some(tracked) = tracked.filter(|tracked| tracked.records.len() > 1 || tracked.closed().is_some()) {
            content.push(Inline::text(" ", part.span));
            content.push(Inline::Styled(Style::Emphasis, self.history(tracked, &wording)));
        }
        let below = wording.words.recommendation.parts.iter().map(|below| self.part(below, &wording.words, merged));
        Item { content, body: below.flat_map(nested).collect(), span: part.span, ..Item::default() }
    }

    /// Returns a recommendation as it stands on its own: its sentence, after that of the lead-in that it follows. `before` is the lead-in of the
    /// recommendation that stands before, with its topic, and becomes that of this one: what follows the same lead-in stands after it together.
    pub(in crate::lower) fn statement<'a>(&mut self, wording: &Wording<'a>, before: &mut Option<LeadIn<'a>>) -> Vec<Inline> {
        let made = wording.words;
        let lead_in = made.lead_in().map(|lead_in| (lead_in.span, made.topic.value.as_str()));
        let stands_before = std::mem::replace(before, lead_in) == lead_in;
        let mut content = Vec::new();
        if let Some(lead_in) = made.lead_in().filter(|_| !stands_before) {
            let lead_in = Wording::of(Occurrence { recommendation: lead_in, whole: None, ..made });
            content = self.sentence_of(&lead_in, lead_in.words.recommendation.span);
            content.push(Inline::text(" ", made.recommendation.span));
        }
        content.extend(self.sentence_of(wording, made.recommendation.span));
        content
    }

    /// Returns the sentence of a recommendation, with its documents in parentheses, traced to the record at `span`. It ends with a colon if parts follow.
    fn sentence_of(&mut self, wording: &Wording, span: Span) -> Vec<Inline> {
        let readings = &self.scope.symbols.readings;
        let records = [wording.words, wording.documents].map(|made| (made.recommendation.span, made.meeting.number.value));
        let who = wording.actors.iter().map(|actor| actor.word());
        let made_from = (records, span, who.chain([""]).chain(wording.action.map(|action| action.word())).collect());
        if let Some(known) = readings.sentences.get(&made_from) {
            return vec![Inline::Sentence(known)];
        }
        let sentence = Arc::new(self.new_sentence_of(wording, span));
        let worded = wording.words.recommendation;
        // a text that is not kept says something else in each document, or has faults
        if worded.sentence.as_ref().or(worded.text.as_ref()).is_none_or(|text| readings.get(text).is_some()) {
            readings.sentences.keep(made_from, sentence.clone());
        }
        vec![Inline::Sentence(sentence)]
    }

    fn new_sentence_of(&mut self, wording: &Wording, span: Span) -> Sentence {
        let worded = wording.words.recommendation;
        let documents = self.documents_of(&wording.documents);
        let documents = in_parentheses(documents, span);
        let (key, text) = match &worded.sentence {
            Some(sentence) => ("recommendation-own", Some(sentence)),
            None => ("recommendation", worded.text.as_ref()),
        };
        let mut text = text.map(|words| self.prose(words)).unwrap_or_default();
        if let (Some(Inline::Number(number, _)), "recommendation") = (text.first_mut(), key) {
            number.begins = false;
        }
        let leads = !worded.parts.is_empty();
        let ends_itself = strip_end(&mut text, leads || !documents.is_empty());
        let thanked = wording.action == Some(Action::Thanked) && wording.actors != [Actor::Group];
        let values = vec![
            ("actors", json!(wording.actors.iter().map(|actor| actor.word()).collect::<Vec<_>>())),
            ("action", json!(wording.action.map(|action| action.word()))),
            ("asks", json!(wording.asks())),
            ("thanked", json!(thanked)),
            ("end", json!(if leads { ":" } else { end(ends_itself) })),
        ];
        let texts = vec![("text", text), ("documents", documents)];
        Sentence { texts, ..Sentence::new(key, span, values) }
    }

    /// Returns the symbols of the documents that a record names.
    fn documents_of(&self, made: &Occurrence) -> Vec<Inline> {
        let documents = made.recommendation.documents.iter();
        documents.map(|short| self.symbol(self.scope.symbol(&short.value, Some(made.meeting)), short.span)).collect()
    }

    /// Returns where a recommendation was made and, unless it is an observation of which nothing became, what became of it. `printed` are the words that
    /// stand before.
    pub(in crate::lower) fn history(&mut self, tracked: &TrackedRecommendation, printed: &Wording) -> Vec<Inline> {
        let span = tracked.first().recommendation.span;
        let mut history = vec![self.made_at("made-at", tracked, printed)];
        if tracked.asks() || tracked.closed().is_some() || tracked.outcomes().next().is_some() {
            history.push(Inline::text(" ", span));
            history.push(self.outcome(tracked));
        }
        history
    }

    /// Returns the meetings that made a recommendation, with the paragraphs that report it, in the words of the sentence `key`. If they made it in different
    /// words, each meeting is said to have made it in these words, those that are `printed`, or in other words.
    pub(in crate::lower) fn made_at(&mut self, key: &'static str, tracked: &TrackedRecommendation, printed: &Wording) -> Inline {
        // where a meeting of another body is among them, each has the acronym of its body, and none is left for all of them
        let own = self.scope.body().map(|body| body.acronym.value.as_str());
        let (all, each) = match tracked.records.iter().all(|made| self.scope.number(made.meeting).1.is_none()) {
            true => (own, None),
            false => (None, own),
        };
        let values = vec![("body", json!(all))];
        let alike: Vec<bool> = tracked.wordings.iter().map(|wording| wording.reads_like(printed)).collect();
        let records = tracked.records.iter().enumerate().map(|(at, made)| {
            let words = alike.contains(&false).then_some(if alike[at] { "these" } else { "other" });
            let is_printed = made.recommendation.span == printed.documents.recommendation.span;
            let documents = if is_printed { Vec::new() } else { self.documents_of(made) };
            vec![self.record_of(made, each, at > 0, words, documents)]
        });
        Sentence {
            lists: vec![("records", records.collect())],
            records: tracked.records.iter().map(|made| made.recommendation.span).collect(),
            ..Sentence::new(key, tracked.first().recommendation.span, values)
        }
        .into()
    }

    /// Returns the meeting of one record, the paragraphs that report it, and the documents that it names besides those that are printed with the words:
    /// `36th meeting (C21/8, paragraph 3.2.1)`. A meeting of another body has the acronym of that body; one of the submission's body has
    /// the acronym `own`, if there is one. `again`: the meeting made the recommendation again; `words`: in `these` or in `other` words.
    fn record_of(
        &mut self,
        made: &Occurrence,
        own: Option<&str>,
        again: bool,
        words: Option<&str>,
        documents: Vec<Inline>,
    ) -> Inline {
        let span = made.recommendation.span;
        let cited = self.scope.cited(span);
        let places = cited.iter().map(|citation| {
            let document = vec![self.symbol(citation.document.clone(), span)];
            let values = vec![("number", json!(citation.number))];
            vec![Sentence { texts: vec![("document", document)], ..Sentence::new("paragraph-of", span, values) }.into()]
        });
        let documents = documents.into_iter().map(|symbol| vec![symbol]).collect();
        let lists = vec![("places", places.collect()), ("documents", documents)];
        let (number, of) = self.scope.number(made.meeting);
        let values = vec![("number", json!(number)), ("of", json!(of.or(own))), ("again", json!(again)), ("words", json!(words))];
        Sentence { lists, ..Sentence::new("record-of", span, values) }.into()
    }

    /// Returns the state and outcome of a recommendation: `Done at the 38th meeting: …`
    pub(in crate::lower) fn outcome(&mut self, tracked: &TrackedRecommendation) -> Inline {
        let span = tracked.first().recommendation.span;
        let closing = tracked.closing();
        let mut ends_itself = false;
        let outcomes = tracked.outcomes().map(|text| {
            let mut outcome = self.prose(text);
            ends_itself = strip_end(&mut outcome, false);
            outcome
        });
        let outcomes = joined(outcomes.collect(), "; ", span);
        let by = &tracked.superseded_by;
        let replaced = by.iter().map(|by| vec![self.record_of(by, None, false, None, Vec::new())]).collect();
        let closed_at =
            closing.and_then(|made| Some(self.scope.closed_at(made.recommendation.closed_at.as_ref()?, made.meeting)));
        let (closed_at, of) = closed_at.map_or((None, None), |(number, of)| (Some(number), of));
        // of an observation it is said beside that what became of it
        let observed = tracked.closed().filter(|_| tracked.standing() == Standing::Observation);
        let values = vec![
            ("standing", json!(tracked.standing().word())),
            ("closed", json!(observed.map(Standing::word))),
            ("closed_at", json!(closed_at)),
            ("of", json!(of)),
            ("end", json!(end(ends_itself))),
        ];
        let records =
            closing.map(|made| made.recommendation.span).into_iter().chain(by.iter().map(|by| by.recommendation.span)).collect();
        let (texts, lists) = (vec![("outcome", outcomes)], vec![("by", replaced)]);
        Sentence { texts, lists, records, ..Sentence::new("fate", span, values) }.into()
    }
}

/// Returns a numbered paragraph with the id of the recommendation, so that references can lead to it.
pub(in crate::lower) fn paragraph(recommendation: &Recommendation, text: Vec<Inline>, body: Vec<Block>) -> Block {
    let (id, span) = (recommendation.id.clone(), recommendation.span);
    Block::Clause(Clause { id, numbering: Numbering::Usual, heading: None, text: Some(text), body, span })
}

/// Returns a part of a part, with what is below it, as paragraphs of the bullet that it belongs to: bullets are not nested further.
fn nested(item: Item) -> Vec<Block> {
    let paragraph = Block::Paragraph(Paragraph { content: item.content, span: item.span });
    std::iter::once(paragraph).chain(item.body).collect()
}

/// Returns the stop of a sentence whose last text ends itself, or does not.
fn end(ends_itself: bool) -> &'static str {
    if ends_itself { "" } else { "." }
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
        Inline::Styled(_, content) | Inline::Link { content, .. } | Inline::Reference { content, .. } => strip_end(content, more),
        Inline::Part(..)
        | Inline::Symbol { .. }
        | Inline::Number(..)
        | Inline::Dates(..)
        | Inline::Sentence(_)
        | Inline::Break => false,
        Inline::Equation(..) => false,
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
