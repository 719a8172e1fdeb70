//! Which records a submission may draw on.

use super::ledger::{Ledger, Made, Tracked};
use crate::authored::{Common, Contribution, Period, Reports, Submission};
use crate::date::{Date, Dates};
use crate::document::{Answer, Questionnaire};
use crate::files::attachment::Attachments;
use crate::records::body::Body;
use crate::records::call::Call;
use crate::records::country::Countries;
use crate::records::meeting::{Entry, Meeting};
use crate::records::registry::Registry;
use crate::records::session::Session;
use crate::source::{RecordId, Span, Text};
use crate::text::symbol::SymbolReader;
use crate::yaml::Identities;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Where a document of the dossier says what a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The document's symbol, or else the name of its file.
    pub document: String,
    /// The number of the paragraph.
    pub number: String,
}

/// Where documents of the dossier say what records say.
pub type Citations = BTreeMap<RecordId, Vec<Citation>>;

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
    /// The pictures and Word files that it may use.
    pub attachments: Attachments<'a>,
    /// The meetings of its period, in order of time.
    pub meetings: Vec<&'a Meeting>,
    /// Finds symbols.
    pub symbols: &'a SymbolReader,
    /// By which name each record is known.
    pub identities: &'a Identities,
    /// Where earlier documents say what its records say.
    pub citations: &'a Citations,
    ledger: OnceCell<Ledger<'a>>,
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

impl Registered<'_> {
    /// Whether it is on this topic.
    pub fn is_on(&self, topic: &str) -> bool {
        self.entry.topic.as_ref().is_some_and(|own| own.value == topic)
    }
}

impl<'a> Scope<'a> {
    /// The scope of one submission, in English until another language is set. Rules and all languages share it, since it reads the ledger only once.
    pub fn new(
        registry: &'a Registry,
        submission: &'a Submission,
        countries: &'a Countries,
        symbols: &'a SymbolReader,
        identities: &'a Identities,
        attachments: Attachments<'a>,
        citations: &'a Citations,
    ) -> Self {
        let (language, ledger) = ("en", OnceCell::new());
        let meetings = Vec::new();
        let mut scope =
            Self { registry, submission, language, countries, attachments, meetings, symbols, identities, citations, ledger };
        scope.meetings = in_order(registry).into_iter().filter(|meeting| scope.reports(meeting)).collect();
        scope
    }

    /// All recommendations up to the last meeting of the period, each once.
    pub fn ledger(&self) -> &Ledger<'a> {
        self.ledger.get_or_init(|| {
            let last = self.meetings.last().map(|meeting| meeting.order());
            let known = in_order(self.registry).into_iter().take_while(|meeting| last.is_none_or(|last| meeting.order() <= last));
            Ledger::of(&known.collect::<Vec<_>>())
        })
    }

    /// The recommendations that a meeting of the period made, or made again, each once.
    pub fn tracked(&self) -> impl Iterator<Item = &Tracked<'a>> {
        let reported = |made: &Made| self.meetings.iter().any(|meeting| std::ptr::eq(*meeting, made.meeting));
        self.ledger().tracked.iter().filter(move |tracked| tracked.records.iter().any(reported))
    }

    /// The paragraphs of earlier documents that say what the record at `span` says.
    pub fn cited(&self, span: Span) -> &'a [Citation] {
        let id = self.identities.record(span);
        id.and_then(|id| self.citations.get(&id)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The session with the id that `name` gives.
    pub fn session(&self, name: Option<&Text>) -> Option<&'a Session> {
        self.registry.sessions.get(&name?.value)
    }

    /// The session to which it is submitted.
    pub fn own_session(&self) -> Option<&'a Session> {
        self.session(self.submission.common.session.as_ref())
    }

    /// The submission as it was first made: what decides which records it reports.
    fn first(&self) -> &'a Common {
        self.submission.first.as_deref().unwrap_or(&self.submission.common)
    }

    /// The call that it answers, or to which it refers.
    pub fn call(&self) -> Option<&'a Call> {
        self.registry.calls.get(&self.submission.special.call()?.value)
    }

    /// The body whose dossier it is.
    pub fn body(&self) -> Option<&'a Body> {
        self.registry.own_body()
    }

    /// The day that counts for who holds which office: the document's, or else the first of its session, or the last meeting's.
    pub fn day(&self) -> Option<Date> {
        let first = self.first();
        let date = first.date.map(|date| date.value);
        let session = self.session(first.session.as_ref()).map(|session| session.dates.value.first);
        date.or(session).or_else(|| self.meetings.last().map(|meeting| meeting.dates.value.last))
    }

    /// From the end of a session to the day of the document.
    pub fn since(&self, session: Option<&Text>) -> Option<Dates> {
        let last = self.day()?;
        let first = self.session(session).map_or(last, |session| session.dates.value.last);
        Some(Dates { first: first.min(last), last })
    }

    /// The days that are reported: from the session after which the period begins, or else the first meeting, to the last meeting.
    pub fn reported(&self) -> Option<Dates> {
        let after = self.first().period.as_ref().and_then(|period| self.session(period.after.as_ref()));
        let first = after.map(|session| session.dates.value.last).or(Some(self.meetings.first()?.dates.value.first))?;
        let last = self.meetings.last()?.dates.value.last;
        Some(Dates { first: first.min(last), last })
    }

    fn reports(&self, meeting: &Meeting) -> bool {
        let common = self.first();
        let Some(period) = &common.period else {
            let own = common.meeting.filter(|_| self.submission.kind.reports == Reports::Meeting);
            return own.is_none_or(|number| number.value == meeting.number.value);
        };
        self.within(period, meeting)
    }

    /// Whether a meeting was held in a period; one that does not say when it ends, ends with the session to which the document is submitted.
    pub fn within(&self, period: &Period, meeting: &Meeting) -> bool {
        if !period.meetings.is_empty() {
            return period.meetings.iter().any(|number| number.value == meeting.number.value);
        }
        let after = self.session(period.after.as_ref()).map(|session| session.dates.value.last);
        let until = period.until.as_ref().or(self.first().session.as_ref());
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
        self.meetings.iter().flat_map(|meeting| Made::at(meeting))
    }

    /// The full symbol of a document as a list of `meeting` names it.
    pub fn symbol(&self, short: &str, meeting: Option<&Meeting>) -> String {
        self.symbols.complete(short, meeting.map(|meeting| meeting.number.value))
    }
}

impl<'a> Scope<'a> {
    /// The contribution with the call that it answers.
    pub fn answered(&self) -> Option<(&'a Contribution, &'a Call)> {
        Some((self.submission.special.contribution()?, self.call()?))
    }

    /// The questions that it answers, and their limits.
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

/// All meetings of a dossier in order of time.
pub fn in_order(registry: &Registry) -> Vec<&Meeting> {
    let mut meetings: Vec<&Meeting> = registry.meetings.iter().collect();
    meetings.sort_by_key(|meeting| meeting.order());
    meetings
}
