//! The command `rapporteur schema`: prints a JSON Schema.

use super::Ended;
use super::options::print;
use crate::dossier::schema;
use clap::Args;
use clap::builder::PossibleValuesParser;

/// Print the JSON Schema of a file that authors write.
///
/// The schema is made from the same types by which `check` reads the file. An editor completes and checks a file by the schema if the first line of
/// the file is
/// `# yaml-language-server: $schema=PATH`.
#[derive(Args)]
pub struct Arguments {
    /// What the file is: a kind of submission, `meeting`, or `dossier` for dossier.yaml and the files beside it
    #[arg(default_value = "dossier", value_parser = PossibleValuesParser::new(schema::NAMES.iter().copied()))]
    kind: String,
}

/// Prints the schema.
///
/// # Errors
/// A message if the standard output can't be written.
pub fn run(arguments: &Arguments) -> Result<Ended, String> {
    print(format!("{:#}\n", schema::of(&arguments.kind)))?;
    Ok(Ended::Well)
}
