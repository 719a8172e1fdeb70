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
use crate::records::recommendation::{Actor, Words};
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
    /// The number of the meeting that first made the recommendation in the words of `text`.
    pub words_of: u32,
    /// The other words in which meetings made the recommendation.
    pub other_words: Vec<OtherWords>,
    /// The full symbols of the documents on which the recommendation rests, at all meetings that made it.
    pub documents: Vec<String>,
    /// The number of the meeting that made the recommendation, then the numbers of those that made it again. Never empty.
    pub meetings: Vec<u32>,
    /// The first day of the meeting that made the recommendation.
    #[serde(serialize_with = "iso")]
    pub made: Date,
    /// The first day of the last meeting that made the recommendation.
    #[serde(serialize_with = "iso")]
    pub last_made: Date,
    /// The number of the meeting that closed the recommendation.
    pub closed_at: Option<u32>,
    /// The outcome; several outcomes are separated by semicolons.
    pub outcome: Option<String>,
    /// The id of the recommendation that took the place of this one.
    pub superseded_by: Option<String>,
    /// The paragraphs of the dossier's documents that report the recommendation.
    pub reported: Vec<Reported>,
    /// The file, line and column of each record of the recommendation.
    pub records: Vec<String>,
}

/// Words of a recommendation other than those in which it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherWords {
    /// The number of the meeting that made the recommendation in these words.
    pub meeting: u32,
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
        let ledger = Ledger::of(&in_order(&dossier.registry));
        let statements = workspace.statements(dossier, &wordings(&ledger), request, &mut prepared.report);
        let cited = citations(&prepared.documents, &dossier.identities);
        rows = read(dossier, &ledger, statements, &cited, &prepared.sources);
    }
    Ok((rows, prepared))
}

/// Returns what each record of the ledger says, recommendation by recommendation.
fn wordings<'a>(ledger: &Ledger<'a>) -> Vec<Wording<'a>> {
    let of = |tracked: &TrackedRecommendation<'a>| (0..tracked.records.len()).map(|at| tracked.wording(at)).collect::<Vec<_>>();
    ledger.tracked.iter().flat_map(of).collect()
}

/// Makes the rows. There is a statement for each record of the ledger; without statements there are no rows.
fn read(dossier: &Dossier, ledger: &Ledger, statements: Vec<Statement>, cited: &Citations, sources: &Sources) -> Vec<Row> {
    let mut statements = statements.into_iter();
    let words = dossier.registry.words.map_or(Words::Latest, |words| words.value);
    let rows = ledger.tracked.iter().filter_map(|tracked| {
        let own: Vec<Statement> = statements.by_ref().take(tracked.records.len()).collect();
        let said = Said::of(tracked, own, words)?;
        let reported = reported(tracked, cited, &dossier.identities);
        Some(row(tracked, ledger, said, reported, sources))
    });
    rows.collect()
}

/// What the records of a recommendation say: the words that are listed, and the others.
struct Said {
    addressees: Vec<Actor>,
    text: String,
    words_of: u32,
    other_words: Vec<OtherWords>,
    documents: Vec<String>,
}

impl Said {
    /// Returns what the records say; `None` if there is no statement.
    fn of(tracked: &TrackedRecommendation, statements: Vec<Statement>, words: Words) -> Option<Self> {
        let printed = tracked.words(words);
        let alike = |at: usize| tracked.wording(at).reads_like(&printed);
        let meeting = |at: usize| tracked.records[at].meeting.number.value;
        let mut documents: Vec<String> = Vec::new();
        for document in statements.iter().flat_map(|statement| &statement.documents) {
            if !documents.contains(document) {
                documents.push(document.clone());
            }
        }
        let last = statements.len().checked_sub(1)?;
        let text = statements[if words == Words::First { 0 } else { last }].text.clone();
        let words_of = meeting((0..=last).find(|at| alike(*at))?);
        let others = statements.into_iter().enumerate().filter(|(at, _)| !alike(*at));
        let others = others.map(|(at, statement)| OtherWords { meeting: meeting(at), text: statement.text });
        Some(Self { addressees: printed.actors.to_vec(), text, words_of, other_words: others.collect(), documents })
    }
}

fn row(tracked: &TrackedRecommendation, ledger: &Ledger, said: Said, reported: Vec<Reported>, sources: &Sources) -> Row {
    let first = tracked.first();
    let begins = |at: usize| tracked.records[at].meeting.dates.value.first;
    let by = tracked.superseded_by.map(|by| ledger.tracked[by].first().recommendation);
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
        meetings: tracked.records.iter().map(|made| made.meeting.number.value).collect(),
        made: begins(0),
        last_made: begins(tracked.records.len() - 1),
        closed_at: tracked.closing().and_then(|closing| closing.closed_at).map(|at| at.value),
        outcome: (!outcomes.is_empty()).then(|| outcomes.join("; ")),
        superseded_by: by.and_then(|by| by.id.as_ref()).map(|id| id.value.clone()),
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
