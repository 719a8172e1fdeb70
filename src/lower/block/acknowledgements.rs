//! The block `acknowledgements`: thanks to those who held office in the period, and to whom else the meetings thanked.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::date::Dates;
use crate::document::{Block, Sentence};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use crate::records::meeting::Meeting;
use crate::records::person::Office;
use crate::source::Text;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// The block `acknowledgements`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Acknowledgements,
    why_empty: |_scope, _selection| None,
    lower: |lowering, selection, out| out.push(lowering.acknowledgements(selection)),
};

impl Lowering<'_, '_, '_> {
    /// Returns the paragraph of thanks to those in office since the session that the selection names. The summary of a single meeting, without such a
    /// session, thanks those in office at the meeting.
    pub fn acknowledgements(&mut self, selection: &Selection) -> Block {
        let dates = match &selection.since {
            None if self.scope.submission.kind.coverage == crate::authored::Coverage::Meeting => self.scope.reported(),
            since => self.scope.since(since.as_ref()),
        };
        let (vice_chairs, mut records) = self.holders(&[Office::ViceChair], dates);
        let mut held = |offices: &[Office]| {
            let (people, more) = self.holders(offices, dates);
            records.extend(more);
            people
        };
        let values = vec![
            ("body", json!(self.scope.body().map(|body| &body.acronym.value))),
            ("since", json!(self.scope.session(selection.since.as_ref()).map(|session| &session.short.value))),
            ("vice_chairs", json!(vice_chairs)),
            ("elected", json!(held(&Office::ELECTED))),
            ("officials", json!(held(&[Office::Official]))),
            ("secretariat", json!(held(&[Office::Secretariat]))),
            ("others", json!(self.others_thanked(dates))),
        ];
        let sentence = Sentence { records, ..Sentence::new("acknowledgements", selection.span, values) };
        paragraph_clause(vec![sentence.into()], selection.span)
    }

    /// Returns those whom the meetings within `dates` thanked and who did not hold an office then (office holders are thanked anyway): each once, with all
    /// reasons.
    fn others_thanked(&self, dates: Option<Dates>) -> Vec<Value> {
        let within = |meeting: &&Meeting| {
            dates.is_none_or(|dates| dates.first <= meeting.dates.value.last && meeting.dates.value.first <= dates.last)
        };
        let registry = self.scope.registry;
        let held = registry.terms.iter().filter(|term| dates.is_none_or(|dates| term.overlaps(dates)));
        let in_office: HashSet<&str> = held.map(|term| term.person.value.as_str()).collect();
        let mut thanked: Vec<(&Text, Vec<&str>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for thanks in registry.meetings.iter().filter(within).flat_map(|meeting| &meeting.acknowledgements) {
            let (person, reason) = (&thanks.person, thanks.r#for.as_ref().map(|reason| reason.value.as_str()));
            let place = *places.entry(&person.value).or_insert(thanked.len());
            if place == thanked.len() {
                thanked.push((person, Vec::new()));
            }
            let reasons = &mut thanked[place].1;
            reasons.extend(reason.filter(|reason| !reasons.contains(reason)));
        }
        let others = thanked.into_iter().filter(|(person, _)| !in_office.contains(person.value.as_str()));
        let named = others.filter_map(|(person, reasons)| {
            let mut named = self.named(self.person(person)?, None);
            named["reasons"] = json!(reasons);
            Some(named)
        });
        named.collect()
    }
}
