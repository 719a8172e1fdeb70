//! Finds ids of recommendations of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};

/// The rule `unknown-recommendation`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-recommendation",
        Severity::Error,
        "`repeats`, `supersedes` or `distinct_from` of a recommendation names one that is not on record.",
        "What was made again would be reported as new, and what was replaced would be reported as open.",
        "Correct the id, or give the earlier recommendation that `id:`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let all = walk::recommendations(&subject.dossier.registry);
    let known = Known::new("recommendation", all.iter().filter_map(|(_, made)| made.id.as_ref()).map(|id| id.value.as_str()));
    for (_, made) in &all {
        known.expect(made.repeats.iter().chain(made.supersedes.iter()).chain(made.distinct_from.iter()), findings);
    }
}
