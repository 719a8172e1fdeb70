//! The block `meetings`: the meetings held and how many documents they considered, as a sentence, a table or a chart.

use super::{GeneratedBlock, column};
use crate::authored::{By, Form, Generated, Selection};
use crate::document::{Align, Block, Cell, Clause, Inline, Numbering, Paragraph, Row, RowKind, Sentence, Table};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use crate::query::{Counted, Tally};
use crate::records::meeting::Meeting;
use crate::source::Span;
use serde_json::{Value, json};
use std::collections::HashSet;

/// The block `meetings`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Meetings,
    why_empty: |scope, selection| (scope.chosen(selection).next().is_none()).then_some("it names no meeting of the period"),
    lower: |lowering, selection, out| {
        let meetings: Vec<&Meeting> = lowering.scope.chosen(selection).collect();
        match selection.r#as {
            Some(Form::Chart) => out.push(lowering.documents_chart(&meetings, selection)),
            _ => out.push(lowering.meetings(&meetings, selection)),
        }
        out.extend(lowering.counted_once(&meetings, selection));
    },
};

impl<'a> Lowering<'_, 'a, '_> {
    /// Returns the meetings that a selection names, as a table of years, a table of meetings or a sentence, as the selection asks.
    fn meetings(&mut self, meetings: &[&'a Meeting], selection: &Selection) -> Block {
        match (selection.by, selection.r#as) {
            (Some(By::Year), _) => Block::Table(self.years(meetings, selection)),
            (_, Some(Form::Table)) => Block::Table(self.meetings_table(meetings, selection)),
            _ => self.meetings_held(meetings, selection.span),
        }
    }

    /// Returns a sentence with a numbered sub-paragraph for each meeting; a single meeting is reported in one sentence.
    fn meetings_held(&self, meetings: &[&'a Meeting], span: Span) -> Block {
        let after = self.scope.submission.common.period.as_ref().and_then(|period| period.after.as_ref());
        let values = vec![
            ("since", json!(self.scope.session(after).map(|session| &session.short.value))),
            ("meetings", json!(meetings.len())),
            ("documents", json!(self.scope.considered(meetings).len())),
        ];
        if let [meeting] = meetings {
            let values = values.into_iter().take(1).chain(self.facts(meeting)).collect();
            return paragraph_clause(vec![Inline::sentence("one-meeting-held", meeting.span, values)], span);
        }
        let each = meetings.iter().enumerate().map(|(at, meeting)| {
            let mut values = self.facts(meeting);
            values.push(("last", json!(at + 1 == meetings.len())));
            paragraph_clause(vec![Inline::sentence("meeting-held", meeting.span, values)], meeting.span)
        });
        let body = each.collect();
        let records = meetings.iter().map(|meeting| meeting.span).collect();
        let text = Some(vec![Sentence { records, ..Sentence::new("meetings-held", span, values) }.into()]);
        Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading: None, text, body, span })
    }

    fn meetings_table(&mut self, meetings: &[&Meeting], selection: &Selection) -> Table {
        let heads = [("meeting", Align::Left), ("dates", Align::Left), ("place", Align::Left), ("documents", Align::Right)];
        let columns = heads.map(|(key, align)| column("meeting-column", key, align, selection.span));
        let cell = |meeting: &Meeting, key: &str| {
            let mut values = self.facts(meeting);
            values.push(("column", json!(key)));
            Cell::from(vec![Inline::sentence("meeting-cell", meeting.span, values)])
        };
        let rows: Vec<Vec<Cell>> =
            meetings.iter().map(|meeting| heads.iter().map(|(key, _)| cell(meeting, key)).collect()).collect();
        Table { header_column: true, ..self.generated_table(selection, columns.to_vec(), rows) }
    }

    /// Returns a table with a row for each year in which a meeting began, and a row of totals if there are several years.
    fn years(&mut self, meetings: &[&'a Meeting], selection: &Selection) -> Table {
        let span = selection.span;
        let heads = ["year", "meetings", "documents", "secretariat", "membership", "recommendations", "observations"];
        let align = |key| if key == "year" { Align::Left } else { Align::Right };
        let columns = heads.map(|key| column("year-column", key, align(key), span));
        let counted = self.scope.counted(meetings);
        let years = meetings.chunk_by(|a, b| a.year() == b.year());
        let mut rows: Vec<Row> = years.map(|of| self.year_row(Some(of[0].year()), of, &counted, span).into()).collect();
        if rows.len() > 1 {
            rows.push(Row { kind: RowKind::Total, ..self.year_row(None, meetings, &counted, span).into() });
        }
        Table { header_column: true, ..self.generated_table(selection, columns.to_vec(), rows) }
    }

    /// Returns the row of the table of years for the meetings of a year, or for all: its name, the meetings, the documents, of these those of the secretariat
    /// and of others, the recommendations and observations that are counted in this year.
    fn year_row(&self, year: Option<i16>, meetings: &[&'a Meeting], counted: &[Counted], span: Span) -> Vec<Cell> {
        let of_year = counted.iter().filter(|counted| year.is_none_or(|year| counted.made.meeting.year() == year));
        let tally = self.scope.tally(meetings, &of_year.copied().collect::<Vec<_>>());
        let counts =
            [tally.meetings, tally.documents, tally.secretariat, tally.others, tally.recommendations, tally.observations];
        let records: Vec<Span> = meetings.iter().map(|meeting| meeting.span).collect();
        let cell = |value: Value| {
            let sentence = Sentence { records: records.clone(), ..Sentence::new("year-cell", span, vec![("value", value)]) };
            Cell::from(vec![sentence.into()])
        };
        let name = year.map_or(json!("total"), |year| json!(year.to_string()));
        std::iter::once(cell(name)).chain(counts.map(|count| cell(json!(count)))).collect()
    }

    /// Returns a chart of the documents of each year: a column a year, with the documents of the secretariat at the foot and those of others on top.
    fn documents_chart(&mut self, meetings: &[&'a Meeting], selection: &Selection) -> Block {
        let span = selection.span;
        let years: Vec<&[&Meeting]> = meetings.chunk_by(|a, b| a.year() == b.year()).collect();
        let tallies: Vec<Tally> = years.iter().map(|of| self.scope.tally(of, &[])).collect();
        let counts = |count: fn(&Tally) -> usize| tallies.iter().map(|tally| count(tally) as f64).collect();
        let series = vec![
            (self.chart_word("secretariat", span), counts(|tally| tally.secretariat)),
            (self.chart_word("membership", span), counts(|tally| tally.others)),
        ];
        let categories = years.iter().map(|of| vec![Inline::text(of[0].year().to_string(), span)]).collect();
        self.generated_chart(selection, "documents-by-year", categories, series)
    }

    /// Returns a paragraph that says why the numbers of meetings, or of years, add up to more than the total, and in which year is counted what several
    /// meetings made; `None` if neither is the case.
    fn counted_once(&self, meetings: &[&'a Meeting], selection: &Selection) -> Option<Block> {
        let each: usize = meetings.iter().map(|meeting| self.scope.considered(&[meeting]).len()).sum();
        let documents = each - self.scope.considered(meetings).len();
        let by_year = selection.by == Some(By::Year) && selection.r#as != Some(Form::Chart);
        let chosen: HashSet<Span> = meetings.iter().map(|meeting| meeting.span).collect();
        let here =
            |counted: &&Counted| counted.tracked.records.iter().filter(|made| chosen.contains(&made.meeting.span)).count() > 1;
        let again = if by_year { self.scope.counted(meetings).iter().filter(here).count() } else { 0 };
        // the sentence about each meeting and the table of meetings have no column for the secretariat
        let by_party = selection.by == Some(By::Year) || selection.r#as == Some(Form::Chart);
        let shared = if by_party { self.scope.tally(meetings, &[]).shared() } else { 0 };
        let values = vec![("documents", json!(documents)), ("again", json!(again)), ("shared", json!(shared))];
        let content = vec![Inline::sentence("counted-once", selection.span, values)];
        (documents + again + shared > 0).then_some(Block::Paragraph(Paragraph { content, span: selection.span }))
    }
}
