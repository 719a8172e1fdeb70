//! The command `rapporteur build`: makes documents and saves them.

use super::ExitStatus;
use super::options::{Folder, InputArguments, number};
use super::terminal::print;
use crate::diagnostic::visible;
use crate::writer::{WRITERS, Writer};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

/// Make the documents of a dossier.
///
/// Every submission is written as `<its file's name>.<language>.<format>`. A document with errors is not written; what an earlier build wrote of it stays.
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
    let sink = Folder::new(&arguments.output, arguments.quiet);
    let outcome = arguments.reading.workspace()?.build(arguments.reading.input()?, &request, &sink)?;
    let errors = arguments.reading.show(&outcome);
    for saved in outcome.saved.iter().filter(|_| !arguments.quiet) {
        let pages = saved.pages.map(|pages| format!(" ({})", number(pages, "page"))).unwrap_or_default();
        let path = arguments.output.join(&saved.name);
        print(&format!("{}{pages}\n", visible(&path.display().to_string())))?;
    }
    if outcome.saved.is_empty() && !errors {
        return Err(format!("`{}` has no submissions: nothing to build", arguments.reading.path.display()));
    }
    Ok(if errors { ExitStatus::WithErrors } else { ExitStatus::Well })
}

/// Returns the writer of this name; `text` is another name of `txt`.
fn writer(name: &str) -> &'static Writer {
    let name = if name == "text" { "txt" } else { name };
    WRITERS.iter().find(|writer| writer.name == name).expect("clap lets no other name through")
}
