//! Blocks about people: the mandate, the officers, the opening of a meeting, the future of the group, the thanks.

use super::super::{Lowering, paragraph_clause};
use super::column;
use super::meetings::facts;
use crate::authored::Selection;
use crate::date::{Date, Dates};
use crate::document::{Align, Block, Inline, Sentence, Table};
use crate::records::meeting::Meeting;
use crate::records::person::{Office, Person, Term};
use crate::source::{Span, Text};
use serde_json::{Value, json};
use std::collections::HashMap;

impl<'a> Lowering<'_, 'a, '_> {
    /// What the group rests on; nothing where the record does not say it.
    pub fn mandate(&mut self, selection: &Selection) -> Option<Block> {
        let body = self.scope.body()?;
        let resolutions: Vec<_> = body.mandate.iter().map(|text| self.prose(text)).collect();
        if resolutions.is_empty() {
            return None;
        }
        let mut sentence =
            Sentence::new("mandate", selection.span, vec![("body", json!(body.acronym.value)), ("name", json!(body.name.value))]);
        sentence.lists.push(("resolutions", resolutions));
        sentence.records.push(body.span);
        Some(paragraph_clause(vec![sentence.into()], selection.span))
    }

    /// When, where and under whom the meeting was held.
    pub fn opening(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        for meeting in self.scope.chosen(selection).collect::<Vec<_>>() {
            let chair = self.chair_of(meeting);
            let mut values = facts(meeting);
            values.extend([
                ("body", json!(self.scope.body().map(|body| &body.acronym.value))),
                ("chair", json!(chair)),
                ("participants", json!(meeting.participants)),
            ]);
            out.push(paragraph_clause(vec![Inline::sentence("opening", meeting.span, values)], meeting.span));
        }
    }

    /// Who chaired a meeting, or else who held the chair then.
    fn chair_of(&self, meeting: &Meeting) -> Vec<Value> {
        match meeting.chair.as_ref().and_then(|chair| self.person(chair)) {
            Some(person) => vec![self.named(person, None)],
            None => self.holders(&[Office::Chair], Some(meeting.dates.value)).0,
        }
    }

    /// Nothing where nobody holds an office: a rule says so.
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

    /// All who held an office of the group in the period, each with the term.
    pub fn officers_table(&mut self, selection: &Selection) -> Table {
        let span = selection.span;
        let heads = [("office", 3), ("name", 6), ("country", 6), ("term", 8)];
        let columns = heads.map(|(key, width)| column("officer-column", key, width, Align::Left, span));
        let dates = self.scope.reported();
        let rows = [Office::Chair, Office::ViceChair].into_iter().flat_map(|office| self.terms(office, dates));
        let rows = rows.filter_map(|term| Some(self.officer(term, self.person(&term.person)?))).collect();
        self.generated_table(selection, columns.to_vec(), rows)
    }

    fn officer(&self, term: &Term, person: &Person) -> Vec<Vec<Inline>> {
        let name = vec![Inline::text(person.full_name(term.title.as_ref()), term.span)];
        let cell = |key, values| vec![Inline::sentence(key, term.span, values)];
        vec![
            cell("officer-office", vec![("office", json!(term.office.word()))]),
            name,
            cell(
                "officer-country",
                vec![("country", json!(value(&person.country))), ("organization", json!(value(&person.organization)))],
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

    /// Who held one of the offices on any of the days, each person once with the latest title, and the records that say so: in the order of the offices, and
    /// among those of one office in the neutral order of their countries.
    fn holders(&self, offices: &[Office], dates: Option<Dates>) -> (Vec<Value>, Vec<Span>) {
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

    /// The terms of an office of the dossier's own body, in the neutral order of countries, then of time.
    fn terms(&self, office: Office, dates: Option<Dates>) -> Vec<&'a Term> {
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

    fn person(&self, id: &Text) -> Option<&'a Person> {
        self.scope.registry.people.get(&id.value)
    }

    fn named(&self, person: &Person, term: Option<&Term>) -> Value {
        json!({
            "name": person.full_name(term.and_then(|term| term.title.as_ref())),
            "country": value(&person.country),
            "organization": value(&person.organization),
            "office": term.map(|term| term.office.word()),
            "role": term.and_then(|term| term.role.as_ref()).map(|role| &role.value),
        })
    }

    /// What the submission proposes for the future of the group; a rule asks for it.
    pub fn future(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let Some(proposal) = &self.scope.submission.common.proposal else { return };
        let body = self.scope.body();
        let values = vec![("body", json!(body.map(|body| &body.acronym.value))), ("future", json!(proposal.future.value.word()))];
        let mut sentence = Sentence::new("future", selection.span, values);
        sentence.records.push(proposal.future.span);
        out.push(paragraph_clause(vec![sentence.into()], selection.span));
        for reason in proposal.reasons.iter() {
            out.push(paragraph_clause(self.prose(reason), reason.span));
        }
    }

    /// The thanks. Those of a meeting's summary are to those in office at the meeting.
    pub fn acknowledgements(&mut self, selection: &Selection) -> Block {
        let dates = match &selection.since {
            None if self.scope.submission.kind.reports == crate::authored::Reports::Meeting => self.scope.reported(),
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

    /// Those whom the meetings of the time thanked and who hold none of the offices that are thanked anyway, each once with all that they are thanked for.
    fn others_thanked(&self, dates: Option<Dates>) -> Vec<Value> {
        let within = |meeting: &&Meeting| {
            dates.is_none_or(|dates| dates.first <= meeting.dates.value.last && meeting.dates.value.first <= dates.last)
        };
        let registry = self.scope.registry;
        let in_office = |id: &str| {
            let holds = |term: &Term| term.person.value == id && dates.is_none_or(|dates| term.overlaps(dates));
            registry.terms.iter().any(holds)
        };
        let mut thanked: Vec<(&Text, Vec<&str>)> = Vec::new();
        for thanks in registry.meetings.iter().filter(within).flat_map(|meeting| &meeting.acknowledgements) {
            let (person, reason) = (&thanks.person, thanks.r#for.as_ref().map(|reason| reason.value.as_str()));
            match thanked.iter_mut().find(|(known, _)| known.value == person.value) {
                Some((_, reasons)) => reasons.extend(reason.filter(|reason| !reasons.contains(reason))),
                None => thanked.push((person, reason.into_iter().collect())),
            }
        }
        let others = thanked.into_iter().filter(|(person, _)| !in_office(&person.value));
        let named = others.filter_map(|(person, reasons)| {
            let mut named = self.named(self.person(person)?, None);
            named["reasons"] = json!(reasons);
            Some(named)
        });
        named.collect()
    }
}

fn value(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|text| text.value.as_str())
}

/// A term is given in months: more is seldom known.
fn month(date: Date) -> Value {
    json!({ "year": date.year, "month": date.month })
}
