//! Any text as the symbol of a document, of a meeting's document, and in a text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur::dossier::Input;
use serde_json::json;
use std::path::Path;

fuzz_target!(|text: String| {
    let meeting = json!({ "number": 1, "dates": "2022-01-19", "documents": [{ "symbol": text, "title": "A" }] });
    let dossier = json!({ "bodies": { "a": { "name": "A", "acronym": "A" } }, "body": "a", "meetings": [meeting] });
    let submission =
        json!({ "kind": "note", "title": "T", "symbol": text, "body": [format!("See {text}.")], "dossier": dossier });
    rapporteur_fuzz::build(Input::Text(submission.to_string(), Path::new(".")), &["txt"]);
});
