//! Finds terms of office, and activities, that end before they begin.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};

/// The rule `backwards-term`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "backwards-term",
        Severity::Error,
        "A term of office or an activity ends before it begins.",
        "On no day would the person hold the office, or the activity go on, and no report would name them.",
        "Correct `from:` or `until:`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let terms = registry.terms.iter().map(|term| ("term", term.from, term.until));
    let activities = registry.activities.iter().map(|(_, activity)| ("activity", activity.from, activity.until));
    for (what, from, until) in terms.chain(activities) {
        if let (Some(from), Some(until)) = (from, until)
            && until.value.0.last < from.value.0.first
        {
            findings.add(until.span, format!("this {what} ends before it begins")).mark(from.span, "it begins here");
        }
    }
}
