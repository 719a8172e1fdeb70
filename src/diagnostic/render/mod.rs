//! Messages as text: for people, for a terminal's one line each, for programs.

mod human;
mod json;
mod short;

use super::Diagnostic;
use crate::source::Sources;

/// How messages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// With the author's line and hints below it.
    #[default]
    Human,
    /// `path:line:column: severity[name]: message`, a line each.
    Short,
    /// A JSON object a line; the fields are those of `json.rs`, version 1.
    Json,
}

/// All messages in the order of their places.
///
/// `colour` has an effect on the human format only.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, format: Format, colour: bool) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| diagnostic.primary.as_ref().map(|label| label.span));
    sorted.dedup();
    match format {
        Format::Human => sorted.iter().map(|diagnostic| human::render(diagnostic, sources, colour)).collect(),
        Format::Short => sorted.iter().map(|diagnostic| short::render(diagnostic, sources)).collect(),
        Format::Json => sorted.iter().map(|diagnostic| json::render(diagnostic, sources)).collect(),
    }
}
