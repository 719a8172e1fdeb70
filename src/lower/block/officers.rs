//! The block `officers`: the chair and vice-chairs of the group; as a table, all who held these offices in the period, with their terms.

use super::{GeneratedBlock, column};
use crate::authored::{Form, Generated, Selection};
use crate::date::{Date, Dates};
use crate::document::{Align, Block, Cell, Inline, Sentence, Table};
use crate::lower::body::paragraph_clause;
use crate::lower::people::value;
use crate::lower::words::Lowering;
use crate::records::person::{Office, Person, Term};
use serde_json::{Value, json};

/// The block `officers`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Officers,
    why_empty: |scope, _selection| {
        let day = scope.day().map(|day| Dates { first: day, last: day });
        (scope.terms(Office::Chair, day).is_empty()).then_some("there is no chair in office on the day of the document")
    },
    lower: |lowering, selection, out| match selection.r#as {
        Some(Form::Table) => out.push(Block::Table(lowering.officers_table(selection))),
        _ => out.extend(lowering.officers(selection)),
    },
};

impl Lowering<'_, '_, '_> {
    /// Returns the sentence that names the chair and vice-chairs on the day of the document; `None` if there is no chair, which the rule
    /// `empty-selection` reports.
    pub fn officers(&mut self, selection: &Selection) -> Option<Block> {
        let today = self.scope.day().map(|day| Dates { first: day, last: day });
        let name = self.scope.body().map(|body| body.acronym.value.clone());
        let (chair, mut records) = self.holders(&[Office::Chair], today);
        if chair.is_empty() {
            return None;
        }
        let (vice_chairs, more) = self.holders(&[Office::ViceChair], today);
        records.extend(more);
        let values = vec![("body", json!(name)), ("chair", json!(chair)), ("vice_chairs", json!(vice_chairs))];
        let sentence = Sentence { records, ..Sentence::new("officers", selection.span, values) };
        Some(paragraph_clause(vec![sentence.into()], selection.span))
    }

    /// Returns a table of all terms of the chair and vice-chairs that fall in the period.
    pub fn officers_table(&mut self, selection: &Selection) -> Table {
        let span = selection.span;
        let heads = ["office", "name", "country", "term"];
        let columns = heads.map(|key| column("officer-column", key, Align::Left, span));
        let dates = self.scope.reported();
        let rows = [Office::Chair, Office::ViceChair].into_iter().flat_map(|office| self.scope.terms(office, dates));
        let rows: Vec<_> = rows.filter_map(|term| Some(self.officer(term, self.person(&term.person)?))).collect();
        self.generated_table(selection, columns.to_vec(), rows)
    }

    fn officer(&self, term: &Term, person: &Person) -> Vec<Cell> {
        let name = vec![Inline::text(person.full_name(term.title.as_ref()), term.span)];
        let cell = |key, values| Cell::from(vec![Inline::sentence(key, term.span, values)]);
        vec![
            cell("officer-office", vec![("office", json!(term.office.word()))]),
            name.into(),
            cell(
                "officer-country",
                vec![("country", json!(value(&person.country))), ("organization", json!(self.organization(person)))],
            ),
            cell(
                "officer-term",
                vec![
                    ("from", json!(term.from.map(|from| month(from.value.0.first)))),
                    ("until", json!(term.until.map(|until| month(until.value.0.last)))),
                ],
            ),
        ]
    }
}

/// Returns the year and month of a date: the exact day on which a term begins or ends is seldom known.
fn month(date: Date) -> Value {
    json!({ "year": date.year, "month": date.month })
}
