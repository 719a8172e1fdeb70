//! Makes a PDF and a Word file of a text, without a file on disk: `cargo run --example build_in_memory`.
#![allow(clippy::print_stdout, reason = "an example")]

use rapporteur::diagnostic::render::{Format, render};
use rapporteur::dossier::Input;
use rapporteur::project::{Memory, Request, Workspace};
use rapporteur::writer::WRITERS;
use std::path::Path;

const NOTE: &str = "\
kind: note
title: A note
body:
  - heading: First
    body: [One paragraph., Another one.]
";

fn main() -> Result<(), String> {
    let writers = WRITERS.iter().filter(|writer| ["pdf", "docx"].contains(&writer.name)).collect();
    let request = Request { writers, ..Request::default() };
    // a sink takes each file when it is done; this one keeps them
    let memory = Memory::default();
    let outcome = Workspace::default().build(Input::Text(NOTE.into(), Path::new(".")), &request, &memory)?;
    println!("{}", render(&outcome.diagnostics, &outcome.sources, Format::Human, false, false));
    for output in memory.into_outputs() {
        println!("{}: {} bytes", output.name, output.bytes.len());
    }
    Ok(())
}
