//! Finds contributions, and letters that go with them, that are dated after the deadline of the call.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;

/// The rule `late-contribution`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "late-contribution",
        Severity::Error,
        "The date of a contribution, or of a letter that goes with it, is after the deadline of the call.",
        "What comes after the deadline is not considered.",
        "Correct the date, or the call's `deadline:` if it was put off.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let (Some(date), Some(deadline)) = (scope.submission.common.date, scope.call().and_then(|call| call.deadline)) else {
        return;
    };
    if date.value > deadline.value {
        let message = format!("{} is after the deadline, {}", date.value, deadline.value);
        findings.add(date.span, message).mark(deadline.span, "the deadline of the call");
    }
}
