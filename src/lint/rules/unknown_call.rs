//! A contribution or a letter that names a call of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Findings, Rule, Subject};

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-call",
        Severity::Error,
        "`call:` of a contribution or of a letter names a call that is not on record.",
        "The questions, their limits and the deadline are those of the call; without it nothing can be answered or checked.",
        "Correct the id, or record the call in `calls/<id>.yaml`.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let calls = Known::keys("call", subject.dossier.registry.calls.iter());
    calls.expect(subject.dossier.submissions.iter().filter_map(|loaded| loaded.submission.special.call()), findings);
}
