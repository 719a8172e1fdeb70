//! The command `rapporteur schema`: prints a JSON Schema.

use super::ExitStatus;
use super::terminal::print;
use crate::dossier::schema;
use crate::resolved;
use clap::Args;
use clap::builder::PossibleValuesParser;

/// The name of the schema of what `--to json` writes.
const RESOLVED: &str = "resolved";

/// Print the JSON Schema of a file that authors write, or of what `--to json` writes.
///
/// The schema of a file that authors write is made from the same types by which `check` reads the file. An editor completes and checks a file by the
/// schema if the first line of the file is
/// `# yaml-language-server: $schema=PATH`.
#[derive(Args)]
pub struct Arguments {
    /// What the file is: a kind of submission, `meeting`, `dossier` for dossier.yaml and the files beside it, `resolved` for what `--to json` writes
    #[arg(default_value = "dossier", value_parser = PossibleValuesParser::new(schema::names().chain([RESOLVED])))]
    kind: String,
}

/// Prints the schema.
///
/// # Errors
/// A message if the standard output can't be written.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    let schema = if arguments.kind == RESOLVED { resolved::schema() } else { schema::of(&arguments.kind) };
    print(&format!("{schema:#}\n"))?;
    Ok(ExitStatus::Well)
}
