//! The command `rapporteur check`: reports what is wrong with a dossier.

use super::ExitStatus;
use super::options::InputArguments;
use crate::writer::WRITERS;
use clap::Args;

/// Say what is wrong with a dossier, and write nothing.
///
/// Gives the same messages as `build`. Pages are laid out only where a limit of pages, a picture, or templates and fonts of your own make it necessary.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    reading: InputArguments,
}

/// Checks the dossier and shows all messages.
///
/// # Errors
/// A message if there is nothing to read.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    let pages = WRITERS.iter().filter(|writer| ["pdf", "docx"].contains(&writer.name));
    let request = arguments.reading.request(pages.collect());
    let outcome = arguments.reading.workspace()?.check(arguments.reading.input()?, &request)?;
    Ok(if arguments.reading.show(&outcome)? { ExitStatus::WithErrors } else { ExitStatus::Well })
}
