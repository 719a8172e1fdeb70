//! What is still missing before each deadline: of each call the answers, the words that are left, the steps on the way, the days.
//!
//! The day is given: the same dossier on the same day has the same status.

mod table;

pub use table::table;

use crate::authored::Special;
use crate::date::Date;
use crate::dossier::{Dossier, Loaded};
use crate::project::{Prepared, Ready};
use crate::records::call::{Call, Fact, Step, StepKind};
use crate::records::registry::Registry;
use crate::resolved::Counts;
use crate::source::Spanned;
use serde::Serialize;

/// How a call stands.
#[derive(Debug, Serialize)]
pub struct Status {
    /// The call's id.
    pub call: String,
    /// The name of the forum.
    pub forum: String,
    /// The deadline, where it is known.
    pub deadline: Option<String>,
    /// How many days are left; fewer than none after the deadline.
    pub days: Option<i64>,
    /// The contributions that answer it; editions of one are one.
    pub contributions: Vec<Contribution>,
    /// The letters that refer to it, by the names of their files.
    pub letters: Vec<String>,
    /// The way of the contribution.
    pub way: Vec<Done>,
    /// What is not known of the call.
    pub unknown: Vec<&'static str>,
    /// What of it is an assumption.
    pub assumed: Vec<&'static str>,
}

/// How a contribution stands.
#[derive(Debug, Serialize)]
pub struct Contribution {
    /// The name of its file.
    pub document: String,
    /// Its answers, in the document's first language.
    #[serde(flatten)]
    pub counts: Counts,
}

/// How a step stands.
#[derive(Debug, Serialize)]
pub struct Done {
    /// What happens.
    pub step: &'static str,
    /// At which meeting.
    pub meeting: Option<u32>,
    /// Who sends it.
    pub from: Option<String>,
    /// To whom.
    pub to: Option<String>,
    /// The last day for it.
    pub until: Option<String>,
    /// How many days are left for it, while it is not done.
    pub days: Option<i64>,
    /// The day on which it was done.
    pub done: Option<String>,
}

/// How each call of a dossier stands on a day, the nearest deadline first.
pub fn status(prepared: &Prepared, day: Date) -> Vec<Status> {
    let Some(dossier) = &prepared.dossier else { return Vec::new() };
    let mut calls: Vec<_> = dossier.registry.calls.iter().collect();
    calls.sort_by_key(|(_, call)| call.deadline.map_or((true, day), |deadline| (false, deadline.value)));
    calls.into_iter().map(|(id, call)| of(&id.value, call, dossier, &prepared.documents, day)).collect()
}

fn of(id: &str, call: &Call, dossier: &Dossier, documents: &[Ready], day: Date) -> Status {
    // editions have the same answers
    let first = dossier.submissions.iter().filter(|loaded| loaded.submission.first.is_none());
    let about: Vec<&Loaded> =
        first.filter(|loaded| loaded.submission.special.call().is_some_and(|call| call.value == id)).collect();
    let letters = about.iter().filter(|loaded| matches!(loaded.submission.special, Special::Letter(_)));
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

fn contribution(loaded: &Loaded, documents: &[Ready]) -> Option<Contribution> {
    let made = documents.iter().find(|ready| ready.name.rsplit_once('.').is_some_and(|(stem, _)| stem == loaded.stem))?;
    Some(Contribution { document: loaded.stem.clone(), counts: made.document.counts.clone()? })
}

fn done(step: &Step, registry: &Registry, day: Date) -> Done {
    let done = day_of(step, registry).filter(|done| *done <= day);
    let (until, days) = due(step.until, day);
    Done {
        step: step.step.value.word(),
        meeting: step.meeting.map(|number| number.value),
        from: step.from.as_ref().map(|from| from.value.clone()),
        to: step.to.as_ref().map(|to| to.value.clone()),
        until,
        days: days.filter(|_| done.is_none()),
        done: done.map(|done| done.to_string()),
    }
}

/// The day on which a step was done; what a meeting was to consider has been considered when the meeting ends.
fn day_of(step: &Step, registry: &Registry) -> Option<Date> {
    let number = step.meeting.filter(|_| step.step.value == StepKind::Considered).map(|number| number.value);
    let meeting = registry.meetings.iter().find(|meeting| Some(meeting.number.value) == number);
    step.done.map(|done| done.value).or_else(|| Some(meeting?.dates.value.last))
}

/// A last day, and how many days are left.
fn due(last: Option<Spanned<Date>>, day: Date) -> (Option<String>, Option<i64>) {
    (last.map(|last| last.value.to_string()), last.map(|last| day.days_until(last.value)))
}
