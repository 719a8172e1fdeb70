//! Finds meetings of one body that have the same number.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
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
    let mut seen = HashMap::new();
    for meeting in &registry.meetings {
        let number = meeting.number.span;
        let mut taken = registry.hosts(meeting).filter_map(|host| Some((host, seen.insert(host, number)?)));
        if let Some(((body, value), first)) = taken.next() {
            let of = if body == registry.own_id() { String::new() } else { format!("{body}:") };
            findings.add(number, format!("there is another meeting {of}{value}")).mark(first, "first here");
        }
    }
}
