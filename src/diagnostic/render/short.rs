//! Messages on one line each, as compilers print them and editors read them.

use crate::diagnostic::{Diagnostic, visible};
use crate::source::Sources;

/// Returns one message as a line: `path:line:column: severity[name]: message; hint`.
pub fn render(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let place = diagnostic.primary.as_ref().map(|label| format!("{}: ", visible(&sources.position(label.span))));
    let hints: String = diagnostic.hints.iter().map(|hint| format!("; {hint}")).collect();
    let line =
        format!("{}{}[{}]: {}{hints}", place.unwrap_or_default(), diagnostic.severity, diagnostic.name, diagnostic.message);
    format!("{}\n", line.replace('\n', " "))
}
