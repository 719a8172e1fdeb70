//! Blocks that are made from the record. Their words are in the language's file; here is only what they say.

mod charts;
mod contribution;
mod evidence;
mod letter;
mod matrix;
mod meetings;
mod people;
mod recommendations;
mod register;

use super::Lowering;
use crate::authored::{Form, Generated, Selection};
use crate::document::{Align, Block, Cell, Column, Inline, Table};
use crate::source::Span;
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// Adds what one generated block makes.
    pub fn generated(&mut self, generated: Generated, selection: &Selection, out: &mut Vec<Block>) {
        let kept = self.goal.map(|goal| selection.for_goal(goal));
        let selection = match &kept {
            None => selection,
            Some(Some(of_goal)) => of_goal,
            Some(None) => return,
        };
        match generated {
            Generated::Mandate => out.extend(self.mandate(selection)),
            Generated::Officers if selection.r#as == Some(Form::Table) => out.push(Block::Table(self.officers_table(selection))),
            Generated::Officers => out.extend(self.officers(selection)),
            Generated::Opening => self.opening(selection, out),
            Generated::Agenda => self.agenda(selection, out),
            Generated::Meetings if selection.r#as == Some(Form::Chart) => out.push(self.documents_chart(selection)),
            Generated::Meetings => out.push(self.meetings(selection)),
            Generated::Register => self.register(selection, out),
            Generated::Recommendations if selection.r#as == Some(Form::Chart) => out.push(self.recommendations_chart(selection)),
            Generated::Recommendations => self.recommendations(selection, out),
            Generated::Summary => self.summary(selection, out),
            Generated::Timeline => self.timeline(selection, out),
            Generated::Matrix if selection.r#as == Some(Form::Chart) => out.push(self.goals_chart(selection)),
            Generated::Matrix => out.push(Block::Table(self.matrix(selection))),
            Generated::Future => self.future(selection, out),
            Generated::Theme => self.theme(selection, out),
            Generated::Answers => self.answers(out),
            Generated::Evidence => self.evidence(selection, out),
            Generated::Acknowledgements => out.push(self.acknowledgements(selection)),
        }
    }

    /// A table with the caption and the id that the author gives.
    fn generated_table(&mut self, selection: &Selection, columns: Vec<Column>, rows: Vec<Vec<Vec<Inline>>>) -> Table {
        let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect();
        let caption = self.caption(selection);
        Table { id: selection.id.clone(), caption, columns, header_column: false, wide: None, rows, span: selection.span }
    }
}

/// A column whose heading is a generated sentence's.
fn column(sentence: &'static str, key: &'static str, width: u32, align: Align, span: Span) -> Column {
    Column { label: vec![Inline::sentence(sentence, span, vec![("column", json!(key))])], width, align }
}
