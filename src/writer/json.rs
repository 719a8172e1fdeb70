//! The resolved document as JSON: for programs, and for seeing what the other writers were given.

use super::{Job, Written, plain};
use crate::diagnostic::SourceResult;

/// Writes it, indented by two spaces, with a line end at the end.
pub fn write(job: &Job) -> SourceResult<Written> {
    let mut json = serde_json::to_string_pretty(job.document).expect("texts and numbers are JSON");
    json.push('\n');
    Ok(plain(json.into_bytes()))
}
