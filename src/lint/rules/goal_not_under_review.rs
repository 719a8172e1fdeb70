//! A contribution that shows evidence for a Goal that is not under review.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Findings, Rule, Subject, walk};

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "goal-not-under-review",
        Severity::Warning,
        "A block of a contribution is made for a Goal that the call does not put under review.",
        "The forum reviews only some of the Goals each year; words on others count against the limits all the same.",
        "Correct the number, delete the block, or turn the rule off where the call invites other Goals too.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for scope in subject.scopes().filter(|scope| scope.submission.special.contribution().is_some()) {
        let Some(call) = scope.call().filter(|call| !call.goals.is_empty()) else { continue };
        let reviewed: Vec<u32> = call.goals.iter().map(|goal| goal.value).collect();
        for goal in walk::selections(scope.submission).flat_map(|(_, selection)| selection.goals.iter()) {
            if !reviewed.contains(&goal.value) {
                let numbers: Vec<String> = reviewed.iter().map(u32::to_string).collect();
                let finding = findings.add(goal.span, format!("the call does not put Goal {} under review", goal.value));
                finding.advise(format!("Goals under review: {}", numbers.join(", ")));
            }
        }
    }
}
