//! Finds recommendations that were due before the meeting that made them.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};

/// The rule `due-before-made`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "due-before-made",
        Severity::Error,
        "`due` of a recommendation is a day before the meeting that made it.",
        "Nobody can be asked to have done something already: the action would be overdue from the beginning.",
        "Correct the year, the month or the day.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for (meeting, recommendation) in walk::recommendations(&subject.dossier.registry) {
        let first = meeting.dates.value.first;
        if let Some(due) = recommendation.due.filter(|due| due.value < first) {
            let message = format!("this is due on {}, the meeting began on {first}", due.value);
            findings.add(due.span, message).mark(meeting.dates.span, "the meeting");
        }
    }
}
