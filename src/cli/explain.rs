//! `rapporteur explain`

use super::Ended;
use super::options::{Messages, guess, print};
use crate::analysis::{Place, places};
use crate::diagnostic::{Severity, closest};
use crate::dossier::Input;
use crate::lint::{FOUND_IN_MAKING, RULES};
use crate::project::{Prepared, Ready, Request, prepare};
use crate::source::{Sources, Span};
use clap::Args;
use std::collections::BTreeSet;
use std::path::Path;

/// Explain a rule, or where a paragraph comes from.
///
/// `explain RULE` says what a rule finds, why it matters, how it is mended. `explain --paragraph 4.2.3 PATH` shows the file and line of each record
/// that the paragraph is made from.
#[derive(Args)]
pub struct Arguments {
    /// The rule's name, as a message shows it; without it all rules are listed. With `--paragraph`: a dossier's folder or one of its submissions
    #[arg(value_name = "RULE|PATH")]
    name: Option<String>,

    /// The number of a paragraph or heading: `4.2.3`, `Annex 1`, `Annex 1, 2.1`
    #[arg(long, value_name = "NUMBER")]
    paragraph: Option<String>,
}

/// Prints it.
pub fn run(arguments: &Arguments) -> Result<Ended, String> {
    match (&arguments.paragraph, &arguments.name) {
        (Some(number), path) => return paragraph(number, Path::new(path.as_deref().unwrap_or("."))),
        (None, None) => {
            let line = |(name, _, about): Known| format!("{name:<28} {}\n", about.lines().next().unwrap_or_default());
            print(known().map(line).collect::<String>())?;
        }
        (None, Some(name)) => print(explain(find(name)?))?,
    }
    Ok(Ended::Well)
}

type Known = (&'static str, Severity, &'static str);

/// Name, severity and explanation of all that may be found.
fn known() -> impl Iterator<Item = Known> {
    RULES.iter().map(|rule| (rule.name, rule.severity, rule.about)).chain(FOUND_IN_MAKING)
}

fn find(name: &str) -> Result<Known, String> {
    known().find(|(known, ..)| *known == name).ok_or_else(|| {
        let hint = guess(name, known().map(|(name, ..)| name));
        format!("there is no rule `{name}`{hint} (`rapporteur explain` lists them all)")
    })
}

fn explain((name, severity, about): Known) -> String {
    let severity = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let change = format!("`check: {{rules: {{{name}: off}}}}` in dossier.yaml (off, warning or error)");
    format!("{name} ({severity})\n\n{about}\n\nTo change how much it matters: {change}.\n")
}

/// Shows the records of a paragraph in each document that has one of this number.
fn paragraph(number: &str, path: &Path) -> Result<Ended, String> {
    let Prepared { documents, sources, report, .. } = prepare(Input::Path(path), &Request::default())?;
    if Messages::default().show(&report, &sources) {
        return Ok(Ended::WithErrors);
    }
    let places: Vec<(&Ready, Vec<Place>)> = documents.iter().map(|ready| (ready, places(&ready.document))).collect();
    let mut found = false;
    for (ready, places) in &places {
        for place in places.iter().filter(|place| place.number == number) {
            found = true;
            print(show(ready, place, &sources))?;
        }
    }
    if found {
        return Ok(Ended::Well);
    }
    let numbers = places.iter().flat_map(|(_, places)| places).map(|place| place.number.as_str());
    let hint = closest(number, numbers).map(|best| format!("; there is `{best}`")).unwrap_or_default();
    Err(format!("no document of `{}` has a paragraph `{number}`{hint}", path.display()))
}

fn show(ready: &Ready, place: &Place, sources: &Sources) -> String {
    let symbol = ready.document.properties.symbol.as_ref().map(|symbol| format!(" ({symbol})"));
    let mut shown = format!("{}{}, {}\n", ready.name, symbol.unwrap_or_default(), place.number);
    for record in whole(&place.records) {
        let Some(file) = sources.get(*record) else { continue };
        let line = file.text[..record.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let line = file.text[line..].lines().next().unwrap_or_default().trim();
        shown += &format!("  {}  {}\n", sources.position(*record), line.chars().take(80).collect::<String>());
    }
    shown
}

/// Of places that lie within others only the others: a text lies within its record.
fn whole(places: &BTreeSet<Span>) -> Vec<&Span> {
    let within = |inner: &Span, outer: &Span| {
        inner != outer && inner.file() == outer.file() && outer.start <= inner.start && inner.end <= outer.end
    };
    places.iter().filter(|inner| inner.end > inner.start && !places.iter().any(|outer| within(inner, outer))).collect()
}
