//! Finds numbers of Goals that are not one of the seventeen.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::mapping::GOALS;
use crate::source::Spanned;

/// The rule `unknown-goal`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-goal",
        Severity::Error,
        "A mapping, a call, an activity or a generated block names a Sustainable Development Goal by a number that none has.",
        "The 2030 Agenda has seventeen Goals; what is said of another number would be found under none of them.",
        "Write the Goal's number, from 1 to 17; a target such as 9.c is named by its Goal.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let mapped = registry.mapping.iter().flat_map(|(_, mapping)| mapping.goals.iter());
    let reviewed = registry.calls.iter().flat_map(|(_, call)| call.goals.iter());
    let served = registry.activities.iter().flat_map(|(_, activity)| activity.goals.iter());
    known(mapped.chain(reviewed).chain(served), findings);
}

fn check_submission(_: &Subject, scope: &Scope, findings: &mut Findings) {
    known(walk::selections(scope.submission).flat_map(|(_, selection)| selection.goals.iter()), findings);
}

fn known<'a>(goals: impl Iterator<Item = &'a Spanned<u32>>, findings: &mut Findings) {
    for goal in goals.filter(|goal| !(1..=GOALS).contains(&goal.value)) {
        findings.add(goal.span, format!("there is no Goal {}", goal.value)).advise(format!("the Goals are 1 to {GOALS}"));
    }
}
