//! A Goal that is not one of the seventeen.

use crate::diagnostic::Severity;
use crate::lint::{Findings, Rule, Subject};
use crate::model::mapping::GOALS;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-goal",
    severity: Severity::Error,
    about: "\
A mapping names a Sustainable Development Goal by a number that none has.

Why: the 2030 Agenda has seventeen Goals; what is mapped to another number would be found under none of them.
Mend: write the Goal's number, from 1 to 17; a target such as 9.c is mapped by its Goal.",
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let mapped = subject.dossier.registry.mapping.iter().flat_map(|(_, mapping)| mapping.goals.iter());
    for goal in mapped.filter(|goal| !(1..=GOALS).contains(&goal.value)) {
        findings.add(goal.span, format!("there is no Goal {}", goal.value)).advise(format!("the Goals are 1 to {GOALS}"));
    }
}
