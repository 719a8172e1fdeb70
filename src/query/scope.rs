//! The scope of a submission: the records on which the submission may draw.

use super::ledger::{Ledger, Occurrence};
use super::tally::Tally;
use crate::authored::{Contribution, Coverage, Header, Period, Submission};
use crate::date::{Date, Dates};
use crate::document::{Answer, Questionnaire};
use crate::files::attachment::Attachments;
use crate::kept::QuickMap;
use crate::records::body::Body;
use crate::records::call::Call;
use crate::records::country::Countries;
use crate::records::meeting::{Entry, Meeting};
use crate::records::party::Party;
use crate::records::registry::Registry;
use crate::records::series::{Home, MeetingIndex, MeetingName};
use crate::records::session::Session;
use crate::source::{RecordId, Span, Text};
use crate::text::symbol::SymbolReader;
use crate::yaml::Identities;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A paragraph of a document of the dossier that reports a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The symbol of the document, or else the name of its file.
    pub document: String,
    /// The number of the paragraph, as it is printed.
    pub number: String,
}

/// For each record, the paragraphs of the dossier's documents that report it.
pub type Citations = BTreeMap<RecordId, Vec<Citation>>;

/// A submission with all records and services on which it draws.
pub struct Scope<'a> {
    /// The records of the dossier.
    pub registry: &'a Registry,
    /// The submission.
    pub submission: &'a Submission,
    /// The code of the language in which the document is made.
    pub language: &'a str,
    /// Whether reports in the house style of the submission have a box on the first page.
    pub boxed: bool,
    /// The last day on which documents in the house style of the submission call a chair "Chairman", if they ever did.
    pub chairman_until: Option<Date>,
    /// The names of countries and their neutral order.
    pub countries: &'a Countries,
    /// The pictures and Word files that the submission may use.
    pub attachments: Attachments<'a>,
    /// The meetings of the submission's period, in order of time.
    pub meetings: Vec<&'a Meeting>,
    /// Finds document symbols in texts and completes short ones.
    pub symbols: &'a SymbolReader,
    /// The identity of each record.
    pub identities: &'a Identities,
    /// The paragraphs of earlier documents that report the records of the dossier.
    pub citations: &'a Citations,
    ledger: OnceCell<Ledger<'a>>,
    index: OnceCell<MeetingIndex<'a>>,
    pub(super) tally: OnceCell<Tally>,
    /// The full symbols of the documents that were counted so far, by the places of the meeting and of the entry of its register.
    pub(super) full_symbols: RefCell<QuickMap<(Span, Span), Arc<str>>>,
}

/// A document in the register of a meeting.
#[derive(Clone, Copy)]
pub struct RegisteredDocument<'a> {
    /// The meeting in whose register the document stands.
    pub meeting: &'a Meeting,
    /// The entry of the register.
    pub entry: &'a Entry,
    /// True for the meeting's own documents, which are counted; false for the documents of others that `also:` lists.
    pub own: bool,
}

impl RegisteredDocument<'_> {
    /// Says whether a party, given by the word that names it, submitted the document, alone or with others.
    pub fn is_by(&self, name: &str) -> bool {
        self.entry.from.iter().any(|party| party.name().value == name)
    }

    /// Says whether the secretariat submitted the document, alone or with others.
    pub fn is_by_the_secretariat(&self) -> bool {
        self.entry.from.iter().any(Party::is_secretariat)
    }

    /// Says whether anybody else than the secretariat submitted the document; so does a document whose source is not on record.
    pub fn is_by_others(&self) -> bool {
        self.entry.from.is_empty() || self.entry.from.iter().any(|party| !party.is_secretariat())
    }

    /// Says whether the document is on this topic, which is given by its id.
    pub fn is_on(&self, topic: &str) -> bool {
        self.entry.topic.as_ref().is_some_and(|own| own.value == topic)
    }
}

impl<'a> Scope<'a> {
    /// Makes the scope of one submission, in English and in a house style with boxes until others are set. The rules and all languages share one scope, because the ledger is made
    /// only once in each.
    pub fn new(
        registry: &'a Registry,
        submission: &'a Submission,
        countries: &'a Countries,
        symbols: &'a SymbolReader,
        identities: &'a Identities,
        attachments: Attachments<'a>,
        citations: &'a Citations,
    ) -> Self {
        let (language, boxed, ledger, index, tally) = ("en", true, OnceCell::new(), OnceCell::new(), OnceCell::new());
        let meetings = Vec::new();
        let mut scope = Self {
            registry,
            submission,
            language,
            boxed,
            chairman_until: None,
            countries,
            attachments,
            meetings,
            symbols,
            identities,
            citations,
            ledger,
            index,
            tally,
            full_symbols: RefCell::default(),
        };
        scope.meetings = in_order(registry).into_iter().filter(|meeting| scope.reports(meeting)).collect();
        scope
    }

    /// Returns the ledger of all meetings on record, of all bodies, up to the last one that the submission reports: what the meetings of its own body
    /// recommended may have been made first, again, or closed by another. The ledger is made at the first call.
    pub fn ledger(&self) -> &Ledger<'a> {
        self.ledger.get_or_init(|| {
            let is_limited = self.first().period.is_some() || self.submission.kind.coverage == Coverage::Meeting;
            let last = self.meetings.last().filter(|_| is_limited);
            let is_known = |meeting: &&Meeting| match last {
                Some(last) if self.registry.number_in(meeting, self.body_id()).is_some() => meeting.order() <= last.order(),
                Some(last) => meeting.dates.value.last <= last.dates.value.last,
                None => true,
            };
            Ledger::of(self.registry, &in_order(self.registry).into_iter().filter(is_known).collect::<Vec<_>>())
        })
    }

    /// Returns the paragraphs of earlier documents that report the record at `span`.
    pub fn cited(&self, span: Span) -> &'a [Citation] {
        let id = if self.citations.is_empty() { None } else { self.identities.record(span) };
        id.and_then(|id| self.citations.get(&id)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the session whose id is `name`.
    pub fn session(&self, name: Option<&Text>) -> Option<&'a Session> {
        self.registry.sessions.get(&name?.value)
    }

    /// Returns the session to which the document is submitted.
    pub fn own_session(&self) -> Option<&'a Session> {
        self.session(self.submission.common.session.as_ref())
    }

    /// Returns the head of the submission; for an edition, that of the submission of which it is an edition. An edition reports the same records, whatever its
    /// own date and session are.
    pub(super) fn first(&self) -> &'a Header {
        self.submission.first.as_deref().unwrap_or(&self.submission.common)
    }

    /// Returns the call that the submission answers or refers to.
    pub fn call(&self) -> Option<&'a Call> {
        self.registry.calls.get(&self.submission.special.call()?.value)
    }

    /// Returns the id of the body whose document the submission is; an empty id if neither the submission nor the dossier names one.
    pub fn body_id(&self) -> &'a str {
        self.submission.body_id(self.registry)
    }

    /// Returns the body whose document the submission is.
    pub fn body(&self) -> Option<&'a Body> {
        self.registry.bodies.get(self.body_id())
    }

    /// Returns the meeting that a name in the submission means: without a body of its own, the name is one of a meeting of the submission's body.
    pub fn meeting(&self, name: &MeetingName) -> Option<&'a Meeting> {
        self.index().get(name.body_or(self.body_id()), name.number)
    }

    /// Returns all meetings on record by body and number. The index is made at the first call.
    pub fn index(&self) -> &MeetingIndex<'a> {
        self.index.get_or_init(|| MeetingIndex::of(self.registry))
    }

    /// Returns the number of a meeting in the series of the submission's body, without an acronym; of a meeting that this body does not hold the number in the
    /// series of its first body, with the acronym of that body.
    pub fn number(&self, meeting: &Meeting) -> (u32, Option<&'a str>) {
        let own = self.registry.number_in(meeting, self.body_id()).map(|number| (number, None));
        let home = self.registry.home(meeting);
        own.unwrap_or_else(|| (home.meeting.unwrap_or(meeting.number.value), self.acronym(home.body)))
    }

    /// Returns the acronym of the body with this id; `None` if the body is not on record.
    pub fn acronym(&self, body: &str) -> Option<&'a str> {
        self.registry.bodies.get(body).map(|body| body.acronym.value.as_str())
    }

    /// Returns the meeting that closed a recommendation, as [`Scope::number`] gives it, by the name that the record of `made` has for it.
    pub fn closed_at(&self, name: &MeetingName, made: &Meeting) -> (u32, Option<&'a str>) {
        let named = self.index().named_at(name, made);
        match named.iter().find(|meeting| self.registry.number_in(meeting, self.body_id()).is_some()).or(named.first()) {
            Some(meeting) => self.number(meeting),
            None => {
                let body = name.body_or(self.registry.home(made).body);
                (name.number, self.acronym(body).filter(|_| body != self.body_id()))
            }
        }
    }

    /// Returns the day on which somebody has to be in office to be named as holding it: the date of the document, or else the first day of its session, or else
    /// the last day of the last meeting.
    pub fn day(&self) -> Option<Date> {
        let first = self.first();
        let date = first.date.map(|date| date.value);
        let session = self.session(first.session.as_ref()).map(|session| session.dates.value.first);
        date.or(session).or_else(|| self.meetings.last().map(|meeting| meeting.dates.value.last))
    }

    /// Returns the day of the document itself, also of an edition: its date, or else the first day of the session, or the last of the meeting, to which it is
    /// submitted.
    pub fn own_day(&self) -> Option<Date> {
        let common = &self.submission.common;
        let session = || Some(self.own_session()?.dates.value.first);
        let meeting = || Some(self.meeting(common.meeting.as_ref()?)?.dates.value.last);
        common.date.map(|date| date.value).or_else(session).or_else(meeting)
    }

    /// Says whether the document calls a chair "Chairman", as its house style did on the day of the document.
    pub fn says_chairman(&self) -> bool {
        self.own_day().zip(self.chairman_until).is_some_and(|(day, until)| day <= until)
    }

    /// Returns the days from the end of a session to the day of the document; that day alone if there is no such session.
    pub fn since(&self, session: Option<&Text>) -> Option<Dates> {
        let last = self.day()?;
        let first = self.session(session).map_or(last, |session| session.dates.value.last);
        Some(Dates { first: first.min(last), last })
    }

    /// Returns the days that the document reports: from the end of the session after which the period begins, or else the first meeting, to the last meeting.
    pub fn reported(&self) -> Option<Dates> {
        let after = self.first().period.as_ref().and_then(|period| self.session(period.after.as_ref()));
        let first = after.map(|session| session.dates.value.last).or(Some(self.meetings.first()?.dates.value.first))?;
        let last = self.meetings.last()?.dates.value.last;
        Some(Dates { first: first.min(last), last })
    }

    fn reports(&self, meeting: &Meeting) -> bool {
        let common = self.first();
        if self.registry.number_in(meeting, self.body_id()).is_none() {
            return false;
        }
        let Some(period) = &common.period else {
            let own = common.meeting.as_ref().filter(|_| self.submission.kind.coverage == Coverage::Meeting);
            return own.is_none_or(|name| self.is_named(name, meeting));
        };
        self.within(period, meeting)
    }

    /// Says whether a name in the submission means this meeting.
    pub fn is_named(&self, name: &MeetingName, meeting: &Meeting) -> bool {
        self.registry.number_in(meeting, name.body_or(self.body_id())) == Some(name.number)
    }

    /// Says whether a meeting was held in a period. A period without `until` ends with the session to which the document is submitted.
    pub fn within(&self, period: &Period, meeting: &Meeting) -> bool {
        if !period.meetings.is_empty() {
            return period.meetings.iter().any(|name| self.is_named(name, meeting));
        }
        let after = self.session(period.after.as_ref()).map(|session| session.dates.value.last);
        let until = period.until.as_ref().or(self.first().session.as_ref());
        let until = self.session(until).map(|session| session.dates.value.first);
        let dates = meeting.dates.value.whole();
        after.is_none_or(|day| day < dates.first) && until.is_none_or(|day| dates.last <= day)
    }

    /// Returns the documents of the period by meeting, in the order of the register; each meeting's own documents come before those of others.
    pub fn documents(&self) -> impl Iterator<Item = RegisteredDocument<'a>> {
        self.meetings.iter().flat_map(|&meeting| {
            let own = meeting.documents.iter().map(move |entry| RegisteredDocument { meeting, entry, own: true });
            own.chain(meeting.also.iter().map(move |entry| RegisteredDocument { meeting, entry, own: false }))
        })
    }

    /// Returns the recommendations of the period by meeting, in the order of the record. Parts of recommendations are not listed.
    pub fn recommendations(&self) -> impl Iterator<Item = Occurrence<'a>> {
        self.meetings.iter().flat_map(|meeting| Occurrence::at(meeting))
    }

    /// Returns the full symbol of a document that a list of `meeting`, or without one a list of the submission, names by the symbol `short`.
    pub fn symbol(&self, short: &str, meeting: Option<&Meeting>) -> String {
        let own = Home { body: self.body_id(), meeting: None };
        self.symbols.complete(short, meeting.map_or(own, |meeting| self.registry.home(meeting)))
    }

    /// Returns from where the short symbol of the submission itself is completed: the meeting to which it is submitted.
    pub fn home(&self) -> Home<'a> {
        self.submission.home(self.registry)
    }
}

impl<'a> Scope<'a> {
    /// Returns the contribution and the call that it answers; `None` if the submission is not a contribution, or the call is not on record.
    pub fn answered(&self) -> Option<(&'a Contribution, &'a Call)> {
        Some((self.submission.special.contribution()?, self.call()?))
    }

    /// Returns the questions of the call with their limits, and where the contribution answers each of them.
    pub fn questionnaire(&self) -> Option<Questionnaire> {
        let (contribution, call) = self.answered()?;
        let answers = call.questions.iter().map(|question| Answer {
            question: question.id.value.clone(),
            obligatory: question.is_obligatory(),
            words: question.words.map(|words| words.value),
            span: contribution.answer(&question.id.value).map(|(id, _)| id.span),
        });
        let words = call.words.map(|words| words.value);
        Some(Questionnaire { answers: answers.collect(), words, span: contribution.call.span })
    }
}

/// Returns all meetings of a dossier in order of time.
pub fn in_order(registry: &Registry) -> Vec<&Meeting> {
    let mut meetings: Vec<&Meeting> = registry.meetings.iter().collect();
    meetings.sort_by_key(|meeting| meeting.order());
    meetings
}
