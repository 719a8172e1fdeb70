//! The command `rapporteur recommendations`: lists the recommendations of a dossier.

use super::ExitStatus;
use super::options::{InputArguments, guess, number, width};
use super::terminal::{print, print_data, say};
use crate::commands::tracker::{Filter, Row, export, recommendations};
use crate::date::Date;
use crate::diagnostic::{listing, visible};
use crate::disk::{Target, save, write_to_stream};
use crate::project::{Output, OutputFolder, Prepared, Request, Sink};
use crate::query::ledger::Standing;
use crate::records::recommendation::Actor;
use crate::records::registry::Registry;
use crate::records::series::{MeetingIndex, MeetingName};
use crate::source::{Span, Text};
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// List the recommendations of a dossier: who was asked what, by which meeting, where it is reported, what became of it.
///
/// Each recommendation is listed once, however often it was made. Recommendations that are parts of others have rows of their own.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    reading: InputArguments,

    /// Only recommendations in one of these states; `open` includes those that were carried over
    #[arg(long, value_delimiter = ',', value_parser = PossibleValuesParser::new(Standing::ALL.iter().map(|one| one.word())))]
    status: Vec<String>,

    /// Only recommendations addressed to one of these
    #[arg(long, value_delimiter = ',', value_parser = PossibleValuesParser::new(Actor::ALL.iter().map(|one| one.word())))]
    addressee: Vec<String>,

    /// Only recommendations on one of these topics (ids)
    #[arg(long, value_name = "TOPIC", value_delimiter = ',')]
    topic: Vec<String>,

    /// Only recommendations made, or made again, since a day (2021-06-18) or since the end of a session (council-21)
    #[arg(long, value_name = "DAY|SESSION")]
    since: Option<String>,

    /// Only recommendations with a date (`due:`) before a day; with `--status open`, those that are overdue on that day
    #[arg(long, value_name = "DAY", value_parser = due)]
    due_before: Option<Date>,

    /// Only recommendations made, or made again, by meetings of one of these bodies (ids)
    #[arg(long, value_name = "BODY", value_delimiter = ',')]
    body: Vec<String>,

    /// Only recommendations made, or made again, by one of these meetings: the number of a meeting of the `--body`, or else of the dossier's own body, or a
    /// body and a number (cwg-b:38)
    #[arg(long, value_name = "[BODY:]NUMBER", value_delimiter = ',', value_parser = meeting)]
    meeting: Vec<MeetingName>,

    /// The form of the list
    #[arg(long, value_enum, default_value_t = To::Table)]
    to: To,

    /// The file to be written, `-` for the standard output [default: `output/recommendations.xlsx` for an Excel workbook, the standard output for all
    /// other forms]. A file that is there is replaced
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace `output/recommendations.xlsx` also if it was changed since it was made, or made from another dossier
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// A table for the terminal
    Table,
    /// Comma-separated values
    Csv,
    /// A JSON array
    Json,
    /// An Excel workbook
    Xlsx,
}

/// Lists the recommendations that are wanted.
///
/// # Errors
/// A message if there is nothing to read, if a filter names something unknown, or if the list can't be written.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    // of a part of the dossier, too, the list says what all of it has
    let request = Request { whole: true, ..arguments.reading.request(Vec::new()) };
    let (mut rows, prepared) = recommendations(&mut arguments.reading.workspace()?, arguments.reading.input()?, &request)?;
    let Prepared { dossier, sources, report, .. } = prepared;
    if arguments.reading.messages.show(&report, &sources, false)? {
        return Ok(ExitStatus::WithErrors);
    }
    if let Some(dossier) = &dossier {
        let filter = arguments.filter(&dossier.registry)?;
        if rows.is_empty() {
            say("warning: the dossier has no recommendations\n")?;
        } else {
            for condition in filter.unmet(&rows) {
                say(&format!("warning: no recommendation meets `{condition}`\n"))?;
            }
        }
        rows.retain(|row| filter.wants(row));
    }
    let origin = dossier.map(|dossier| dossier.origin).unwrap_or_default();
    arguments.write(&rows, &origin)?;
    Ok(ExitStatus::Well)
}

impl Arguments {
    /// Returns the filter of the arguments; an unknown topic, body, meeting or session is an error.
    fn filter(&self, registry: &Registry) -> Result<Filter, String> {
        let topics = || registry.topics.iter().map(|(id, _)| id.value.as_str());
        if let Some(unknown) = self.topic.iter().find(|topic| !topics().any(|known| known == *topic)) {
            return Err(format!("there is no topic `{unknown}`{}", guess(unknown, topics())));
        }
        let bodies = || registry.bodies.iter().map(|(id, _)| id.value.as_str());
        if let Some(unknown) = self.body.iter().find(|body| !bodies().any(|known| known == *body)) {
            return Err(format!("there is no body `{unknown}`{}", guess(unknown, bodies())));
        }
        let since = self.since.as_ref().map(|since| day(since, registry)).transpose()?;
        let (status, addressee) = (self.status.clone(), self.addressee.clone());
        Ok(Filter {
            status,
            addressee,
            topic: self.topic.clone(),
            body: self.body.clone(),
            meeting: self.meetings(registry)?,
            since,
            due_before: self.due_before,
        })
    }

    /// Returns the meetings that are wanted, each with its body.
    fn meetings(&self, registry: &Registry) -> Result<Vec<(String, u32)>, String> {
        let index = MeetingIndex::of(registry);
        let usual: Vec<&str> =
            if self.body.is_empty() { vec![registry.own_id()] } else { self.body.iter().map(String::as_str).collect() };
        let mut wanted = Vec::new();
        for name in &self.meeting {
            let bodies = name.body.as_ref().map_or(usual.clone(), |body| vec![body.value.as_str()]);
            let known = bodies.iter().filter(|body| index.get(body, name.number).is_some());
            let known: Vec<_> = known.map(|body| (body.to_string(), name.number)).collect();
            if known.is_empty() {
                let others = index.bodies_with(name.number).into_iter().map(|body| format!("{body}:{}", name.number));
                let own = bodies.iter().flat_map(|body| index.numbers(body)).map(|number| number.to_string());
                let (others, own): (Vec<_>, Vec<_>) = (others.collect(), own.collect());
                let on_record = if others.is_empty() { own } else { others };
                return Err(format!("there is no meeting {name} (meetings: {})", on_record.join(", ")));
            }
            wanted.extend(known);
        }
        Ok(wanted)
    }

    fn write(&self, rows: &[Row], dossier: &Path) -> Result<(), String> {
        let bytes = match self.to {
            To::Table => format!("{}\n{}\n", export::table(rows, width()), counted(rows)).into_bytes(),
            To::Csv => export::csv(rows)?,
            To::Json => export::json(rows)?,
            To::Xlsx => export::xlsx(rows)?,
        };
        match &self.output {
            Some(path) => put(path, &bytes),
            None if self.to == To::Xlsx => {
                let workbook = Output { name: "recommendations.xlsx".into(), bytes: bytes.into(), pages: None };
                OutputFolder::new("output", self.force).save(dossier, vec![workbook])?;
                print("output/recommendations.xlsx\n")
            }
            None => print_data(&bytes),
        }
    }
}

/// Returns how many recommendations and observations there are, counted apart as in reports.
fn counted(rows: &[Row]) -> String {
    let observations = rows.iter().filter(|row| row.status == Standing::Observation.word()).count();
    let recommendations = number(rows.len() - observations, "recommendation");
    if observations == 0 { recommendations } else { format!("{recommendations} and {}", number(observations, "observation")) }
}

/// Writes to the file that was named, which is saved whole or not at all, or to the pipe or device that is there.
fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    match Target::at(path) {
        Target::StandardOutput => print_data(bytes),
        Target::Stream(path) => write_to_stream(&path, bytes),
        Target::File(place) => {
            save(&place, bytes)?;
            print(&format!("{}\n", visible(&path.display().to_string())))
        }
    }
}

/// Reads the name of a meeting.
fn meeting(name: &str) -> Result<MeetingName, String> {
    MeetingName::parse(&Text::generated(name, Span::NONE))
        .ok_or_else(|| "write `38`, or `cwg-b:38` for a meeting of another body".into())
}

/// Reads a day.
fn due(day: &str) -> Result<Date, String> {
    Date::parse(day).ok_or_else(|| "write a day, `2022-03-01`".into())
}

/// Reads a day, or the id of a session, which stands for its last day.
fn day(since: &str, registry: &Registry) -> Result<Date, String> {
    let sessions = || registry.sessions.iter().map(|(id, _)| id.value.as_str());
    let session = registry.sessions.get(since).map(|session| session.dates.value.last);
    Date::parse(since).or(session).ok_or_else(|| {
        let known = if sessions().next().is_none() { String::new() } else { format!(" (sessions: {})", listing(sessions())) };
        format!("`{since}` is neither a day such as 2021-06-18 nor a session{}{known}", guess(since, sessions()))
    })
}
