//! The block `acknowledgements`: thanks to those whom the author names, and to the people whom the meetings thanked. Nobody else is thanked.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection, Thanked};
use crate::document::{Block, Sentence};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use crate::query::Scope;
use crate::source::Text;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// The block `acknowledgements`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Acknowledgements,
    why_empty: |scope, selection| {
        let since = selection.since.as_ref();
        // a session that is not on record is reported by the rule `unknown-session`
        let is_known = since.is_none() || scope.session(since).is_some();
        let nobody = is_known && selection.to.is_empty() && scope.thanked(since).is_empty();
        // a block of the usual body may be empty without a message: the author has not asked for it
        (nobody && scope.submission.is_of_the_author(selection.span))
            .then_some("no meeting of the time has `acknowledgements`, and the block does not say `to:` whom")
    },
    lower: |lowering, selection, out| out.extend(lowering.acknowledgements(selection)),
};

impl Lowering<'_, '_, '_> {
    /// Returns the paragraph of thanks: to those whom the selection names, as far as they were in office at the time of the document's meetings, and to the
    /// people whom these meetings thanked. `None` if there is nobody to thank.
    pub fn acknowledgements(&mut self, selection: &Selection) -> Option<Block> {
        let scope = self.scope;
        let dates = scope.time(selection.since.as_ref());
        let names = |whom: Thanked| selection.to.iter().any(|to| to.value == whom);
        let mut records = Vec::new();
        let mut held = |whom: Thanked| {
            let (people, terms) = match dates {
                Some(dates) if names(whom) => self.holders(whom.offices(), Some(dates)),
                _ => Default::default(),
            };
            records.extend(terms);
            people
        };
        let [vice_chairs, elected, officials, secretariat] =
            [Thanked::ViceChairs, Thanked::ElectedOfficials, Thanked::Officials, Thanked::Secretariat].map(&mut held);
        let others = self.others_thanked(selection);
        let nobody = [&vice_chairs, &elected, &officials, &secretariat, &others].iter().all(|people| people.is_empty());
        if nobody && !names(Thanked::Members) {
            return None;
        }
        let values = vec![
            ("body", json!(scope.body().map(|body| &body.acronym.value))),
            ("chair", json!(scope.is_by_the_chair())),
            ("since", json!(scope.session(selection.since.as_ref()).map(|session| &session.short.value))),
            ("members", json!(names(Thanked::Members))),
            ("vice_chairs", json!(vice_chairs)),
            ("elected", json!(elected)),
            ("officials", json!(officials)),
            ("secretariat", json!(secretariat)),
            ("others", json!(others)),
        ];
        let sentence = Sentence { records, ..Sentence::new("acknowledgements", selection.span, values) };
        Some(paragraph_clause(vec![sentence.into()], selection.span))
    }

    /// Returns the people whom the meetings thanked, apart from those who are thanked for an office: each once, with all reasons.
    fn others_thanked(&self, selection: &Selection) -> Vec<Value> {
        let in_office = thanked_for_an_office(self.scope, selection);
        let mut thanked: Vec<(&Text, Vec<&str>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for thanks in self.scope.thanked(selection.since.as_ref()) {
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

/// Returns the people who held an office whose holders the selection names.
fn thanked_for_an_office<'a>(scope: &Scope<'a>, selection: &Selection) -> HashSet<&'a str> {
    let Some(dates) = scope.time(selection.since.as_ref()) else { return HashSet::new() };
    let offices = selection.to.iter().flat_map(|to| to.value.offices());
    offices.flat_map(|office| scope.terms(*office, Some(dates))).map(|term| term.person.value.as_str()).collect()
}
