//! The status of the calls of a dossier: what is still missing before each deadline.
//!
//! 1. The caller prepares the dossier, so that the answers of its contributions have been counted.
//! 2. [`status`] puts together, for each call, the answers with their words and limits, the steps on the way, and the days that are left.
//! 3. [`table()`] shows the result on a terminal.
//!
//! The caller gives the day: the same dossier on the same day has the same status.

mod table;

pub use table::table;

use crate::authored::KindData;
use crate::date::Date;
use crate::dossier::{Dossier, LoadedSubmission};
use crate::project::{Prepared, ReadyDocument};
use crate::records::call::{Call, Fact, Step, StepKind};
use crate::records::meeting::Meeting;
use crate::records::party::Party;
use crate::records::registry::Registry;
use crate::resolved::Counts;
use crate::source::Spanned;
use serde::Serialize;

/// The status of a call.
#[derive(Debug, Serialize)]
pub struct Status {
    /// The id of the call.
    pub call: String,
    /// The name of the forum.
    pub forum: String,
    /// The deadline as an ISO 8601 date; `None` if it is not known.
    pub deadline: Option<String>,
    /// The number of days to the deadline, negative after the deadline; `None` if the deadline is not known.
    pub days: Option<i64>,
    /// The contributions that answer the call. A contribution with several editions is listed once.
    pub contributions: Vec<Contribution>,
    /// The names of the files, without ending, of the letters that refer to the call.
    pub letters: Vec<String>,
    /// The steps on the way of the contribution.
    pub way: Vec<Done>,
    /// The facts of the call that are declared unknown.
    pub unknown: Vec<&'static str>,
    /// The facts of the call that are declared assumptions.
    pub assumed: Vec<&'static str>,
}

/// The status of a contribution.
#[derive(Debug, Serialize)]
pub struct Contribution {
    /// The name of the contribution's file, without ending.
    pub document: String,
    /// The answers with their lengths, counted in the first language of the document.
    #[serde(flatten)]
    pub counts: Counts,
}

/// The status of a step on the way of a contribution.
#[derive(Debug, Serialize)]
pub struct Done {
    /// What happens in the step, as the record of the call names it.
    pub step: &'static str,
    /// The number of the meeting at which the step happens.
    pub meeting: Option<u32>,
    /// The id of the body that holds the meeting, where it is not the dossier's own.
    pub body: Option<String>,
    /// The words that name the senders.
    pub from: Option<String>,
    /// The words that name the addressees.
    pub to: Option<String>,
    /// The last day for the step, as an ISO 8601 date.
    pub until: Option<String>,
    /// The number of days to the last day, negative after it; `None` if the step has been done or has no last day.
    pub days: Option<i64>,
    /// The day on which the step was done, as an ISO 8601 date; `None` if it has not been done.
    pub done: Option<String>,
}

/// Returns the status of each call of a dossier on a day: the earliest deadline first, calls without a deadline last.
pub fn status(prepared: &Prepared, day: Date) -> Vec<Status> {
    let Some(dossier) = &prepared.dossier else { return Vec::new() };
    let mut calls: Vec<_> = dossier.registry.calls.iter().collect();
    calls.sort_by_key(|(_, call)| call.deadline.map_or((true, day), |deadline| (false, deadline.value)));
    calls.into_iter().map(|(id, call)| of(&id.value, call, dossier, &prepared.documents, day)).collect()
}

fn of(id: &str, call: &Call, dossier: &Dossier, documents: &[ReadyDocument], day: Date) -> Status {
    // editions are left out, because they have the same answers as the submission itself
    let first = dossier.submissions.iter().filter(|loaded| loaded.submission.first.is_none());
    let about: Vec<&LoadedSubmission> =
        first.filter(|loaded| loaded.submission.special.call().is_some_and(|call| call.value == id)).collect();
    let letters = about.iter().filter(|loaded| matches!(loaded.submission.special, KindData::Letter(_)));
    let (deadline, days) = due(call.deadline, day);
    Status {
        call: id.into(),
        forum: call.name().value.clone(),
        deadline,
        days,
        contributions: about.iter().filter_map(|loaded| contribution(loaded, documents)).collect(),
        letters: letters.map(|loaded| loaded.stem.clone()).collect(),
        way: call.way.iter().map(|step| done(step, &dossier.registry, day)).collect(),
        unknown: words(&call.unknown),
        assumed: words(&call.assumed),
    }
}

fn words(facts: &[Spanned<Fact>]) -> Vec<&'static str> {
    facts.iter().map(|fact| fact.value.word()).collect()
}

/// Returns the status of a contribution; `None` if the submission is not one, or its document could not be made.
fn contribution(loaded: &LoadedSubmission, documents: &[ReadyDocument]) -> Option<Contribution> {
    let made = documents.iter().find(|ready| ready.stem == loaded.stem)?;
    Some(Contribution { document: loaded.stem.clone(), counts: made.document.counts.clone()? })
}

fn done(step: &Step, registry: &Registry, day: Date) -> Done {
    let done = day_of(step, registry).filter(|done| *done <= day);
    let (until, days) = due(step.until, day);
    Done {
        step: step.step.value.word(),
        meeting: step.meeting.as_ref().map(|name| name.number),
        body: step.meeting.as_ref().and_then(|name| name.body.as_ref()).map(|body| body.value.clone()),
        from: names(&step.from),
        to: names(&step.to),
        until,
        days: days.filter(|_| done.is_none()),
        done: done.map(|done| done.to_string()),
    }
}

/// Returns the words that name parties, as they are written; `None` for none.
fn names(parties: &[Party]) -> Option<String> {
    let names: Vec<String> = parties.iter().map(Party::to_string).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Returns the day on which a step was done. What a meeting was to consider counts as considered when the meeting ends.
fn day_of(step: &Step, registry: &Registry) -> Option<Date> {
    let name = step.meeting.as_ref().filter(|_| step.step.value == StepKind::Considered);
    let is_named = |meeting: &&Meeting| {
        name.is_some_and(|name| registry.number_in(meeting, name.body_or(registry.own_id())) == Some(name.number))
    };
    let meeting = registry.meetings.iter().find(is_named);
    step.done.map(|done| done.value).or_else(|| Some(meeting?.dates.value.last))
}

/// Returns a last day as text, and the number of days from `day` to it.
fn due(last: Option<Spanned<Date>>, day: Date) -> (Option<String>, Option<i64>) {
    (last.map(|last| last.value.to_string()), last.map(|last| day.days_until(last.value)))
}
