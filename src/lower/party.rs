//! Lowers parties: the line of the author, and the names of those who submitted, sent or received a document.

use super::words::Lowering;
use crate::document::{Inline, Sentence};
use crate::records::body::Body;
use crate::records::party::{Meaning, Party, in_neutral_order};
use crate::source::{Span, Text};
use serde_json::json;

/// The place in which a party is named, on which the form of its name depends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A sentence that says by whom: `by the Republic of Belarus`.
    Sentence,
    /// A line of names alone above the title: `Belarus`.
    Line,
    /// A list or a table of sources.
    List,
}

impl Place {
    /// Returns the word for templates.
    fn word(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Line => "line",
            Self::List => "list",
        }
    }
}

impl<'a> Lowering<'_, 'a, '_> {
    /// Returns the line of the author. It says what the document is and by whom (`Note by the Secretary-General`) if somebody submits it by office, or if the
    /// kind of document is named so in any case; else it is the names, or the author's own words.
    pub(super) fn author(&mut self) -> Vec<Inline> {
        let submission = self.scope.submission;
        // who sends a liaison statement stands in its head
        if submission.special.liaison().is_some() && !submission.covered {
            return vec![Inline::sentence("liaison", submission.kind_span, Vec::new())];
        }
        let kind = if submission.covered { "note" } else { submission.kind.name };
        self.author_line(&submission.common.author, kind, submission.kind.names_author && !submission.covered)
    }

    /// Returns the line of those who submit the document that a transmittal hands on; empty if there is none.
    pub(super) fn carried_author(&mut self) -> Vec<Inline> {
        let submission = self.scope.submission;
        self.author_line(&submission.carried, submission.kind.name, submission.kind.names_author)
    }

    /// Returns who submits the document that stands behind a note.
    pub(super) fn carried(&self) -> &'a [Party] {
        let submission = self.scope.submission;
        match &submission.first {
            Some(first) if submission.carried.is_empty() => &first.author,
            _ => &submission.carried,
        }
    }

    fn author_line(&mut self, authors: &[Party], kind: &str, always: bool) -> Vec<Inline> {
        let meanings: Vec<_> = authors.iter().filter_map(|author| self.meaning(author.name())).collect();
        let by_office = meanings.iter().any(|meaning| matches!(meaning, Meaning::Chair | Meaning::Office(_)));
        if !by_office && (!always || meanings.is_empty()) {
            return self.parties(authors, Place::Line);
        }
        let texts = vec![("parties", self.parties(authors, Place::Sentence))];
        let span = authors.first().map_or(Span::NONE, |author| author.name().span);
        vec![Sentence { texts, ..Sentence::new("author", span, vec![("kind", json!(kind))]) }.into()]
    }

    /// Says whether a party is named by a code, an id or an office, and not in words.
    pub(super) fn is_party(&self, party: &Party) -> bool {
        self.meaning(party.name()).is_some()
    }

    /// Returns the name of whoever submits the document, for its properties; empty if the document is that of the dossier's body.
    pub(super) fn own_name(&mut self) -> Vec<Inline> {
        let submission = self.scope.submission;
        let authors = if submission.carried.is_empty() { &submission.common.author } else { &submission.carried };
        let is_own = |author: &Party| !matches!(self.meaning(author.name()), Some(Meaning::Country | Meaning::Group));
        if authors.iter().any(is_own) { Vec::new() } else { self.parties(authors, Place::List) }
    }

    /// Returns the names of parties, countries first in the neutral order.
    pub(super) fn parties(&mut self, parties: &[Party], place: Place) -> Vec<Inline> {
        let sorted = in_neutral_order(parties, self.scope.countries);
        let mut names: Vec<Vec<Inline>> = sorted.iter().map(|party| self.party(party, place)).collect();
        if names.len() < 2 {
            return names.pop().unwrap_or_default();
        }
        let has_comma = |party: &Party| {
            let group = place != Place::List && matches!(self.meaning(party.name()), Some(Meaning::Group));
            group || party.0.on_behalf_of.len() > 1 || self.plain_name(party.name()).contains(',')
        };
        let values = vec![("long", json!(parties.iter().any(has_comma)))];
        let span = parties[0].name().span;
        vec![Sentence { lists: vec![("parties", names)], ..Sentence::new("parties", span, values) }.into()]
    }

    /// Returns the name of a party, with those on whose behalf it acts.
    fn party(&mut self, party: &Party, place: Place) -> Vec<Inline> {
        let others = &party.0.on_behalf_of;
        let name = self.named_party(party.name(), place, !others.is_empty());
        if others.is_empty() {
            return name;
        }
        let mut others: Vec<&Text> = others.iter().collect();
        others.sort_by_key(|other| self.scope.countries.order(Some(&other.value)));
        let behalf = others.into_iter().map(|other| self.named_party(other, Place::Sentence, true)).collect();
        let lists = vec![("behalf", behalf)];
        vec![Sentence { texts: vec![("party", name)], lists, ..Sentence::new("on-behalf", party.0.span, Vec::new()) }.into()]
    }

    /// Returns the name of one party. `alone`: a regional group is named, and not its members.
    pub(super) fn named_party(&mut self, name: &Text, place: Place, alone: bool) -> Vec<Inline> {
        let Some(meaning) = self.meaning(name) else { return self.prose(name) };
        let scope = self.scope;
        let named = |body: &Body| json!({ "name": body.name.value, "acronym": body.acronym.value });
        let chair = if scope.says_chairman() { "chairman" } else { "chair" };
        let (who, value, body) = match meaning {
            Meaning::Chair => ("chair", json!(chair), scope.body().map(named)),
            Meaning::Office(office) => ("office", json!(office.word()), None),
            Meaning::Country => ("country", json!(name.value), None),
            Meaning::Group if alone || place == Place::List => ("group", json!(name.value), None),
            Meaning::Group => ("members", json!(name.value), None),
            Meaning::Person(_) => ("person", json!(self.plain_name(name)), None),
            Meaning::Organization(_) => ("organization", json!(self.plain_name(name)), None),
            Meaning::Body(body) => ("body", json!(body.acronym.value), Some(named(body))),
        };
        let words = match meaning {
            Meaning::Organization(label) => self.prose(&label.in_language(scope.language).clone()),
            _ => Vec::new(),
        };
        let values = vec![("who", json!(who)), ("name", value), ("body", json!(body)), ("place", json!(place.word()))];
        vec![Sentence { texts: vec![("words", words)], ..Sentence::new("party", name.span, values) }.into()]
    }

    /// Returns the name of a person, an organization or a body; any other word is returned unchanged.
    fn plain_name(&self, name: &Text) -> String {
        match self.meaning(name) {
            Some(Meaning::Person(person)) => person.full_name(None),
            Some(Meaning::Organization(label)) => label.in_language(self.scope.language).value.clone(),
            Some(Meaning::Body(body)) => body.name.value.clone(),
            Some(Meaning::Chair | Meaning::Office(_) | Meaning::Country | Meaning::Group) | None => name.value.clone(),
        }
    }

    fn meaning(&self, name: &Text) -> Option<Meaning<'a>> {
        self.scope.registry.party(&name.value, self.scope.countries)
    }
}
