//! Finds Action Lines that WSIS does not have.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject};
use crate::records::mapping::ACTION_LINES;

/// The rule `unknown-action-line`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-action-line",
        Severity::Error,
        "A mapping names an Action Line that WSIS does not have.",
        "What is mapped to it would stand in no row of a table of Action Lines.",
        "Write `C1` to `C11`; an application of line C7 is `C7 e-health`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let lines = Known::new("Action Line", ACTION_LINES);
    lines.expect(subject.dossier.registry.mapping.iter().flat_map(|(_, mapping)| mapping.action_lines.iter()), findings);
}
