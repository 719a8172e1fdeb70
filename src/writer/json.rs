//! JSON: the resolved document for other programs, and for seeing what the other writers were given.

use super::{Job, Written, plain};
use crate::diagnostic::SourceResult;

/// Writes the resolved document as JSON, indented by two spaces, with a line end after the last line. There are no messages.
pub fn write(job: &Job) -> SourceResult<Written> {
    let mut json = serde_json::to_string_pretty(job.document).expect("texts and numbers are JSON");
    json.push('\n');
    Ok(plain(json.into_bytes()))
}
