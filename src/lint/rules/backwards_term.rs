//! Finds terms of office that end before they begin.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};

/// The rule `backwards-term`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "backwards-term",
        Severity::Error,
        "A term of office ends before it begins.",
        "On no day would the person hold the office, and no report would name them.",
        "Correct `from:` or `until:`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for term in &subject.dossier.registry.terms {
        if let (Some(from), Some(until)) = (&term.from, &term.until)
            && until.value.0.last < from.value.0.first
        {
            findings.add(until.span, "this term ends before it begins").mark(from.span, "it begins here");
        }
    }
}
