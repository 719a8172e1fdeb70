//! Lowers a recommendation: its sentence, where it was made, and what became of it.

use super::words::{Lowering, in_parentheses, joined};
use crate::document::{Block, Clause, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Style};
use crate::query::Wording;
use crate::query::ledger::{Occurrence, Standing, TrackedRecommendation};
use crate::records::recommendation::{Actor, Part, Recommendation};
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
        vec![Block::List(List { kind: ListKind::Bullets, items, span: whole.span })]
    }

    /// Returns one part as a bullet, with its own parts below it.
    fn part(&mut self, part: &Part, whole: &Occurrence, merged: bool) -> Item {
        let part = match part {
            Part::Text(text) => return Item { content: self.prose(text), body: Vec::new(), span: text.span },
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
        Item { content, body: below.flat_map(nested).collect(), span: part.span }
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
        strip_end(&mut text);
        let group_acts = wording.actors == [Actor::Group] && !wording.action.is_some_and(|action| action.asks());
        let values = vec![
            ("actors", json!(wording.actors.iter().map(|actor| actor.word()).collect::<Vec<_>>())),
            ("action", json!(wording.action.map(|action| action.word()))),
            ("acts", json!(group_acts)),
            ("end", json!(if worded.parts.is_empty() { "." } else { ":" })),
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
        let body = self.scope.body().map(|body| &body.acronym.value);
        let values = vec![("body", json!(body))];
        let alike: Vec<bool> = (0..tracked.records.len()).map(|at| tracked.wording(at).reads_like(printed)).collect();
        let records = tracked.records.iter().enumerate().map(|(at, made)| {
            let words = alike.contains(&false).then_some(if alike[at] { "these" } else { "other" });
            let is_printed = made.recommendation.span == printed.documents.recommendation.span;
            let documents = if is_printed { Vec::new() } else { self.documents_of(made) };
            vec![self.record_of(made, at > 0, words, documents)]
        });
        Sentence {
            lists: vec![("records", records.collect())],
            records: tracked.records.iter().map(|made| made.recommendation.span).collect(),
            ..Sentence::new(key, tracked.first().recommendation.span, values)
        }
        .into()
    }

    /// Returns the meeting of one record, the paragraphs that report it, and the documents that it names besides those that are printed with the words:
    /// `36th meeting (C21/8, paragraph 3.2.1)`. `again`: the meeting made the recommendation again; `words`: in `these` or in `other` words.
    fn record_of(&mut self, made: &Occurrence, again: bool, words: Option<&str>, documents: Vec<Inline>) -> Inline {
        let span = made.recommendation.span;
        let cited = self.scope.cited(span);
        let places = cited.iter().map(|citation| {
            let document = vec![self.symbol(citation.document.clone(), span)];
            let values = vec![("number", json!(citation.number))];
            vec![Sentence { texts: vec![("document", document)], ..Sentence::new("paragraph-of", span, values) }.into()]
        });
        let documents = documents.into_iter().map(|symbol| vec![symbol]).collect();
        let lists = vec![("places", places.collect()), ("documents", documents)];
        let values = vec![("number", json!(made.meeting.number.value)), ("again", json!(again)), ("words", json!(words))];
        Sentence { lists, ..Sentence::new("record-of", span, values) }.into()
    }

    /// Returns the state and outcome of a recommendation: `Done at the 38th meeting: …`
    pub(in crate::lower) fn outcome(&mut self, tracked: &TrackedRecommendation) -> Inline {
        let span = tracked.first().recommendation.span;
        let closing = tracked.closing();
        let by = tracked.superseded_by.map(|by| self.scope.ledger().tracked[by].first());
        let outcomes = tracked.outcomes().map(|text| {
            let mut outcome = self.prose(text);
            strip_end(&mut outcome);
            outcome
        });
        let outcomes = joined(outcomes.collect(), "; ", span);
        let replaced = by.map(|by| vec![self.record_of(&by, false, None, Vec::new())]).unwrap_or_default();
        let closed_at = closing.and_then(|closing| closing.closed_at).map(|at| at.value);
        // of an observation it is said beside that what became of it
        let observed = tracked.closed().filter(|_| tracked.standing() == Standing::Observation);
        let values = vec![
            ("standing", json!(tracked.standing().word())),
            ("closed", json!(observed.map(Standing::word))),
            ("closed_at", json!(closed_at)),
        ];
        let records = closing.map(|closing| closing.span).into_iter().chain(by.map(|by| by.recommendation.span)).collect();
        let texts = vec![("by", replaced), ("outcome", outcomes)];
        Sentence { texts, records, ..Sentence::new("fate", span, values) }.into()
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
