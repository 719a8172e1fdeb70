//! The tracker: a list of every recommendation once, with where it was made, where it is reported, and what became of it.
//!
//! 1. The dossier is read and its documents are resolved, so that paragraphs have their numbers.
//! 2. The sentence of each recommendation is made in the dossier's language, as a report would have it.
//! 3. The caller chooses rows ([`Filter`]) and writes them ([`export`]).

pub mod export;
mod filter;

pub use filter::Filter;

use crate::date::Date;
use crate::dossier::{Dossier, Input};
use crate::project::{Prepared, Request, Statement, Workspace, citations};
use crate::query::ledger::{Ledger, TrackedRecommendation};
use crate::query::{Citation, Citations, Wording, in_order};
use crate::records::party::Party;
use crate::records::recommendation::{Actor, Words};
use crate::records::registry::Registry;
use crate::source::Sources;
use crate::yaml::Identities;
use serde::Serialize;

/// A row of the tracker: one recommendation.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The id of the recommendation.
    pub id: Option<String>,
    /// The state of the recommendation: `open`, `carried-over`, `done`, `superseded` or `observation`.
    pub status: &'static str,
    /// The id of the topic.
    pub topic: String,
    /// Those who are addressed or act, by the words of the record.
    pub addressees: Vec<&'static str>,
    /// The sentence of the recommendation, with each of its parts on a line of its own.
    pub text: String,
    /// The meeting that first made the recommendation in the words of `text`: `38`, `cwg-b:38`.
    pub words_of: String,
    /// The other words in which meetings made the recommendation.
    pub other_words: Vec<OtherWords>,
    /// The full symbols of the documents on which the recommendation rests, at all meetings that made it.
    pub documents: Vec<String>,
    /// The number of the meeting that made the recommendation, then the numbers of those that made it again, each in the series of the (first) body that held
    /// the meeting. Never empty.
    pub meetings: Vec<u32>,
    /// The ids of the bodies that held each of these meetings.
    pub bodies: Vec<Vec<String>>,
    /// These meetings as authors name them: `38`, `cwg-b:38`.
    #[serde(skip)]
    pub names: Vec<String>,
    /// The number of each of these meetings in the series of each body that held it, with the id of the body.
    #[serde(skip)]
    pub hosts: Vec<(String, u32)>,
    /// The first day of the meeting that made the recommendation.
    #[serde(serialize_with = "iso")]
    pub made: Date,
    /// The first day of the last meeting that made the recommendation.
    #[serde(serialize_with = "iso")]
    pub last_made: Date,
    /// The number of the meeting that closed the recommendation.
    pub closed_at: Option<u32>,
    /// The id of the body in whose series that number is, where it is not a body that made the recommendation.
    pub closed_by: Option<String>,
    /// Those who are to carry it out, by the words of the record.
    pub owner: Vec<String>,
    /// The day by which it is to be carried out.
    #[serde(serialize_with = "iso_or_null")]
    pub due: Option<Date>,
    /// The outcome; several outcomes are separated by semicolons.
    pub outcome: Option<String>,
    /// The id of the recommendation that took the place of this one, or the ids of several.
    pub superseded_by: Option<String>,
    /// The paragraphs of the dossier's documents that report the recommendation.
    pub reported: Vec<Reported>,
    /// The file, line and column of each record of the recommendation.
    pub records: Vec<String>,
}

/// Words of a recommendation other than those in which it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherWords {
    /// The meeting that made the recommendation in these words: `38`, `cwg-b:38`.
    pub meeting: String,
    /// The sentence, with each of its parts on a line of its own.
    pub text: String,
}

/// A paragraph of a document that reports a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reported {
    /// The symbol of the document, or else the name of its file.
    pub document: String,
    /// The number of the paragraph.
    pub paragraph: String,
}

/// Writes a date in ISO 8601 form: `2022-01-19`
fn iso<S: serde::Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

/// Writes a date in ISO 8601 form, or `null`.
fn iso_or_null<S: serde::Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(|date| date.to_string()).serialize(serializer)
}

/// Returns all recommendations of a dossier, including those that are parts of others, in the order in which they were first made; and the prepared
/// dossier with all diagnostics. If there are errors among these, there are no rows, because they could not be relied on.
///
/// # Errors
/// A message if there is nothing to read.
pub fn recommendations(workspace: &mut Workspace, input: Input, request: &Request) -> Result<(Vec<Row>, Prepared), String> {
    let mut prepared = workspace.prepare(input, request)?;
    let Some(dossier) = &prepared.dossier else { return Ok((Vec::new(), prepared)) };
    let mut rows = Vec::new();
    if !prepared.report.has_errors() {
        let ledger = Ledger::of(&dossier.registry, &in_order(&dossier.registry));
        let words = dossier.registry.words.map_or(Words::Latest, |words| words.value);
        let listed: Vec<Listed> = ledger.tracked.iter().map(|tracked| (tracked, tracked.words(words))).collect();
        let wordings =
            listed.iter().flat_map(|(tracked, printed)| [*printed].into_iter().chain(tracked.wordings.iter().copied()));
        let statements = workspace.statements(dossier, &wordings.collect::<Vec<_>>(), request, &mut prepared.report);
        let cited = citations(&prepared.documents, &dossier.identities);
        rows = read(dossier, &ledger, listed, statements, &cited, &prepared.sources);
    }
    Ok((rows, prepared))
}

/// A recommendation, and the wording in which it is listed.
type Listed<'l, 'a> = (&'l TrackedRecommendation<'a>, Wording<'a>);

/// Makes the rows. There is a statement for the wording in which each recommendation is listed, followed by one for each of its records; without
/// statements there are no rows.
fn read(
    dossier: &Dossier,
    ledger: &Ledger,
    listed: Vec<Listed>,
    statements: Vec<Statement>,
    cited: &Citations,
    sources: &Sources,
) -> Vec<Row> {
    let mut statements = statements.into_iter();
    let rows = listed.into_iter().filter_map(|(tracked, printed)| {
        let text = statements.next()?.text;
        let said =
            Said::of(&dossier.registry, tracked, &printed, text, statements.by_ref().take(tracked.records.len()).collect())?;
        let reported = reported(tracked, cited, &dossier.identities);
        Some(row(&dossier.registry, ledger, tracked, said, reported, sources))
    });
    rows.collect()
}

/// What the records of a recommendation say: the words that are listed, and the others.
struct Said {
    addressees: Vec<Actor>,
    text: String,
    words_of: String,
    other_words: Vec<OtherWords>,
    documents: Vec<String>,
}

impl Said {
    /// Returns what the records say, whose statements these are; `text` is that of the printed wording. `None` if no record says that.
    fn of(
        registry: &Registry,
        tracked: &TrackedRecommendation,
        printed: &Wording,
        text: String,
        statements: Vec<Statement>,
    ) -> Option<Self> {
        let alike: Vec<bool> = tracked.wordings.iter().map(|wording| wording.reads_like(printed)).collect();
        let meeting = |at: usize| registry.name_of(tracked.records[at].meeting);
        let mut documents: Vec<String> = Vec::new();
        for document in statements.iter().flat_map(|statement| &statement.documents) {
            if !documents.contains(document) {
                documents.push(document.clone());
            }
        }
        let words_of = meeting(alike.iter().position(|alike| *alike)?);
        let others = statements.into_iter().enumerate().filter(|(at, _)| !alike[*at]);
        let others = others.map(|(at, statement)| OtherWords { meeting: meeting(at), text: statement.text });
        Some(Self { addressees: printed.actors.to_vec(), text, words_of, other_words: others.collect(), documents })
    }
}

fn row(
    registry: &Registry,
    ledger: &Ledger,
    tracked: &TrackedRecommendation,
    said: Said,
    reported: Vec<Reported>,
    sources: &Sources,
) -> Row {
    let first = tracked.first();
    let begins = |at: usize| tracked.records[at].meeting.dates.value.first;
    let closed_at = tracked.closing().and_then(|made| made.recommendation.closed_at.as_ref());
    let meetings = || tracked.records.iter().map(|made| made.meeting);
    let bodies = |meeting| registry.hosts(meeting).map(|(body, _)| body.to_string()).collect();
    let hosts = meetings().flat_map(|meeting| registry.hosts(meeting)).map(|(body, number)| (body.to_string(), number));
    let by =
        tracked.superseded_by.iter().filter_map(|by| ledger.of_record(by.recommendation)?.first().recommendation.id.as_ref());
    let by: Vec<&str> = by.map(|id| id.value.as_str()).collect();
    let outcomes: Vec<&str> = tracked.outcomes().map(|outcome| outcome.value.trim()).collect();
    Row {
        id: first.recommendation.id.as_ref().map(|id| id.value.clone()),
        status: tracked.standing().word(),
        topic: first.topic.value.clone(),
        addressees: said.addressees.iter().map(|actor| actor.word()).collect(),
        text: said.text,
        words_of: said.words_of,
        other_words: said.other_words,
        documents: said.documents,
        meetings: meetings().filter_map(|meeting| registry.home(meeting).meeting).collect(),
        bodies: meetings().map(bodies).collect(),
        names: meetings().map(|meeting| registry.name_of(meeting)).collect(),
        hosts: hosts.collect(),
        made: begins(0),
        last_made: begins(tracked.records.len() - 1),
        closed_at: closed_at.map(|name| name.number),
        closed_by: closed_at.and_then(|name| name.body.as_ref()).map(|body| body.value.clone()),
        owner: tracked.owners().iter().map(Party::to_string).collect(),
        due: tracked.due().map(|due| due.value),
        outcome: (!outcomes.is_empty()).then(|| outcomes.join("; ")),
        superseded_by: (!by.is_empty()).then(|| by.join(", ")),
        reported,
        records: tracked.records.iter().map(|made| sources.position(made.recommendation.span)).collect(),
    }
}

/// Returns the paragraphs that report a recommendation, sorted by document. A paragraph that reports several of its records is returned once.
fn reported(tracked: &TrackedRecommendation, citations: &Citations, identities: &Identities) -> Vec<Reported> {
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
