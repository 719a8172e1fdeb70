//! The command `rapporteur new`: begins a dossier.

use super::ExitStatus;
use super::terminal::print;
use crate::assets::Assets;
use crate::authored::KINDS;
use crate::disk::save;
use crate::dossier::schema;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::{Path, PathBuf};

/// Begin a dossier that builds at once.
///
/// The files say in comments what goes where, and carry the line by which an editor completes and checks them.
#[derive(Args)]
pub struct Arguments {
    /// What is to be produced: the kinds of submission
    #[arg(value_parser = PossibleValuesParser::new(KINDS.iter().map(|kind| kind.name)))]
    kind: String,

    /// The folder for it, which must be new or empty
    folder: PathBuf,
}

/// Writes the files with which a dossier of this kind begins, and the schemas, into the new folder.
///
/// # Errors
/// A message if the folder is not empty, or if a file can't be written.
pub fn run(arguments: &Arguments) -> Result<ExitStatus, String> {
    let folder = &arguments.folder;
    let occupied = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied || folder.is_file() {
        return Err(format!("`{}` is not empty; name a new folder", folder.display()));
    }
    let assets = Assets::default();
    let kind = KINDS.iter().find(|kind| kind.name == arguments.kind).expect("clap lets no other name through");
    for begins_with in kind.begins_with {
        for path in assets.tree(&format!("new/{begins_with}")) {
            let bytes = assets.bytes(&format!("new/{begins_with}/{path}")).unwrap_or_default();
            write(folder, &path, bytes.into_owned())?;
        }
    }
    for name in schema::names() {
        write(folder, &format!("schemas/{name}.json"), format!("{:#}\n", schema::of(name)).into_bytes())?;
    }
    print(&format!("`{0}` is begun; `rapporteur build {0}` makes its documents\n", folder.display()))?;
    Ok(ExitStatus::Well)
}

/// Writes a file at `path` below `folder`.
fn write(folder: &Path, path: &str, bytes: Vec<u8>) -> Result<(), String> {
    save(&folder.join(path), &bytes)
}
