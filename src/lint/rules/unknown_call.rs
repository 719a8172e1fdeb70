//! Finds contributions and letters that name a call of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;

/// The rule `unknown-call`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-call",
        Severity::Error,
        "`call:` of a contribution or of a letter names a call that is not on record.",
        "The questions, their limits and the deadline are those of the call; without it nothing can be answered or checked.",
        "Correct the id, or record the call in `calls/<id>.yaml`.",
    ),
    check: Check::Submission(check),
};

fn check(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    Known::keys("call", subject.dossier.registry.calls.iter()).expect(scope.submission.special.call(), findings);
}
