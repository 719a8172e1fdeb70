//! Ids that the record knows, for rules about those that it does not.

use super::{Findings, Subject};
use crate::source::Text;
use std::collections::BTreeSet;

/// All ids of one sort. They are sorted, so that of two equally good suggestions always the same one is made.
pub struct Known<'a> {
    what: &'static str,
    ids: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    /// The ids of all records of the sort that `what` names.
    pub fn new(what: &'static str, ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self { what, ids: ids.into_iter().collect() }
    }

    /// The keys of entries.
    pub fn keys<T: 'a>(what: &'static str, entries: impl IntoIterator<Item = &'a (Text, T)>) -> Self {
        Self::new(what, entries.into_iter().map(|(id, _)| id.value.as_str()))
    }

    /// Who may submit documents.
    pub fn sources(subject: &Subject<'a>) -> Self {
        let registry = &subject.dossier.registry;
        let people = registry.people.iter().map(|(id, _)| &id.value);
        let ids = people.chain(registry.organizations.iter().map(|(id, _)| &id.value)).map(String::as_str);
        Self::new("source", ids.chain(["secretariat", "chair"]).chain(subject.countries.codes()))
    }

    /// Whether there is a record with this id.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// All ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.ids.iter().copied()
    }

    /// Reports those of `named` of which there is no record.
    pub fn expect<'t>(&self, named: impl IntoIterator<Item = &'t Text>, findings: &mut Findings) {
        for id in named {
            if !self.has(&id.value) {
                let message = format!("there is no {} `{}`", self.what, id.value);
                findings.add(id.span, message).suggest(&id.value, self.ids());
            }
        }
    }
}
