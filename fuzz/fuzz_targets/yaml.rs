//! Any text as a submission: it is read, checked and, if it can be, written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur::dossier::Input;
use std::path::Path;

fuzz_target!(|text: String| rapporteur_fuzz::build(Input::Text(text, Path::new(".")), &["docx", "txt", "typ", "json"]));
