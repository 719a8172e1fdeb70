//! Finds blocks of a contribution that are made for a Goal that is not under review.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `goal-not-under-review`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "goal-not-under-review",
        Severity::Warning,
        "A block of a contribution is made for a Goal that the call does not put under review.",
        "The forum reviews only some of the Goals each year; words on others count against the limits all the same.",
        "Correct the number, delete the block, or turn the rule off where the call invites other Goals too.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let Some((_, call)) = scope.answered().filter(|(_, call)| !call.goals.is_empty()) else { return };
    let reviewed: Vec<u32> = call.goals.iter().map(|goal| goal.value).collect();
    for goal in walk::selections(scope.submission).flat_map(|(_, selection)| selection.goals.iter()) {
        if !reviewed.contains(&goal.value) {
            let numbers: Vec<String> = reviewed.iter().map(u32::to_string).collect();
            let finding = findings.add(goal.span, format!("the call does not put Goal {} under review", goal.value));
            finding.advise(format!("Goals under review: {}", numbers.join(", ")));
        }
    }
}
