//! Any text as a paragraph, a heading, a cell and a footnote.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur::dossier::Input;
use serde_json::json;
use std::path::Path;

fuzz_target!(|text: String| {
    let table = json!({ "columns": ["A"], "rows": [[text]] });
    let body = json!([{ "heading": text, "body": [text] }, { "table": table }, { "bullets": [text] }]);
    let submission = json!({ "kind": "note", "title": "T", "body": body, "footnotes": { "n": text } });
    rapporteur_fuzz::build(Input::Text(submission.to_string(), Path::new(".")), &["docx", "txt", "typ"]);
});
