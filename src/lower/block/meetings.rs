//! The block `meetings`: the meetings held and how many documents they considered, as a sentence, a table or a chart.

use super::{GeneratedBlock, column};
use crate::authored::{By, Form, Generated, Selection};
use crate::document::{Align, Block, Clause, Inline, Numbering, Sentence, Table};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use crate::query::ledger::Occurrence;
use crate::records::meeting::{Entry, Meeting};
use crate::source::Span;
use serde_json::{Value, json};

/// The block `meetings`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Meetings,
    why_empty: |scope, selection| (scope.chosen(selection).next().is_none()).then_some("it names no meeting of the period"),
    lower: |lowering, selection, out| {
        out.push(match selection.r#as {
            Some(Form::Chart) => lowering.documents_chart(selection),
            _ => lowering.meetings(selection),
        })
    },
};

impl Lowering<'_, '_, '_> {
    /// Returns the meetings that a selection names, as a table of years, a table of meetings or a sentence, as the selection asks.
    pub fn meetings(&mut self, selection: &Selection) -> Block {
        let meetings: Vec<&Meeting> = self.scope.chosen(selection).collect();
        match (selection.by, selection.r#as) {
            (Some(By::Year), _) => Block::Table(self.years(&meetings, selection)),
            (_, Some(Form::Table)) => Block::Table(self.meetings_table(&meetings, selection)),
            _ => self.meetings_held(&meetings, selection.span),
        }
    }

    /// Returns a sentence with a numbered sub-paragraph for each meeting; a single meeting is reported in one sentence.
    fn meetings_held(&self, meetings: &[&Meeting], span: Span) -> Block {
        let after = self.scope.submission.common.period.as_ref().and_then(|period| period.after.as_ref());
        let values = vec![
            ("since", json!(self.scope.session(after).map(|session| &session.short.value))),
            ("meetings", json!(meetings.len())),
            ("documents", json!(meetings.iter().map(|meeting| meeting.documents.len()).sum::<usize>())),
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
        let columns = heads.map(|(key, align)| column("meeting-column", key, 1, align, selection.span));
        let cell = |meeting: &Meeting, key: &str| {
            let mut values = self.facts(meeting);
            values.push(("column", json!(key)));
            vec![Inline::sentence("meeting-cell", meeting.span, values)]
        };
        let rows = meetings.iter().map(|meeting| heads.iter().map(|(key, _)| cell(meeting, key)).collect());
        self.generated_table(selection, columns.to_vec(), rows.collect())
    }

    /// Returns a table with a row for each year in which a meeting began, and a row of totals if there are several years.
    fn years(&mut self, meetings: &[&Meeting], selection: &Selection) -> Table {
        let span = selection.span;
        const COLUMNS: [(&str, u32); 6] =
            [("year", 2), ("meetings", 3), ("documents", 4), ("secretariat", 4), ("membership", 5), ("recommendations", 6)];
        let align = |key| if key == "year" { Align::Left } else { Align::Right };
        let columns = COLUMNS.map(|(key, width)| column("year-column", key, width, align(key), span));
        let mut rows: Vec<_> =
            meetings.chunk_by(|a, b| a.year() == b.year()).map(|of| year_row(&of[0].year().to_string(), of, span)).collect();
        if rows.len() > 1 {
            rows.push(year_row("total", meetings, span));
        }
        self.generated_table(selection, columns.to_vec(), rows)
    }

    /// Returns a chart of the documents of each year: a column a year, with the documents of the secretariat at the foot and those of others on top.
    pub fn documents_chart(&mut self, selection: &Selection) -> Block {
        let span = selection.span;
        let meetings: Vec<&Meeting> = self.scope.chosen(selection).collect();
        let years: Vec<&[&Meeting]> = meetings.chunk_by(|a, b| a.year() == b.year()).collect();
        let by_others = |entry: &Entry| entry.from.as_ref().is_none_or(|from| from.value != "secretariat");
        let counts = |others: bool| {
            let documents = |of: &&[&Meeting]| {
                of.iter().flat_map(|meeting| &meeting.documents).filter(|entry| by_others(entry) == others).count()
            };
            years.iter().map(|of| documents(of) as f64).collect()
        };
        let series =
            vec![(self.chart_word("secretariat", span), counts(false)), (self.chart_word("membership", span), counts(true))];
        let categories = years.iter().map(|of| vec![Inline::text(of[0].year().to_string(), span)]).collect();
        self.generated_chart(selection, "documents-by-year", categories, series)
    }
}

/// Returns the row of the table of years for these meetings: name, meetings, documents, of these from the secretariat and from others, recommendations.
fn year_row(name: &str, meetings: &[&Meeting], span: Span) -> Vec<Vec<Inline>> {
    let documents = || meetings.iter().flat_map(|meeting| &meeting.documents);
    let secretariat = documents().filter(|entry| entry.from.as_ref().is_some_and(|from| from.value == "secretariat")).count();
    let recommendations: usize = meetings.iter().map(|meeting| Occurrence::at(meeting).count()).sum();
    let all = documents().count();
    let counts = [meetings.len(), all, secretariat, all - secretariat, recommendations];
    let records: Vec<Span> = meetings.iter().map(|meeting| meeting.span).collect();
    let cell = |value: Value| {
        vec![Sentence { records: records.clone(), ..Sentence::new("year-cell", span, vec![("value", value)]) }.into()]
    };
    std::iter::once(cell(json!(name))).chain(counts.map(|count| cell(json!(count)))).collect()
}
