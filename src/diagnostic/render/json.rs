//! Messages for programs: one JSON object on a line.

use crate::diagnostic::{Diagnostic, Label, visible_json};
use crate::source::Sources;
use serde_json::{Value, json};

/// Returns one message as a line of JSON: `{version, name, severity, message, place, also, hints}`.
///
/// A place has `path`, `line`, `column`, `end_line`, `end_column` (all counted from 1; columns in characters) and `label`.
pub fn render(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let value = json!({
        "version": 1,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "place": diagnostic.primary.as_ref().and_then(|label| place(label, sources)),
        "also": diagnostic.secondary.iter().filter_map(|label| place(label, sources)).collect::<Vec<_>>(),
        "hints": diagnostic.hints,
    });
    visible_json(&value.to_string()) + "\n"
}

fn place(label: &Label, sources: &Sources) -> Option<Value> {
    let file = sources.get(label.span)?;
    let (line, column) = file.line_column(label.span.start);
    let (end_line, end_column) = file.line_column(label.span.end);
    Some(json!({
        "path": file.path, "line": line, "column": column, "end_line": end_line, "end_column": end_column,
        "label": label.message,
    }))
}
