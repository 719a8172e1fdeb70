//! Finds ids of sessions of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `unknown-session`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-session",
        Severity::Error,
        "A submission or one of its generated blocks names a session, in `session`, `period` or `since`, that is not in `sessions:`.",
        "The masthead, and which meetings are reported, follow from the dates of the session.",
        "Correct the id, or add the session to `sessions.yaml` with its dates.",
    ),
    check: Check::Submission(check),
};

fn check(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let sessions = Known::keys("session", subject.dossier.registry.sessions.iter());
    sessions.expect(&scope.submission.common.session, findings);
    let periods = walk::periods(scope.submission);
    sessions.expect(periods.flat_map(|period| period.after.iter().chain(&period.until)), findings);
    sessions.expect(walk::selections(scope.submission).filter_map(|(_, selection)| selection.since.as_ref()), findings);
}
