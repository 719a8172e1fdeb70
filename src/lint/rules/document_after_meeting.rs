//! Finds documents that are dated later than the meeting that considered them.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};

/// The rule `document-after-meeting`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "document-after-meeting",
        Severity::Warning,
        "A document of a register is dated later than the last day of the meeting.",
        "A meeting can't have considered what was not written yet; one of the two dates, or the register, is wrong.",
        "Correct the date, or move the entry to the register of the meeting that considered it.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for (meeting, entry) in walk::entries(&subject.dossier.registry) {
        let last = meeting.dates.value.last;
        if let Some(date) = entry.date.filter(|date| date.value > last) {
            let message = format!("the document is dated {}, the meeting ended on {last}", date.value);
            findings.add(date.span, message).mark(meeting.dates.span, "the meeting");
        }
    }
}
