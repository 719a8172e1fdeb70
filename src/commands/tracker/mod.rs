//! The tracker: every recommendation once, with where it was made, where it is reported, and what became of it.
//!
//! 1. The dossier is read and its documents are resolved, so that paragraphs have their numbers.
//! 2. Each recommendation is said in the dossier's language, as a report would say it.
//! 3. Rows are chosen ([`Filter`]) and written ([`export`]).

pub mod export;
mod filter;

pub use filter::Filter;

use crate::date::Date;
use crate::dossier::{Dossier, Input};
use crate::project::{Prepared, Request, Workspace, citations};
use crate::query::ledger::{Ledger, Tracked};
use crate::query::{Citation, Citations, in_order};
use crate::source::Sources;
use crate::yaml::Identities;
use serde::Serialize;

/// A recommendation.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Its id.
    pub id: Option<String>,
    /// How it stands: `open`, `carried-over`, `done`, `superseded`, `observation`.
    pub status: &'static str,
    /// The id of its topic.
    pub topic: String,
    /// Who is addressed, or acts.
    pub addressees: Vec<&'static str>,
    /// The sentence.
    pub text: String,
    /// The meeting that made it, then those that made it again.
    pub meetings: Vec<u32>,
    /// The first day of the meeting that made it.
    #[serde(serialize_with = "iso")]
    pub made: Date,
    /// The first day of the last meeting that made it.
    #[serde(serialize_with = "iso")]
    pub last_made: Date,
    /// The meeting that closed it.
    pub closed_at: Option<u32>,
    /// What came of it.
    pub outcome: Option<String>,
    /// The id of the recommendation that took its place.
    pub superseded_by: Option<String>,
    /// Where the documents of the dossier report it.
    pub reported: Vec<Reported>,
    /// The file, line and column of its records.
    pub records: Vec<String>,
}

/// A paragraph of a document that reports a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reported {
    /// The document's symbol, or the name of its files.
    pub document: String,
    /// The paragraph's number.
    pub paragraph: String,
}

/// `2022-01-19`
fn iso<S: serde::Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

/// All recommendations of a dossier, those that are parts of others included, in the order in which they were first made; and all that is wrong with the dossier.
///
/// With errors there are no rows: what they would say is not to be trusted. An `Err` says that there is nothing to read.
pub fn recommendations(workspace: &mut Workspace, input: Input, request: &Request) -> Result<(Vec<Row>, Prepared), String> {
    let mut prepared = workspace.prepare(input, request)?;
    let Some(dossier) = &prepared.dossier else { return Ok((Vec::new(), prepared)) };
    let mut rows = Vec::new();
    if !prepared.report.has_errors() {
        let sentences = workspace.speak(dossier, request, &mut prepared.report);
        rows = read(dossier, sentences, &citations(&prepared.documents, &dossier.identities), &prepared.sources);
    }
    Ok((rows, prepared))
}

fn read(dossier: &Dossier, sentences: Vec<String>, citations: &Citations, sources: &Sources) -> Vec<Row> {
    let ledger = Ledger::of(&in_order(&dossier.registry));
    let rows = ledger.tracked.iter().zip(sentences);
    rows.map(|(tracked, text)| row(tracked, &ledger, text, reported(tracked, citations, &dossier.identities), sources)).collect()
}

fn row(tracked: &Tracked, ledger: &Ledger, text: String, reported: Vec<Reported>, sources: &Sources) -> Row {
    let (first, words) = (tracked.first(), tracked.worded().recommendation);
    let begins = |at: usize| tracked.records[at].meeting.dates.value.first;
    let closing = tracked.closing();
    let by = tracked.superseded_by.map(|by| ledger.tracked[by].first().recommendation);
    Row {
        id: first.recommendation.id.as_ref().map(|id| id.value.clone()),
        status: tracked.standing().word(),
        topic: first.topic.value.clone(),
        addressees: words.actor.iter().map(|actor| actor.word()).collect(),
        text,
        meetings: tracked.records.iter().map(|made| made.meeting.number.value).collect(),
        made: begins(0),
        last_made: begins(tracked.records.len() - 1),
        closed_at: closing.and_then(|closing| closing.closed_at).map(|at| at.value),
        outcome: closing.and_then(|closing| closing.outcome.as_ref()).map(|outcome| outcome.value.clone()),
        superseded_by: by.and_then(|by| by.id.as_ref()).map(|id| id.value.clone()),
        reported,
        records: tracked.records.iter().map(|made| sources.position(made.recommendation.span)).collect(),
    }
}

/// By document; each paragraph once, though several records may stand in it.
fn reported(tracked: &Tracked, citations: &Citations, identities: &Identities) -> Vec<Reported> {
    let cited = tracked.records.iter().filter_map(|made| citations.get(&identities.record(made.recommendation.span)?)).flatten();
    let mut all: Vec<Reported> = Vec::new();
    for Citation { document, number } in cited {
        let reported = Reported { document: document.clone(), paragraph: number.clone() };
        if !all.contains(&reported) {
            all.push(reported);
        }
    }
    all.sort_by(|a, b| a.document.cmp(&b.document));
    all
}
