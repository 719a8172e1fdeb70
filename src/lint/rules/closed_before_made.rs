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
    let registry = &subject.dossier.registry;
    for (meeting, recommendation) in walk::recommendations(registry) {
        let Some(name) = &recommendation.closed_at else { continue };
        let home = registry.home(meeting);
        // a meeting that is not on record can be compared by its number
        let is_earlier = match subject.meetings().named_at(name, meeting).as_slice() {
            [] => name.body_or(home.body) == home.body && home.meeting.is_some_and(|number| name.number < number),
            found => found.iter().all(|closed| closed.order() < meeting.order()),
        };
        if is_earlier {
            let message = format!("closed at meeting {name}, but made at meeting {}", registry.name_of(meeting));
            findings.add(name.span, message).mark(meeting.number.span, "made here");
        }
    }
}
