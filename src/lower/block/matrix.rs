//! The block `matrix`: which WSIS Action Lines and Goals the topics of the period, or the activities of the Union, serve, as a table; as a chart, how many
//! serve each Goal.

use super::{GeneratedBlock, column};
use crate::authored::{Form, Generated, MatrixOf, Selection};
use crate::document::{Align, Block, Cell, Column, Inline, Sentence, Table};
use crate::lower::words::Lowering;
use crate::records::mapping::{ACTION_LINES, GOALS, Mapping};
use crate::source::Span;
use serde_json::json;
use std::collections::HashSet;

/// The block `matrix`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Matrix,
    why_empty: |scope, selection| match selection.of {
        Some(MatrixOf::Activities) => {
            scope.selected_activities(selection).is_empty().then_some("the record has no such activity")
        }
        _ => (scope.registry.mapping.iter().next().is_none()).then_some("the record has no `mapping` of topics"),
    },
    lower: |lowering, selection, out| {
        out.push(match selection.r#as {
            Some(Form::Chart) => lowering.goals_chart(selection),
            _ => Block::Table(lowering.matrix(selection)),
        })
    },
};

impl Lowering<'_, '_, '_> {
    /// Returns a table with a row for each Action Line that a topic of the period serves, a column for each Goal, and a last row with the number of
    /// topics that serve each Goal. The caption says what the signs mean.
    pub fn matrix(&mut self, selection: &Selection) -> Table {
        let span = selection.span;
        let mapped = self.mapped(selection);
        let lines = ACTION_LINES.into_iter().filter(|line| mapped.iter().any(|mapping| serves(mapping, line)));
        let mut rows: Vec<Vec<Cell>> = lines.map(|line| line_row(line, &mapped, span)).collect();
        rows.push(totals(of(selection), &mapped, span));
        let first = column("matrix-column", "action-line", Align::Left, span);
        let goals = (1..=GOALS).map(|goal| Column {
            label: goal_label(goal, span),
            width: None,
            align: Align::Center,
            groups: Vec::new(),
        });
        let columns = std::iter::once(first).chain(goals).collect();
        let words = self.caption(selection).unwrap_or_default();
        let values = vec![("of", json!(of(selection)))];
        let caption = Sentence { texts: vec![("caption", words)], ..Sentence::new("matrix-caption", span, values) };
        let caption = Some(vec![caption.into()]);
        let rows = rows.into_iter().map(Into::into).collect();
        Table { id: selection.id.clone(), caption, columns, header_column: true, rows, span, ..Table::default() }
    }

    /// Returns a chart of the number of topics of the period that serve each Goal.
    pub fn goals_chart(&mut self, selection: &Selection) -> Block {
        let counts = counts(&self.mapped(selection)).into_iter().map(|count| count as f64).collect();
        let categories = (1..=GOALS).map(|goal| vec![Inline::text(goal.to_string(), selection.span)]).collect();
        let name = self.chart_word(of(selection), selection.span);
        let caption = if selection.of == Some(MatrixOf::Activities) { "activities-by-goal" } else { "topics-by-goal" };
        self.generated_chart(selection, caption, categories, vec![(name, counts)])
    }

    /// Returns what is mapped: the topics on which the meetings of the period have documents or an agenda item, or the activities.
    fn mapped(&self, selection: &Selection) -> Vec<Mapping> {
        let scope = self.scope;
        if selection.of == Some(MatrixOf::Activities) {
            return scope.selected_activities(selection).into_iter().map(|(_, activity)| activity.mapping()).collect();
        }
        let documents = scope.documents().filter_map(|document| document.entry.topic.as_ref());
        let items = scope.chosen(selection).flat_map(|meeting| meeting.items.iter().map(|item| &item.topic));
        let treated: HashSet<&str> = documents.chain(items).map(|topic| topic.value.as_str()).collect();
        let topics = scope.selected_topics(selection).into_iter().filter(|topic| treated.contains(topic));
        topics.filter_map(|topic| scope.registry.mapping.get(topic).cloned()).collect()
    }
}

/// Returns the word for what a matrix shows.
fn of(selection: &Selection) -> &'static str {
    selection.of.unwrap_or(MatrixOf::Topics).word()
}

/// Returns the last row: how many topics, or activities, serve each Goal.
fn totals(of: &str, mapped: &[Mapping], span: Span) -> Vec<Cell> {
    let name = vec![Inline::sentence("matrix-column", span, vec![("column", json!(format!("{of}-per-goal")))])];
    let counts = counts(mapped).into_iter().map(|count| vec![Inline::text(count.to_string(), span)]);
    std::iter::once(name).chain(counts).map(Cell::from).collect()
}

fn serves(mapping: &Mapping, line: &str) -> bool {
    mapping.action_lines.iter().any(|own| own.value == line)
}

fn has(mapping: &Mapping, goal: u32) -> bool {
    mapping.goals.iter().any(|own| own.value == goal)
}

fn counts(mapped: &[Mapping]) -> Vec<usize> {
    (1..=GOALS).map(|goal| mapped.iter().filter(|mapping| has(mapping, goal)).count()).collect()
}

/// Returns the row of an Action Line. The more topics serve both the line and the Goal, the stronger is the mark of the cell.
fn line_row(line: &'static str, mapped: &[Mapping], span: Span) -> Vec<Cell> {
    let cells = (1..=GOALS).map(|goal| {
        let topics = mapped.iter().filter(|mapping| serves(mapping, line) && has(mapping, goal)).count();
        match topics {
            0 => Cell::default(),
            1..=2 => Cell::marked(1),
            3..=5 => Cell::marked(2),
            _ => Cell::marked(3),
        }
    });
    let records = mapped.iter().filter(|mapping| serves(mapping, line)).map(|mapping| mapping.span).collect();
    let name = Sentence { records, ..Sentence::new("action-line", span, vec![("line", json!(line))]) };
    std::iter::once(Cell::from(vec![name.into()])).chain(cells).collect()
}

/// Returns the heading of a Goal's column: `Goal` above the number, because the columns are narrow.
fn goal_label(goal: u32, span: Span) -> Vec<Inline> {
    let word = Inline::sentence("matrix-column", span, vec![("column", json!("goal"))]);
    vec![word, Inline::Break, Inline::text(goal.to_string(), span)]
}
