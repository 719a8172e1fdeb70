//! Finds recommendations that a meeting closed and that are open all the same.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::records::recommendation::Status;

/// The rule `missing-status`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-status",
        Severity::Warning,
        "A recommendation has a `closed_at`, and its `status` is neither `done` nor `superseded`.",
        "The meeting that closed it would be printed nowhere, and the recommendation would be counted as open.",
        "Add `status: done` or `status: superseded`, or take `closed_at` away.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for (_, recommendation) in walk::recommendations(&subject.dossier.registry) {
        if let Some(closed) = recommendation.closed_at
            && recommendation.status.is_none_or(|status| status == Status::Open)
        {
            let message = format!("closed at meeting {}, but neither done nor superseded", closed.value);
            findings.add(closed.span, message).advise("`status: done`, or `status: superseded`");
        }
    }
}
