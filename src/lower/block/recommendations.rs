//! The block `recommendations`: as they were made, or (`merged`) each once with where it was made and what became of it; as a table, or as a chart.

use super::{GeneratedBlock, column};
use crate::authored::{By, Form, Generated, Selection};
use crate::document::{Align, Block, Cell, Clause, Inline, Numbering, Paragraph, Style, Table};
use crate::lower::recommendation::{self, LeadIn};
use crate::lower::words::Lowering;
use crate::query::ledger::{Occurrence, Standing};
use crate::query::{Counted, by_topic};
use crate::records::recommendation::{Part, Recommendation, Words};
use crate::source::{Span, Text};
use serde_json::json;
use std::collections::{BTreeSet, HashSet};

/// The block `recommendations`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Recommendations,
    why_empty: |scope, selection| {
        let once = selection.r#as.is_some() || selection.merged == Some(true);
        let nothing = if once {
            scope.selected_tracked(selection).is_empty()
        } else {
            scope.selected_recommendations(selection).next().is_none()
        };
        nothing.then_some("the meetings of the period made no such recommendation")
    },
    lower: |lowering, selection, out| match selection.r#as {
        Some(Form::Chart) => out.push(lowering.recommendations_chart(selection)),
        _ => lowering.recommendations(selection, out),
    },
};

/// A bar of a chart: its label, and the recommendations that it counts.
type Bar<'s, 'a> = (Vec<Inline>, Vec<Counted<'s, 'a>>);

impl<'a> Lowering<'_, 'a, '_> {
    /// Appends the recommendations that a selection names, in the form for which the selection asks.
    pub fn recommendations(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let scope = self.scope;
        if selection.r#as == Some(Form::Table) {
            let all = scope.selected_tracked(selection);
            out.push(Block::Table(self.recommendations_table(selection, &all)));
            out.push(self.number_of_rows(selection, &all));
        } else if selection.merged == Some(true) {
            let words = scope.words(selection);
            let all = outside_of_wholes(scope.selected_tracked(selection), words);
            let mut before = None;
            let merged = |this: &mut Self, counted: &Counted<'_, 'a>| this.merged(counted, words, &mut before);
            self.topics(selection, &all, |counted| counted.made.topic, merged, out);
        } else {
            let all: Vec<Occurrence> = scope.selected_recommendations(selection).collect();
            self.topics(selection, &all, |made| made.topic, |this, made| this.recommendation(made), out);
        }
    }

    /// Appends a paragraph for each of `all`, ordered by topic; each topic is a sub-clause if the selection asks for it (`by: topic`).
    fn topics<T>(
        &mut self,
        selection: &Selection,
        all: &[T],
        topic_of: impl Fn(&T) -> &'a Text,
        mut paragraph: impl FnMut(&mut Self, &T) -> Block,
        out: &mut Vec<Block>,
    ) {
        let mut all = by_topic(all, |one| Some(topic_of(one)));
        for topic in self.scope.selected_topics(selection) {
            let of_topic = all.remove(topic).unwrap_or_default();
            let Some(first) = of_topic.first() else { continue };
            let span = topic_of(first).span;
            let paragraphs: Vec<Block> = of_topic.into_iter().map(|one| paragraph(self, one)).collect();
            if selection.by != Some(By::Topic) {
                out.extend(paragraphs);
                continue;
            }
            let heading = Some(self.topic_label(topic, span));
            let body = self.lone_paragraph(paragraphs);
            out.push(Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading, text: None, body, span }));
        }
    }

    /// Returns a numbered paragraph with a recommendation in the chosen words, where it was made, and what became of it.
    fn merged(&mut self, counted: &Counted<'_, 'a>, words: Words, before: &mut Option<LeadIn<'a>>) -> Block {
        let (tracked, first) = (counted.tracked, counted.tracked.first().recommendation);
        let wording = tracked.words(words);
        let text = self.statement(&wording, before);
        let mut body = self.parts(&wording, true);
        let content = vec![Inline::Styled(Style::Emphasis, self.history(tracked, &wording))];
        body.push(Block::Paragraph(Paragraph { content, span: first.span }));
        recommendation::paragraph(first, text, body)
    }

    /// Returns a table with a row for each recommendation, including those that are parts of others.
    fn recommendations_table(&mut self, selection: &Selection, all: &[Counted<'_, 'a>]) -> Table {
        let heads = ["recommendation", "made", "standing"];
        let columns = heads.map(|key| column("recommendation-column", key, Align::Left, selection.span));
        let (words, mut before) = (self.scope.words(selection), None);
        let rows = all.iter().map(|counted| {
            let (tracked, wording) = (counted.tracked, counted.tracked.words(words));
            let said = Cell { body: self.parts(&wording, false), ..Cell::from(self.statement(&wording, &mut before)) };
            let made_at = vec![self.made_at("made-at-cell", tracked, &wording)];
            vec![said, made_at.into(), vec![self.outcome(tracked)].into()]
        });
        let rows = rows.collect();
        self.generated_table(selection, columns.to_vec(), rows)
    }

    /// Returns a paragraph that says how many recommendations and observations the rows of a table are.
    fn number_of_rows(&self, selection: &Selection, all: &[Counted]) -> Block {
        let tally = self.scope.tally(&[], all);
        let parts = all.iter().filter(|counted| counted.made.is_part()).count();
        let values = vec![
            ("recommendations", json!(tally.recommendations)),
            ("observations", json!(tally.observations)),
            ("parts", json!(parts)),
        ];
        let content = vec![Inline::sentence("recommendations-counted", selection.span, values)];
        Block::Paragraph(Paragraph { content, span: selection.span })
    }

    /// Returns a chart of the states of recommendations: by topic, unless the selection asks for another grouping.
    pub fn recommendations_chart(&mut self, selection: &Selection) -> Block {
        let span = selection.span;
        let scope = self.scope;
        let all = scope.selected_tracked(selection);
        let standings =
            Standing::ALL.iter().copied().filter(|standing| all.iter().any(|one| one.tracked.standing() == *standing));
        let standings: Vec<Standing> = standings.collect();
        if selection.by == Some(By::Status) {
            let counts = standings.iter().map(|standing| count(&all, *standing)).collect();
            let categories = standings.iter().map(|standing| self.chart_word(standing.word(), span)).collect();
            let name = self.chart_word("recommendations", span);
            return self.generated_chart(selection, "recommendations-by-status", categories, vec![(name, counts)]);
        }
        if selection.by == Some(By::Year) {
            let years: BTreeSet<i16> = all.iter().map(|counted| counted.made.meeting.year()).collect();
            let bars = years.into_iter().map(|wanted| {
                let of_year = all.iter().copied().filter(|counted| counted.made.meeting.year() == wanted);
                (vec![Inline::text(wanted.to_string(), span)], of_year.collect())
            });
            return self.stacked(selection, "recommendations-by-year", &standings, bars.collect());
        }
        let mut all = by_topic(all, |counted| Some(counted.made.topic));
        let topics = scope.selected_topics(selection).into_iter();
        let topics = topics.map(|topic| (self.topic_label(topic, span), all.remove(topic).unwrap_or_default()));
        let bars = topics.filter(|(_, counted)| !counted.is_empty()).collect();
        self.stacked(selection, "recommendations-by-topic", &standings, bars)
    }

    /// Returns a chart with a bar for each group of recommendations, divided by state.
    fn stacked(&mut self, selection: &Selection, caption: &'static str, standings: &[Standing], bars: Vec<Bar>) -> Block {
        let series = standings.iter().map(|standing| {
            let counts = bars.iter().map(|(_, counted)| count(counted, *standing));
            (self.chart_word(standing.word(), selection.span), counts.collect())
        });
        let series = series.collect();
        self.generated_chart(selection, caption, bars.into_iter().map(|(label, _)| label).collect(), series)
    }
}

/// Returns the recommendations that stand on their own where each stands once: all but those that are listed as parts of another one among them.
pub(in crate::lower) fn outside_of_wholes<'s, 'a>(all: Vec<Counted<'s, 'a>>, words: Words) -> Vec<Counted<'s, 'a>> {
    let mut listed = HashSet::new();
    for counted in all.iter().filter(|counted| !counted.made.is_part()) {
        list_parts(counted.tracked.words(words).words.recommendation, &mut listed);
    }
    let is_listed = |made: &Occurrence| listed.contains(&made.recommendation.span);
    all.into_iter().filter(|counted| !(counted.made.is_part() && is_listed(&counted.made))).collect()
}

/// Adds the records that are parts of a recommendation, at any depth.
fn list_parts(recommendation: &Recommendation, listed: &mut HashSet<Span>) {
    for part in &recommendation.parts {
        if let Part::Recommendation(part) = part {
            listed.insert(part.span);
            list_parts(part, listed);
        }
    }
}

fn count(all: &[Counted], standing: Standing) -> f64 {
    all.iter().filter(|counted| counted.tracked.standing() == standing).count() as f64
}
