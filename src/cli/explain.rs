//! The command `rapporteur explain`: explains a message, or shows the records of a paragraph.

use super::ExitStatus;
use super::options::{Messages, guess};
use super::terminal::print;
use crate::analysis::{NumberedPlace, places};
use crate::diagnostic::{Entry, closest};
use crate::dossier::Input;
use crate::lint::catalogue;
use crate::project::{Prepared, ReadyDocument, Request, Workspace};
use crate::source::{Sources, Span};
use clap::Args;
use std::collections::BTreeSet;
use std::path::Path;

/// Explain a message, or where a paragraph comes from.
///
/// `explain NAME` says what a message means, why it matters, and how to mend what is wrong. `explain --paragraph 4.2.3 PATH` shows the file, the line and
/// the identity of each record that the paragraph is made from.
#[derive(Args)]
pub struct Arguments {
    /// The name of a message, as the message shows it (without a name, all messages are listed); with `--paragraph`, a dossier's folder or one of its
    /// submissions
    #[arg(value_name = "NAME|PATH")]
    name: Option<String>,

    /// The number of a paragraph or heading: `4.2.3`, `Annex 1`, `Annex 1, 2.1`
    #[arg(long, value_name = "NUMBER")]
    paragraph: Option<String>,
}

/// Prints the explanation.
///
/// # Errors
/// A message if there is no such message or paragraph, or nothing to read.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    match (&arguments.paragraph, &arguments.name) {
        (Some(number), path) => return paragraph(number, Path::new(path.as_deref().unwrap_or("."))),
        (None, None) => {
            let line = |entry: &&Entry| format!("{:<28} {}\n", entry.name, entry.summary);
            print(&catalogue().iter().map(line).collect::<String>())?;
        }
        (None, Some(name)) => print(&explain(find(name)?))?,
    }
    Ok(ExitStatus::Well)
}

/// Returns the entry of the message with this name; the error suggests a similar name.
fn find(name: &str) -> Result<&'static Entry, String> {
    let catalogue = catalogue();
    catalogue.iter().copied().find(|entry| entry.name == name).ok_or_else(|| {
        let hint = guess(name, catalogue.iter().map(|entry| entry.name));
        format!("there is no message `{name}`{hint} (`rapporteur explain` lists them all)")
    })
}

/// Returns the explanation of a message, in four paragraphs.
fn explain(entry: &Entry) -> String {
    let Entry { name, severity, adjustable, summary, why, mend } = entry;
    let change = match adjustable {
        true => {
            format!("To change how much it matters: `check: {{rules: {{{name}: off}}}}` in dossier.yaml (off, warning or error).")
        }
        false => "How much it matters can't be changed.".into(),
    };
    format!("{name} ({severity})\n\n{summary}\n\nWhy: {why}\nMend: {mend}\n\n{change}\n")
}

/// Prints the records of the paragraph with this number, for each document that has one.
fn paragraph(number: &str, path: &Path) -> Result<ExitStatus, String> {
    let Prepared { dossier, documents, sources, report } =
        Workspace::default().prepare(Input::Path(path), &Request::default())?;
    if Messages::default().show(&report, &sources)? {
        return Ok(ExitStatus::WithErrors);
    }
    let places: Vec<(&ReadyDocument, Vec<NumberedPlace>)> =
        documents.iter().map(|ready| (ready, places(&ready.document))).collect();
    let mut found = false;
    for (ready, places) in &places {
        for place in places.iter().filter(|place| place.number == number) {
            found = true;
            let identity = |span| dossier.as_ref().and_then(|dossier| dossier.identities.of(span));
            print(&show(ready, place, &sources, identity))?;
        }
    }
    if found {
        return Ok(ExitStatus::Well);
    }
    let numbers = places.iter().flat_map(|(_, places)| places).map(|place| place.number.as_str());
    let hint = closest(number, numbers).map(|best| format!("; there is `{best}`")).unwrap_or_default();
    Err(format!("no document of `{}` has a paragraph `{number}`{hint}", path.display()))
}

/// Returns a line for each record of a place: where the record is, its identity, and the beginning of its line in the file.
fn show(ready: &ReadyDocument, place: &NumberedPlace, sources: &Sources, identity: impl Fn(Span) -> Option<String>) -> String {
    let symbol = ready.document.properties.symbol.as_ref().map(|symbol| format!(" ({symbol})"));
    let mut shown = format!("{}{}, {}\n", ready.name, symbol.unwrap_or_default(), place.number);
    for record in whole(&place.records) {
        let Some(file) = sources.get(*record) else { continue };
        let line = file.text[..record.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let line = file.text[line..].lines().next().unwrap_or_default().trim();
        let identity = identity(*record).unwrap_or_default();
        shown += &format!("  {}  {identity}  {}\n", sources.position(*record), line.chars().take(80).collect::<String>());
    }
    shown
}

/// Returns the spans that are not within another one of the set: a text is within its record, and then the record is enough.
fn whole(places: &BTreeSet<Span>) -> Vec<&Span> {
    let within = |inner: &Span, outer: &Span| {
        inner != outer && inner.file() == outer.file() && outer.start <= inner.start && inner.end <= outer.end
    };
    places.iter().filter(|inner| inner.end > inner.start && !places.iter().any(|outer| within(inner, outer))).collect()
}
