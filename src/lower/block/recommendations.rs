//! Blocks of recommendations: as they were made, or each once with where it was made and what became of it.

use super::super::{Lowering, lone_paragraph};
use super::column;
use crate::authored::{By, Form, Selection};
use crate::document::{Align, Block, Clause, Inline, Item, List, ListKind, Numbering, Paragraph, Sentence, Style, Table};
use crate::query::ledger::{Made, Standing, Tracked};
use crate::records::recommendation::{Actor, Part, Recommendation};
use crate::source::Text;
use serde_json::json;
use std::sync::Arc;

impl Lowering<'_, '_, '_> {
    /// The recommendations that a selection names, in the form that it names.
    pub fn recommendations(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        if selection.r#as == Some(Form::Table) {
            out.push(Block::Table(self.recommendations_table(selection)));
            return;
        }
        let scope = self.scope;
        if selection.merged == Some(true) {
            // a part is reported with its whole, unless it has a life of its own
            let all = scope.selected_tracked(selection).filter(|tracked| tracked.first().whole.is_none());
            let all: Vec<&Tracked> = all.collect();
            self.topics(selection, &all, |tracked| tracked.first().topic, Self::merged, out);
        } else {
            let all: Vec<Made> = scope.selected_recommendations(selection).collect();
            self.topics(selection, &all, |made| made.topic, Self::recommendation, out);
        }
    }

    /// Topic by topic, as sub-clauses if they are asked for.
    fn topics<T>(
        &mut self,
        selection: &Selection,
        all: &[T],
        topic_of: impl Fn(&T) -> &Text,
        paragraph: fn(&mut Self, &T) -> Block,
        out: &mut Vec<Block>,
    ) {
        for topic in self.scope.selected_topics(selection) {
            let of_topic: Vec<&T> = all.iter().filter(|one| topic_of(one).value == topic).collect();
            let Some(first) = of_topic.first() else { continue };
            let span = topic_of(first).span;
            let paragraphs: Vec<Block> = of_topic.into_iter().map(|one| paragraph(self, one)).collect();
            if selection.by != Some(By::Topic) {
                out.extend(paragraphs);
                continue;
            }
            let heading = Some(self.topic_label(topic, span));
            let body = lone_paragraph(paragraphs);
            out.push(Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading, text: None, body, span }));
        }
    }

    /// A numbered paragraph, with its parts as bullets inside it.
    pub fn recommendation(&mut self, made: &Made) -> Block {
        let words = self.scope.ledger().words_of(made);
        let text = self.stated(made, &words, !words.recommendation.parts.is_empty());
        let body = self.parts(&words, false);
        paragraph(made.recommendation, text, body)
    }

    /// A numbered paragraph of a recommendation in its latest words, with what became of it.
    fn merged(&mut self, tracked: &&Tracked) -> Block {
        let (first, words) = (tracked.first().recommendation, tracked.worded());
        let text = self.stated(&words, &words, !words.recommendation.parts.is_empty());
        let mut body = self.parts(&words, true);
        let content = vec![Inline::Styled(Style::Emphasis, self.history(tracked))];
        body.push(Block::Paragraph(Paragraph { content, span: first.span }));
        paragraph(first, text, body)
    }

    /// The parts as bullets. `merged`: only those that are not reported elsewhere, with what became of them.
    pub(super) fn parts(&mut self, words: &Made, merged: bool) -> Vec<Block> {
        let whole = words.recommendation;
        let items: Vec<Item> = whole.parts.iter().filter_map(|part| self.part(part, words, merged)).collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Block::List(List { kind: ListKind::Bullets, items, span: whole.span })]
    }

    fn part(&mut self, part: &Part, whole: &Made, merged: bool) -> Option<Item> {
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
    pub(super) fn stated(&mut self, made: &Made, words: &Made, leads: bool) -> Vec<Inline> {
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
    fn history(&mut self, tracked: &Tracked) -> Vec<Inline> {
        let span = tracked.first().recommendation.span;
        let mut history = vec![self.made_at("made-at", tracked)];
        if tracked.standing() != Standing::Observation {
            history.push(Inline::text(" ", span));
            history.push(self.fate(tracked));
        }
        history
    }

    /// The meetings that made it, with the paragraphs that report it.
    pub(super) fn made_at(&mut self, key: &'static str, tracked: &Tracked) -> Inline {
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
    fn record_of(&mut self, made: &Made, again: bool) -> Inline {
        let span = made.recommendation.span;
        let cited = self.scope.citations.get(&span).map(Vec::as_slice).unwrap_or_default();
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
    fn fate(&mut self, tracked: &Tracked) -> Inline {
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
    pub fn statement(&mut self, tracked: &Tracked) -> Vec<Inline> {
        let words = tracked.worded();
        self.stated(&words, &words, false)
    }

    /// A row for each recommendation, those that are parts of others included.
    fn recommendations_table(&mut self, selection: &Selection) -> Table {
        let heads = [("recommendation", 11), ("made", 6), ("standing", 6)];
        let columns = heads.map(|(key, width)| column("recommendation-column", key, width, Align::Left, selection.span));
        let scope = self.scope;
        let rows = scope
            .selected_tracked(selection)
            .map(|tracked| vec![self.statement(tracked), vec![self.made_at("made-at-cell", tracked)], vec![self.fate(tracked)]]);
        let rows = rows.collect();
        self.generated_table(selection, columns.to_vec(), rows)
    }
}

fn paragraph(recommendation: &Recommendation, text: Vec<Inline>, body: Vec<Block>) -> Block {
    let (id, span) = (recommendation.id.clone(), recommendation.span);
    Block::Clause(Clause { id, numbering: Numbering::Usual, heading: None, text: Some(text), body, span })
}

/// A part of a part.
fn nested(item: Item) -> Block {
    Block::Paragraph(Paragraph { content: item.content, span: item.span })
}

/// Takes off what the sentence will end with anyway.
pub(super) fn strip_end(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(words)) = inlines.last_mut() {
        let words = Arc::make_mut(words);
        words.truncate(words.text.trim_end_matches(['.', ':', ';', ',', ' ']).len());
        if words.text.is_empty() {
            inlines.pop();
        }
    }
}
