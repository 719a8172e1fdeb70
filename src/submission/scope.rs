//! Which records a submission may draw on.

use super::Submission;
use crate::date::{Date, Dates};
use crate::model::body::Body;
use crate::model::country::Countries;
use crate::model::meeting::{Entry, Meeting};
use crate::model::recommendation::Recommendation;
use crate::model::registry::Registry;
use crate::model::session::Session;
use crate::model::symbol::SymbolReader;
use crate::source::Text;
use std::path::Path;

/// A submission with all that it draws on.
pub struct Scope<'a> {
    /// The records of the dossier.
    pub registry: &'a Registry,
    /// The submission.
    pub submission: &'a Submission,
    /// The code of the language in which it is made.
    pub language: &'a str,
    /// The countries.
    pub countries: &'a Countries,
    /// The folder whose pictures it may use.
    pub root: &'a Path,
    /// The meetings of its period, in order of time.
    pub meetings: Vec<&'a Meeting>,
    /// Finds symbols.
    pub symbols: SymbolReader,
}

/// A document of the register with what it belongs to.
#[derive(Clone, Copy)]
pub struct Registered<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The entry.
    pub entry: &'a Entry,
    /// Whether it is a document of the meeting itself, and counted.
    pub own: bool,
}

/// A recommendation with what it belongs to.
#[derive(Clone, Copy)]
pub struct Made<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The id of its topic.
    pub topic: &'a Text,
    /// The record.
    pub recommendation: &'a Recommendation,
}

impl<'a> Scope<'a> {
    /// The scope of one submission in one language.
    pub fn new(
        registry: &'a Registry,
        submission: &'a Submission,
        language: &'a str,
        countries: &'a Countries,
        root: &'a Path,
    ) -> Self {
        let mut scope =
            Self { registry, submission, language, countries, root, meetings: Vec::new(), symbols: symbols(registry) };
        scope.meetings = registry.meetings.iter().filter(|meeting| scope.reports(meeting)).collect();
        scope.meetings.sort_by_key(|meeting| (meeting.dates.value, meeting.number.value));
        scope
    }

    /// The session with the id that `name` gives.
    pub fn session(&self, name: Option<&Text>) -> Option<&'a Session> {
        self.registry.sessions.get(&name?.value)
    }

    /// The session to which it is submitted.
    pub fn own_session(&self) -> Option<&'a Session> {
        self.session(self.submission.common.session.as_ref())
    }

    /// The body whose dossier it is.
    pub fn body(&self) -> Option<&'a Body> {
        self.registry.bodies.get(&self.registry.body.as_ref()?.value)
    }

    /// The day that counts for who holds which office: the document's, or else the first of its session, or the last meeting's.
    pub fn day(&self) -> Option<Date> {
        let date = self.submission.common.date.map(|date| date.value);
        let session = self.own_session().map(|session| session.dates.value.first);
        date.or(session).or_else(|| self.meetings.last().map(|meeting| meeting.dates.value.last))
    }

    /// From the end of a session to the day of the document.
    pub fn since(&self, session: Option<&Text>) -> Option<Dates> {
        let last = self.day()?;
        let first = self.session(session).map_or(last, |session| session.dates.value.last);
        Some(Dates { first: first.min(last), last })
    }

    fn reports(&self, meeting: &Meeting) -> bool {
        let Some(period) = &self.submission.common.period else { return true };
        if !period.meetings.is_empty() {
            return period.meetings.iter().any(|number| number.value == meeting.number.value);
        }
        let after = self.session(period.after.as_ref()).map(|session| session.dates.value.last);
        let until = period.until.as_ref().or(self.submission.common.session.as_ref());
        let until = self.session(until).map(|session| session.dates.value.first);
        let dates = meeting.dates.value;
        after.is_none_or(|day| day < dates.first) && until.is_none_or(|day| dates.last <= day)
    }

    /// The documents of the period, by meeting and in the register's order, each meeting's own before those of others.
    pub fn documents(&self) -> impl Iterator<Item = Registered<'a>> {
        self.meetings.iter().flat_map(|&meeting| {
            let own = meeting.documents.iter().map(move |entry| Registered { meeting, entry, own: true });
            own.chain(meeting.also.iter().map(move |entry| Registered { meeting, entry, own: false }))
        })
    }

    /// The recommendations of the period, by meeting and in the record's order.
    pub fn recommendations(&self) -> impl Iterator<Item = Made<'a>> {
        self.meetings.iter().flat_map(|&meeting| {
            meeting.items.iter().flat_map(move |item| {
                item.recommendations.iter().map(move |recommendation| {
                    let topic = recommendation.topic.as_ref().unwrap_or(&item.topic);
                    Made { meeting, topic, recommendation }
                })
            })
        })
    }

    /// The full symbol of a document as a list of `meeting` names it.
    pub fn symbol(&self, short: &str, meeting: Option<&Meeting>) -> String {
        self.symbols.complete(short, meeting.map(|meeting| meeting.number.value))
    }
}

/// The reader that knows the bodies of a dossier, its own first.
pub fn symbols(registry: &Registry) -> SymbolReader {
    let own = registry.body.as_ref().map(|body| body.value.as_str());
    let mut bodies: Vec<_> = registry.bodies.iter().collect();
    bodies.sort_by_key(|(id, _)| Some(id.value.as_str()) != own);
    SymbolReader { series: bodies.into_iter().map(|(_, body)| body.series()).collect() }
}
