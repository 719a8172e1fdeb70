//! The command `rapporteur status`: reports what is still missing before each deadline.

use super::ExitStatus;
use super::options::{InputArguments, width};
use super::terminal::print;
use crate::commands::status::{status, table};
use crate::date::Date;
use crate::diagnostic::{Severity, visible_json};
use crate::project::Request;
use clap::{Args, ValueEnum};

/// Say what is still missing before each deadline.
///
/// Shows, for each call on record, the answers with their words and limits, the letters, the steps on the way of the contribution, and the days that
/// are left.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    reading: InputArguments,

    /// The day of the status (2022-02-01) [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    day: Option<Date>,

    /// The form of the status
    #[arg(long, value_enum, default_value_t = To::Table)]
    to: To,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// Tables for the terminal
    Table,
    /// A JSON array
    Json,
}

/// Prints the status. An answer that is missing or too long is part of the status; of the messages, only errors are shown besides.
///
/// # Errors
/// A message if there is nothing to read, or no call on record.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    // of a part of the dossier, too, the status is that of all of it
    let request = Request { whole: true, ..arguments.reading.request(Vec::new()) };
    let mut prepared = arguments.reading.workspace()?.prepare(arguments.reading.input()?, &request)?;
    prepared.report.retain_mut(|diagnostic| diagnostic.severity == Severity::Error);
    let errors = arguments.reading.messages.show(&prepared.report, &prepared.sources)?;
    if prepared.dossier.is_some() {
        show(arguments, &status(&prepared, arguments.day.map_or_else(today, Ok)?))?;
    }
    Ok(if errors { ExitStatus::WithErrors } else { ExitStatus::Well })
}

fn show(arguments: &Arguments, calls: &[crate::commands::status::Status]) -> Result<(), String> {
    if arguments.to == To::Json {
        return print(&(visible_json(&serde_json::to_string_pretty(calls).map_err(|error| error.to_string())?) + "\n"));
    }
    if calls.is_empty() {
        return Err(format!("`{}` has no calls: record one in `calls/`", arguments.reading.path.display()));
    }
    print(&table(calls, width()))
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day as 2022-02-01".into())
}

/// Returns today's date by the clock of this machine, in universal time.
fn today() -> Result<Date, String> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_err(|error| error.to_string())?;
    let now = jiff::Timestamp::from_second(since.as_secs() as i64).map_err(|error| error.to_string())?;
    Date::parse(&now.to_string()[..10]).ok_or_else(|| "the clock of this machine is wrong; give the day with `--day`".into())
}
