//! `rapporteur check`

use super::Ended;
use super::options::{Reading, progress};
use crate::project::build;
use crate::writer::WRITERS;
use clap::Args;

/// Say what is wrong with a dossier, and write nothing.
///
/// Everything is done that `build` does, the layout of the pages included.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    reading: Reading,
}

/// Builds, and throws away what was made.
pub fn run(arguments: &Arguments) -> Result<Ended, String> {
    let pages = WRITERS.iter().filter(|writer| ["pdf", "docx"].contains(&writer.name));
    let request = arguments.reading.request(pages.collect())?;
    let outcome = build(arguments.reading.input()?, &request, &progress(false))?;
    Ok(if arguments.reading.show(&outcome) { Ended::WithErrors } else { Ended::Well })
}
