//! The ids of records, for rules that report ids of which there is no record.

use super::{Findings, Subject};
use crate::records::party::offices;
use crate::source::Text;
use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included, Unbounded};

/// The most ids before and after a word in the alphabet that are compared with it.
const NEAREST: usize = 500;

/// The ids of all records of one sort. They are sorted, so that the same suggestion is made each time when two ids are equally close to a wrong one.
pub struct Known<'a> {
    what: &'static str,
    ids: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    /// Makes a set of these ids. `what` names the sort of record in messages, as in "there is no topic `x`".
    pub fn new(what: &'static str, ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self { what, ids: ids.into_iter().collect() }
    }

    /// Makes a set of the keys of these entries; `what` as in [`Known::new`].
    pub fn keys<T: 'a>(what: &'static str, entries: impl IntoIterator<Item = &'a (Text, T)>) -> Self {
        Self::new(what, entries.into_iter().map(|(id, _)| id.value.as_str()))
    }

    /// Returns the words for all that may submit documents: people, organizations, bodies, countries, regional groups and offices.
    pub fn sources(subject: &Subject<'a>) -> Self {
        let registry = &subject.dossier.registry;
        let people = registry.people.iter().map(|(id, _)| &id.value);
        let ids = people.chain(registry.organizations.iter().map(|(id, _)| &id.value)).map(String::as_str);
        let ids = ids.chain(registry.bodies.iter().map(|(id, _)| id.value.as_str()));
        Self::new("source", ids.chain(offices()).chain(subject.countries.codes()).chain(subject.countries.groups()))
    }

    /// Says whether there is a record with this id.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Returns all ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.ids.iter().copied()
    }

    /// Returns the ids among which the one may be that was meant by `word`, sorted: all, or of a great many those that are nearest in the alphabet; none if
    /// there are `findings` enough.
    pub fn guesses(&self, word: &str, findings: &Findings) -> Vec<&'a str> {
        let most = if findings.are_few() { NEAREST } else { 0 };
        let before = self.ids.range::<str, _>((Unbounded, Excluded(word))).rev().take(most);
        let after = self.ids.range::<str, _>((Included(word), Unbounded)).take(most);
        let mut guesses: Vec<&str> = before.chain(after).copied().collect();
        guesses.sort_unstable();
        guesses
    }

    /// Adds a finding for each of `named` of which there is no record.
    pub fn expect<'t>(&self, named: impl IntoIterator<Item = &'t Text>, findings: &mut Findings) {
        for id in named {
            if !self.has(&id.value) {
                let message = format!("there is no {} `{}`", self.what, id.value);
                let guesses = self.guesses(&id.value, findings);
                findings.add(id.span, message).suggest(&id.value, guesses);
            }
        }
    }
}
