//! Checks a dossier with a text that is not saved yet, as an editor does with each change: `cargo run --example check_with_overlay`.
#![allow(clippy::print_stdout, reason = "an example")]

use rapporteur::diagnostic::render::{Format, render};
use rapporteur::dossier::Input;
use rapporteur::project::{Request, Workspace};
use std::path::Path;

fn main() -> Result<(), String> {
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dossiers/cwg-wsis-sdg");
    let note = dossier.join("submissions/new.yaml");
    // one workspace for the whole session: what did not change is not read again
    let mut workspace = Workspace::default();
    for body in ["See [](#nowhere).", "See the report."] {
        workspace.set_overlay(&note, format!("kind: note\ntitle: A note\nbody: \"{body}\"\n"));
        let outcome = workspace.check(Input::Path(&note), &Request::default())?;
        println!(
            "{} messages\n{}",
            outcome.diagnostics.len(),
            render(&outcome.diagnostics, &outcome.sources, Format::Short, false, true)
        );
    }
    println!("to be watched: {} files and folders", workspace.dependencies().len());
    Ok(())
}
