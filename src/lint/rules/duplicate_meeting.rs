//! Finds meetings of one body that have the same number.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::source::Text;
use std::collections::HashMap;

/// The rule `duplicate-meeting`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "duplicate-meeting",
        Severity::Error,
        "Two meetings of the same body have the same number.",
        "Both would be reported and counted, and short symbols of the two could not be told apart.",
        "Correct the number; for a meeting of another body, say so with `of:`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let id = |body: &Text| body.value.clone();
    let mut seen = HashMap::new();
    for meeting in &registry.meetings {
        let body = meeting.of.as_ref().or(registry.body.as_ref()).map(id);
        let number = meeting.number;
        match seen.get(&(body.clone(), number.value)) {
            Some(first) => {
                findings.add(number.span, format!("there is another meeting {}", number.value)).mark(*first, "first here");
            }
            None => {
                seen.insert((body, number.value), number.span);
            }
        }
    }
}
