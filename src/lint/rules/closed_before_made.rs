//! Finds recommendations that were closed before they were made.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};

/// The rule `closed-before-made`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "closed-before-made",
        Severity::Error,
        "`closed_at` of a recommendation is an earlier meeting than the one that made it.",
        "The follow-up of recommendations would show it as done before anybody had asked for it.",
        "Correct `closed_at`, or move the recommendation to the meeting that made it.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for (meeting, recommendation) in walk::recommendations(&subject.dossier.registry) {
        let made = meeting.number;
        if let Some(closed) = recommendation.closed_at.filter(|closed| closed.value < made.value) {
            let message = format!("closed at meeting {}, but made at meeting {}", closed.value, made.value);
            findings.add(closed.span, message).mark(made.span, "made here");
        }
    }
}
