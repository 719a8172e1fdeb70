//! JSON: the resolved document for other programs, and for seeing what the other writers were given.

use super::{Job, Layout, Written, pages, plain};
use crate::diagnostic::SourceResult;

/// Writes the resolved document as JSON, indented by two spaces, with a line end after the last line.
///
/// # Errors
/// Messages that say why there can be no pages, if references need their numbers.
pub fn write(job: &Job) -> SourceResult<Written> {
    let layout = if pages::are_shown(job.document) { job.layout()? } else { Layout::default() };
    let document = pages::filled_in(job.document, &layout);
    let mut json = serde_json::to_string_pretty(document.as_ref()).expect("texts and numbers are JSON");
    json.push('\n');
    Ok(plain(json.into_bytes()))
}
