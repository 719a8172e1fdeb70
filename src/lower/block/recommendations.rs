//! The block `recommendations`: as they were made, or (`merged`) each once with where it was made and what became of it; as a table, or as a chart.

use super::{GeneratedBlock, column};
use crate::authored::{By, Form, Generated, Selection};
use crate::document::{Align, Block, Clause, Inline, Numbering, Paragraph, Style, Table};
use crate::lower::body::lone_paragraph;
use crate::lower::recommendation;
use crate::lower::words::Lowering;
use crate::query::ledger::{Occurrence, Standing, TrackedRecommendation};
use crate::source::Text;
use std::collections::BTreeSet;

/// The block `recommendations`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Recommendations,
    why_empty: |scope, selection| {
        (scope.selected_recommendations(selection).next().is_none())
            .then_some("the meetings of the period made no such recommendation")
    },
    lower: |lowering, selection, out| match selection.r#as {
        Some(Form::Chart) => out.push(lowering.recommendations_chart(selection)),
        _ => lowering.recommendations(selection, out),
    },
};

/// A bar of a chart: its label, and the recommendations that it counts.
type Bar<'t, 'a> = (Vec<Inline>, Vec<&'t TrackedRecommendation<'a>>);

impl Lowering<'_, '_, '_> {
    /// Appends the recommendations that a selection names, in the form for which the selection asks.
    pub fn recommendations(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        if selection.r#as == Some(Form::Table) {
            out.push(Block::Table(self.recommendations_table(selection)));
            return;
        }
        let scope = self.scope;
        if selection.merged == Some(true) {
            // a part is reported under the recommendation that it is a part of, unless its first record is a recommendation of its own
            let all = scope.selected_tracked(selection).filter(|tracked| tracked.first().whole.is_none());
            let all: Vec<&TrackedRecommendation> = all.collect();
            self.topics(selection, &all, |tracked| tracked.first().topic, Self::merged, out);
        } else {
            let all: Vec<Occurrence> = scope.selected_recommendations(selection).collect();
            self.topics(selection, &all, |made| made.topic, Self::recommendation, out);
        }
    }

    /// Appends a paragraph for each of `all`, ordered by topic; each topic is a sub-clause if the selection asks for it (`by: topic`).
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

    /// Returns a numbered paragraph with the latest wording of a recommendation, where it was made, and what became of it.
    fn merged(&mut self, tracked: &&TrackedRecommendation) -> Block {
        let (first, words) = (tracked.first().recommendation, tracked.worded());
        let text = self.sentence_of(&words, &words, !words.recommendation.parts.is_empty());
        let mut body = self.parts(&words, true);
        let content = vec![Inline::Styled(Style::Emphasis, self.history(tracked))];
        body.push(Block::Paragraph(Paragraph { content, span: first.span }));
        recommendation::paragraph(first, text, body)
    }

    /// Returns a table with a row for each recommendation, including those that are parts of others.
    fn recommendations_table(&mut self, selection: &Selection) -> Table {
        let heads = [("recommendation", 11), ("made", 6), ("standing", 6)];
        let columns = heads.map(|(key, width)| column("recommendation-column", key, width, Align::Left, selection.span));
        let scope = self.scope;
        let rows = scope.selected_tracked(selection).map(|tracked| {
            vec![self.statement(tracked), vec![self.made_at("made-at-cell", tracked)], vec![self.outcome(tracked)]]
        });
        let rows = rows.collect();
        self.generated_table(selection, columns.to_vec(), rows)
    }

    /// Returns a chart of the states of recommendations: by topic, unless the selection asks for another grouping.
    pub fn recommendations_chart(&mut self, selection: &Selection) -> Block {
        let span = selection.span;
        let scope = self.scope;
        let all: Vec<&TrackedRecommendation> = scope.selected_tracked(selection).collect();
        let standings: Vec<Standing> =
            Standing::ALL.iter().copied().filter(|standing| all.iter().any(|tracked| tracked.standing() == *standing)).collect();
        if selection.by == Some(By::Status) {
            let counts = standings.iter().map(|standing| count(&all, |tracked| tracked.standing() == *standing)).collect();
            let categories = standings.iter().map(|standing| self.chart_word(standing.word(), span)).collect();
            let name = self.chart_word("recommendations", span);
            return self.generated_chart(selection, "recommendations-by-status", categories, vec![(name, counts)]);
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

    /// Returns a chart with a bar for each group of recommendations, divided by state.
    fn stacked(&mut self, selection: &Selection, caption: &'static str, standings: &[Standing], bars: Vec<Bar>) -> Block {
        let series = standings.iter().map(|standing| {
            let counts = bars.iter().map(|(_, tracked)| count(tracked, |tracked| tracked.standing() == *standing));
            (self.chart_word(standing.word(), selection.span), counts.collect())
        });
        let series = series.collect();
        self.generated_chart(selection, caption, bars.into_iter().map(|(label, _)| label).collect(), series)
    }
}

fn count(all: &[&TrackedRecommendation], is: impl Fn(&TrackedRecommendation) -> bool) -> f64 {
    all.iter().filter(|tracked| is(tracked)).count() as f64
}

/// Returns the year of the meeting that first made a recommendation.
fn year(tracked: &TrackedRecommendation) -> i16 {
    tracked.first().meeting.year()
}
