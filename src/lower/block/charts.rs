//! Charts of the record: documents by year, recommendations by year, status and topic.

use super::super::Lowering;
use crate::authored::{By, Selection};
use crate::document::{Block, Chart, ChartKind, Inline, Series};
use crate::query::ledger::{Standing, Tracked};
use crate::records::meeting::{Entry, Meeting};
use crate::source::Span;
use serde_json::json;
use std::collections::BTreeSet;

/// What a bar is called, and what it counts.
type Bar<'t, 'a> = (Vec<Inline>, Vec<&'t Tracked<'a>>);

impl Lowering<'_, '_, '_> {
    /// The documents of each year, those of the secretariat and on them those of others.
    pub fn documents_chart(&mut self, selection: &Selection) -> Block {
        let span = selection.span;
        let meetings: Vec<&Meeting> = self.scope.chosen(selection).collect();
        let years: Vec<&[&Meeting]> = meetings.chunk_by(|a, b| begins(a) == begins(b)).collect();
        let by_others = |entry: &Entry| entry.from.as_ref().is_none_or(|from| from.value != "secretariat");
        let counts = |others: bool| {
            let documents = |of: &&[&Meeting]| {
                of.iter().flat_map(|meeting| &meeting.documents).filter(|entry| by_others(entry) == others).count()
            };
            years.iter().map(|of| documents(of) as f64).collect()
        };
        let series =
            vec![(self.chart_word("secretariat", span), counts(false)), (self.chart_word("membership", span), counts(true))];
        let categories = years.iter().map(|of| vec![Inline::text(begins(of[0]).to_string(), span)]).collect();
        self.drawn(selection, "documents-by-year", categories, series)
    }

    /// How recommendations stand: by topic unless it says otherwise.
    pub fn recommendations_chart(&mut self, selection: &Selection) -> Block {
        let span = selection.span;
        let scope = self.scope;
        let all: Vec<&Tracked> = scope.selected_tracked(selection).collect();
        let standings: Vec<Standing> =
            Standing::ALL.iter().copied().filter(|standing| all.iter().any(|tracked| tracked.standing() == *standing)).collect();
        if selection.by == Some(By::Status) {
            let counts = standings.iter().map(|standing| count(&all, |tracked| tracked.standing() == *standing)).collect();
            let categories = standings.iter().map(|standing| self.chart_word(standing.word(), span)).collect();
            let name = self.chart_word("recommendations", span);
            return self.drawn(selection, "recommendations-by-status", categories, vec![(name, counts)]);
        }
        if selection.by == Some(By::Year) {
            let years: BTreeSet<i16> = all.iter().map(|tracked| year(tracked)).collect();
            let bars = years.into_iter().map(|wanted| {
                let of_year = all.iter().copied().filter(|tracked| year(tracked) == wanted);
                (vec![Inline::text(wanted.to_string(), span)], of_year.collect())
            });
            return self.stacked(selection, "recommendations-by-year", &standings, bars.collect());
        }
        let topics = scope.selected_topics(selection).into_iter().map(|topic| {
            let of_topic = all.iter().copied().filter(|tracked| tracked.first().topic.value == topic);
            (self.topic_label(topic, span), of_topic.collect::<Vec<_>>())
        });
        let bars = topics.filter(|(_, tracked)| !tracked.is_empty()).collect();
        self.stacked(selection, "recommendations-by-topic", &standings, bars)
    }

    /// A bar for each group, cut by how they stand.
    fn stacked(&mut self, selection: &Selection, caption: &'static str, standings: &[Standing], bars: Vec<Bar>) -> Block {
        let series = standings.iter().map(|standing| {
            let counts = bars.iter().map(|(_, tracked)| count(tracked, |tracked| tracked.standing() == *standing));
            (self.chart_word(standing.word(), selection.span), counts.collect())
        });
        let series = series.collect();
        self.drawn(selection, caption, bars.into_iter().map(|(label, _)| label).collect(), series)
    }

    /// A chart with the author's caption, or the usual one of its kind.
    pub fn drawn(
        &mut self,
        selection: &Selection,
        caption: &'static str,
        categories: Vec<Vec<Inline>>,
        series: Vec<(Vec<Inline>, Vec<f64>)>,
    ) -> Block {
        let usual = || vec![Inline::sentence("chart-caption", selection.span, vec![("chart", json!(caption))])];
        let caption = Some(self.caption(selection).unwrap_or_else(usual));
        let series = series.into_iter().map(|(name, values)| Series { name, values }).collect();
        Block::Chart(Chart {
            id: selection.id.clone(),
            caption,
            kind: ChartKind::Columns,
            stacked: true,
            unit: Vec::new(),
            categories,
            series,
            alt: None,
            span: selection.span,
        })
    }

    /// The author's caption.
    pub fn caption(&mut self, selection: &Selection) -> Option<Vec<Inline>> {
        selection.caption.as_ref().map(|caption| self.prose(caption))
    }

    /// A word of a chart, as the language has it.
    pub fn chart_word(&self, word: &str, span: Span) -> Vec<Inline> {
        vec![Inline::sentence("chart-word", span, vec![("word", json!(word))])]
    }
}

fn count(all: &[&Tracked], is: impl Fn(&Tracked) -> bool) -> f64 {
    all.iter().filter(|tracked| is(tracked)).count() as f64
}

fn begins(meeting: &Meeting) -> i16 {
    meeting.dates.value.first.year
}

/// The year in which it was first made.
fn year(tracked: &Tracked) -> i16 {
    begins(tracked.first().meeting)
}
