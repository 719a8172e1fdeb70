//! Finds who held which office when, and prepares people for the sentences that name them.

use super::words::Lowering;
use crate::date::Dates;
use crate::records::person::{Office, Person, Term};
use crate::source::{Span, Text};
use serde_json::{Value, json};
use std::collections::HashMap;

impl<'a> Lowering<'_, 'a, '_> {
    /// Returns those who held one of the offices on any of the days (on any day at all without `dates`), and the spans of the terms that say so. Each
    /// person is returned once, with the latest title: in the order of `offices`, and within one office in the neutral order of countries.
    pub(in crate::lower) fn holders(&self, offices: &[Office], dates: Option<Dates>) -> (Vec<Value>, Vec<Span>) {
        let mut terms: Vec<&Term> = offices.iter().flat_map(|office| self.terms(*office, dates)).collect();
        let records = terms.iter().map(|term| term.span).collect();
        let begins = |term: &Term| term.from.map(|from| from.value.0.first);
        let mut latest: HashMap<&str, &Term> = HashMap::new();
        for term in &terms {
            let known = latest.entry(&term.person.value).or_insert(term);
            if begins(term) > begins(known) {
                *known = term;
            }
        }
        terms.retain(|term| latest.get(term.person.value.as_str()).is_some_and(|latest| std::ptr::eq(*latest, *term)));
        (terms.into_iter().filter_map(|term| Some(self.named(self.person(&term.person)?, Some(term)))).collect(), records)
    }

    /// Returns the terms of an office of the dossier's own body that overlap the days: in the neutral order of countries, and within a country in the
    /// order of the record.
    pub(in crate::lower) fn terms(&self, office: Office, dates: Option<Dates>) -> Vec<&'a Term> {
        let registry = self.scope.registry;
        let own = registry.body.as_ref().map(|body| body.value.as_str());
        let held = |term: &&Term| {
            term.office == office
                && term.of.as_ref().is_none_or(|of| Some(of.value.as_str()) == own)
                && dates.is_none_or(|dates| term.overlaps(dates))
        };
        let mut terms: Vec<&Term> = registry.terms.iter().filter(held).collect();
        terms.sort_by_cached_key(|term| {
            let code = self.person(&term.person).and_then(|person| person.country.as_ref());
            self.scope.countries.order(code.map(|code| code.value.as_str()))
        });
        terms
    }

    /// Returns the person with this id.
    pub(in crate::lower) fn person(&self, id: &Text) -> Option<&'a Person> {
        self.scope.registry.people.get(&id.value)
    }

    /// Returns the organization of a person: the name of one on record, or else the author's own words.
    pub(in crate::lower) fn organization(&self, person: &Person) -> Option<String> {
        let own = person.organization.as_ref()?;
        let known = self.scope.registry.organizations.get(&own.value);
        Some(known.map_or(own, |label| label.in_language(self.scope.language)).value.clone())
    }

    /// Returns a person as a value of a sentence: an object with `name`, `country`, `organization`, `office` and `role`; the last two are those of
    /// the term.
    pub(in crate::lower) fn named(&self, person: &Person, term: Option<&Term>) -> Value {
        json!({
            "name": person.full_name(term.and_then(|term| term.title.as_ref())),
            "country": value(&person.country),
            "organization": self.organization(person),
            "office": term.map(|term| term.office.word()),
            "role": term.and_then(|term| term.role.as_ref()).map(|role| &role.value),
        })
    }
}

/// Returns the value of a text that may be absent.
pub(in crate::lower) fn value(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|text| text.value.as_str())
}
