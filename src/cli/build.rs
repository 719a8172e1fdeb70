//! The command `rapporteur build`: makes documents and saves them.

use super::ExitStatus;
use super::options::{Folder, InputArguments, number};
use super::terminal::print;
use crate::diagnostic::{Diagnostic, catalogue, visible};
use crate::writer::{WRITERS, Writer};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

/// Make the documents of a dossier.
///
/// Every submission is written as `<its file's name>.<language>.<format>`. A document with errors is not written; what an earlier build wrote of it stays.
/// A file that was changed since it was made, or that was made from another dossier, is not replaced.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    reading: InputArguments,

    /// The folder for the documents
    #[arg(long, short, value_name = "DIR", default_value = "output")]
    output: PathBuf,

    /// Formats, separated by commas: pdf, docx, typ (Typst source), txt (plain text), json (the resolved document)
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "pdf,docx", value_parser = PossibleValuesParser::new(WRITERS.iter().map(|writer| writer.name).chain(["text"])))]
    to: Vec<String>,

    /// Replace any file in the folder, also one that was changed since it was made, or made from another dossier
    #[arg(long)]
    force: bool,

    /// Print nothing but messages
    #[arg(long, short)]
    quiet: bool,
}

/// Makes the documents, saves them, and prints their paths.
///
/// # Errors
/// A message if there is nothing to read or to build, or if a file can't be saved.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    let request = arguments.reading.request(arguments.to.iter().map(|name| writer(name)).collect());
    let sink = Folder::new(&arguments.output, arguments.force, arguments.quiet);
    let outcome = arguments.reading.workspace()?.build(arguments.reading.input()?, &request, &sink)?;
    // where messages can't be shown, what was saved is said nevertheless
    let errors = arguments.reading.show(&outcome);
    for saved in outcome.saved.iter().filter(|_| !arguments.quiet) {
        let pages = saved.pages.map(|pages| format!(" ({})", number(pages, "page"))).unwrap_or_default();
        let path = arguments.output.join(&saved.name);
        print(&format!("{}{pages}\n", visible(&path.display().to_string())))?;
    }
    let errors = errors?;
    if outcome.saved.is_empty() && !errors {
        return Err(format!("`{}` has no submissions: nothing to build", arguments.reading.path.display()));
    }
    let is_unsaved = |diagnostic: &Diagnostic| diagnostic.name == catalogue::UNSAVED_DOCUMENT.name;
    match outcome.diagnostics.iter().filter(|diagnostic| is_unsaved(diagnostic)).count() {
        0 => Ok(if errors { ExitStatus::WithErrors } else { ExitStatus::Well }),
        unsaved => Err(format!("{} could not be saved", number(unsaved, "document"))),
    }
}

/// Returns the writer of this name; `text` is another name of `txt`.
fn writer(name: &str) -> &'static Writer {
    let name = if name == "text" { "txt" } else { name };
    WRITERS.iter().find(|writer| writer.name == name).expect("clap lets no other name through")
}
