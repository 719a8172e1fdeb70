//! A contribution, or the letter that goes with it, that is dated after the deadline.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Findings, Rule, Subject};

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "late-contribution",
        Severity::Error,
        "The date of a contribution, or of a letter that goes with it, is after the deadline of the call.",
        "What comes after the deadline is not considered.",
        "Correct the date, or the call's `deadline:` if it was put off.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for scope in subject.scopes() {
        let (Some(date), Some(deadline)) = (scope.submission.common.date, scope.call().and_then(|call| call.deadline)) else {
            continue;
        };
        if date.value > deadline.value {
            let message = format!("{} is after the deadline, {}", date.value, deadline.value);
            findings.add(date.span, message).mark(deadline.span, "the deadline of the call");
        }
    }
}
