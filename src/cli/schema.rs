//! `rapporteur schema`

use super::Ended;
use super::options::print;
use crate::dossier::schema;
use crate::resolved;
use clap::Args;
use clap::builder::PossibleValuesParser;

/// The name of the schema of what `--to json` writes.
const RESOLVED: &str = "resolved";

/// Print the JSON Schema of a file that authors write, or of what `--to json` writes.
///
/// That of a file that authors write is the one that `check` holds the file to. Editors complete and check by it, when the file's first line is
/// `# yaml-language-server: $schema=PATH`.
#[derive(Args)]
pub struct Arguments {
    /// What the file is: a kind of submission, `meeting`, `dossier` for dossier.yaml and the files beside it, `resolved` for what `--to json` writes
    #[arg(default_value = "dossier", value_parser = PossibleValuesParser::new(schema::names().chain([RESOLVED])))]
    kind: String,
}

/// Prints it.
pub fn run(arguments: &Arguments) -> Result<Ended, String> {
    let schema = if arguments.kind == RESOLVED { resolved::schema() } else { schema::of(&arguments.kind) };
    print(format!("{schema:#}\n"))?;
    Ok(Ended::Well)
}
