//! Blocks about meetings: which were held, what they considered and said.

use super::super::{Lowering, joined, lone_paragraph, paragraph_clause};
use super::column;
use crate::authored::{By, Form, Selection};
use crate::document::{Align, Block, Clause, Inline, Item, List, ListKind, Numbering, Sentence, Table};
use crate::query::Registered;
use crate::query::ledger::Made;
use crate::records::meeting::Meeting;
use crate::source::{Span, Text};
use serde_json::{Value, json};

impl<'a> Lowering<'_, 'a, '_> {
    /// The meetings that a selection names, in the form that it names.
    pub fn meetings(&mut self, selection: &Selection) -> Block {
        let meetings: Vec<&Meeting> = self.scope.chosen(selection).collect();
        match (selection.by, selection.r#as) {
            (Some(By::Year), _) => Block::Table(self.years(&meetings, selection)),
            (_, Some(Form::Table)) => Block::Table(self.meetings_table(&meetings, selection)),
            _ => self.meetings_held(&meetings, selection.span),
        }
    }

    /// A sentence, with a numbered sub-paragraph for each meeting.
    fn meetings_held(&self, meetings: &[&Meeting], span: Span) -> Block {
        let after = self.scope.submission.common.period.as_ref().and_then(|period| period.after.as_ref());
        let values = vec![
            ("since", json!(self.scope.session(after).map(|session| &session.short.value))),
            ("meetings", json!(meetings.len())),
            ("documents", json!(meetings.iter().map(|meeting| meeting.documents.len()).sum::<usize>())),
        ];
        if let [meeting] = meetings {
            let values = values.into_iter().take(1).chain(facts(meeting)).collect();
            return paragraph_clause(vec![Inline::sentence("one-meeting-held", meeting.span, values)], span);
        }
        let each = meetings.iter().enumerate().map(|(at, meeting)| {
            let mut values = facts(meeting);
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
            let mut values = facts(meeting);
            values.push(("column", json!(key)));
            vec![Inline::sentence("meeting-cell", meeting.span, values)]
        };
        let rows = meetings.iter().map(|meeting| heads.iter().map(|(key, _)| cell(meeting, key)).collect());
        self.generated_table(selection, columns.to_vec(), rows.collect())
    }

    /// A row for each year in which a meeting began, and one for all.
    fn years(&mut self, meetings: &[&Meeting], selection: &Selection) -> Table {
        let span = selection.span;
        const COLUMNS: [(&str, u32); 6] =
            [("year", 2), ("meetings", 3), ("documents", 4), ("secretariat", 4), ("membership", 5), ("recommendations", 6)];
        let align = |key| if key == "year" { Align::Left } else { Align::Right };
        let columns = COLUMNS.map(|(key, width)| column("year-column", key, width, align(key), span));
        let year = |meeting: &Meeting| meeting.dates.value.first.year;
        let mut rows: Vec<_> =
            meetings.chunk_by(|a, b| year(a) == year(b)).map(|of| year_row(&year(of[0]).to_string(), of, span)).collect();
        if rows.len() > 1 {
            rows.push(year_row("total", meetings, span));
        }
        self.generated_table(selection, columns.to_vec(), rows)
    }

    /// A clause for each topic on which the meetings have documents, or said or recommended something.
    pub fn agenda(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let documents = self.scope.selected_documents(selection);
        for topic in self.scope.selected_topics(selection) {
            let of_topic: Vec<Registered> = documents.iter().filter(|document| document.is_on(topic)).copied().collect();
            let mut body = Vec::new();
            for (_, text) in self.scope.said(selection, topic) {
                body.push(paragraph_clause(self.prose(text), text.span));
            }
            let one = Selection { topic: Some(Text::generated(topic, selection.span)), ..selection.clone() };
            let made: Vec<Made> = self.scope.selected_recommendations(&one).collect();
            body.extend(made.iter().map(|made| self.recommendation(made)));
            if body.is_empty() && !of_topic.is_empty() {
                body.push(self.entries(&of_topic, selection.span));
            }
            if !body.is_empty() {
                out.push(self.topic_clause(topic, &of_topic, lone_paragraph(body), selection.span));
            }
        }
    }

    /// A heading with the topic and its symbols.
    fn topic_clause(&mut self, topic: &str, documents: &[Registered], body: Vec<Block>, span: Span) -> Block {
        let mut heading = self.topic_label(topic, span);
        let symbols: Vec<_> = documents.iter().map(|document| (&document.entry.symbol, Some(document.meeting))).collect();
        heading.extend(self.symbols_after(&symbols, span));
        Block::Clause(Clause { id: None, numbering: Numbering::Counted, heading: Some(heading), text: None, body, span })
    }

    /// What was said, as numbered paragraphs.
    pub fn summary(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        for text in self.scope.selected_summaries(selection) {
            let content = self.prose(text);
            out.push(paragraph_clause(content, text.span));
        }
    }

    /// A clause for each topic, with a bullet for each meeting that had documents on it or said something about it.
    pub fn timeline(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let documents = self.scope.selected_documents(selection);
        for topic in self.scope.selected_topics(selection) {
            let of_topic: Vec<Registered> = documents.iter().filter(|document| document.is_on(topic)).copied().collect();
            let said = self.scope.said(selection, topic);
            let meetings: Vec<&Meeting> = self.scope.chosen(selection).collect();
            let items = meetings.into_iter().filter_map(|meeting| self.moment(meeting, &of_topic, &said)).collect::<Vec<_>>();
            if !items.is_empty() {
                let list = Block::List(List { kind: ListKind::Bullets, items, span: selection.span });
                out.push(self.topic_clause(topic, &[], vec![list], selection.span));
            }
        }
    }

    /// `36th meeting, 28-29 January 2021: … (CWG-WSIS&SDG-36/2)`
    fn moment(&mut self, meeting: &'a Meeting, documents: &[Registered], said: &[(&Meeting, &Text)]) -> Option<Item> {
        let here = |other: &Meeting| std::ptr::eq(other, meeting);
        let said: Vec<_> = said.iter().filter(|(at, _)| here(at)).map(|(_, text)| self.prose(text)).collect();
        let of_meeting = documents.iter().filter(|document| here(document.meeting));
        let symbols: Vec<Vec<Inline>> = of_meeting.map(|document| vec![self.symbol_of(document)]).collect();
        if said.is_empty() && symbols.is_empty() {
            return None;
        }
        // its number alone: the texts and symbols say where they stand themselves
        let span = meeting.number.span;
        let texts = vec![("said", joined(said, " ", span)), ("documents", joined(symbols, ", ", span))];
        let content = vec![Sentence { texts, ..Sentence::new("timeline", span, facts(meeting)) }.into()];
        Some(Item { content, body: Vec::new(), span })
    }
}

/// What sentences may say of a meeting.
pub fn facts(meeting: &Meeting) -> Vec<(&'static str, Value)> {
    vec![
        ("number", json!(meeting.number.value)),
        ("dates", json!(meeting.dates.value)),
        ("place", json!(meeting.place.as_ref().map(|place| &place.value))),
        ("documents", json!(meeting.documents.len())),
    ]
}

fn year_row(name: &str, meetings: &[&Meeting], span: Span) -> Vec<Vec<Inline>> {
    let documents = || meetings.iter().flat_map(|meeting| &meeting.documents);
    let secretariat = documents().filter(|entry| entry.from.as_ref().is_some_and(|from| from.value == "secretariat")).count();
    let recommendations: usize = meetings.iter().map(|meeting| Made::at(meeting).count()).sum();
    let all = documents().count();
    let counts = [meetings.len(), all, secretariat, all - secretariat, recommendations];
    let records: Vec<Span> = meetings.iter().map(|meeting| meeting.span).collect();
    let cell = |value: Value| {
        vec![Sentence { records: records.clone(), ..Sentence::new("year-cell", span, vec![("value", value)]) }.into()]
    };
    std::iter::once(cell(json!(name))).chain(counts.map(|count| cell(json!(count)))).collect()
}
