//! Who held which office in the time of a submission, and whom its meetings thanked.

use super::scope::Scope;
use crate::authored::Thanked;
use crate::date::Dates;
use crate::records::meeting::{Acknowledgement, Meeting};
use crate::records::person::{Office, Term};
use crate::source::Text;

impl Thanked {
    /// Returns the offices of those who are thanked; none for the members of the Union.
    pub fn offices(self) -> &'static [Office] {
        match self {
            Self::Members => &[],
            Self::ViceChairs => &[Office::ViceChair],
            Self::ElectedOfficials => &Office::ELECTED,
            Self::Officials => &[Office::Official],
            Self::Secretariat => &[Office::Secretariat],
        }
    }
}

impl<'a> Scope<'a> {
    /// Returns the terms of an office of the submission's body that overlap the days: in the neutral order of countries, and within a country in the order of
    /// the record.
    pub fn terms(&self, office: Office, dates: Option<Dates>) -> Vec<&'a Term> {
        let registry = self.registry;
        let held = |term: &&Term| {
            term.office == office
                && term.is_of(self.body_id(), registry.own_id())
                && dates.is_none_or(|dates| term.overlaps(dates))
        };
        let mut terms: Vec<&Term> = registry.terms.iter().filter(held).collect();
        terms.sort_by_cached_key(|term| {
            let code = registry.people.get(&term.person.value).and_then(|person| person.country.as_ref());
            self.countries.order(code.map(|code| code.value.as_str()))
        });
        terms
    }

    /// Returns the days for which a document thanks: from the end of the session `since` to the day of the document; without such a session, the days of the
    /// meetings that it reports. `None` if there are none.
    pub fn time(&self, since: Option<&Text>) -> Option<Dates> {
        match self.session(since) {
            Some(_) => self.since(since),
            None => Some(Dates { first: self.meetings.first()?.dates.value.first, last: self.meetings.last()?.dates.value.last }),
        }
    }

    /// Returns the thanks that meetings of the body recorded: without the session `since`, the meetings that the document reports; with it, all meetings from
    /// the end of that session to the day of the document.
    pub fn thanked(&self, since: Option<&Text>) -> Vec<&'a Acknowledgement> {
        let dates = self.session(since).and_then(|_| self.since(since));
        let is_within = |meeting: &&Meeting, dates: Dates| {
            dates.first <= meeting.dates.value.last
                && meeting.dates.value.first <= dates.last
                && self.registry.number_in(meeting, self.body_id()).is_some()
        };
        let meetings: Vec<&Meeting> = match dates {
            None => self.meetings.clone(),
            Some(dates) => self.registry.meetings.iter().filter(|meeting| is_within(meeting, dates)).collect(),
        };
        meetings.into_iter().flat_map(|meeting| &meeting.acknowledgements).collect()
    }

    /// Says whether the document speaks in the name of the chair alone. Behind a note by somebody else the document itself is still the chair's.
    pub fn is_by_the_chair(&self) -> bool {
        let submission = self.submission;
        let author = match submission.carried.is_empty() {
            true if submission.covered => &self.first().author,
            true => &submission.common.author,
            false => &submission.carried,
        };
        matches!(&**author, [author] if author.is_chair())
    }
}
