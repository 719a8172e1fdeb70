//! Finds liaison statements that go to nobody, and deadlines by which nobody has to answer.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;

/// The rule `missing-addressee`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-addressee",
        Severity::Error,
        "A liaison statement names nobody to whom it goes, or has a deadline although nobody is to act or to comment.",
        "The group that receives it looks first for what is asked of it, and by when.",
        "Name the other group in `for_action:`, `for_comment:` or `for_information:`.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let Some(liaison) = scope.submission.special.liaison() else { return };
    if liaison.addressees().iter().all(|(_, parties)| parties.is_empty()) {
        let finding = findings.add(scope.submission.kind_span, "this liaison statement goes to nobody");
        finding.advise("name the other group in `for_action:`, `for_comment:` or `for_information:`");
    } else if let Some(deadline) = liaison.deadline.filter(|_| liaison.for_action.is_empty() && liaison.for_comment.is_empty()) {
        findings
            .add(deadline.span, "nobody is to act or to comment by this day")
            .advise("name them in `for_action:` or `for_comment:`");
    }
}
