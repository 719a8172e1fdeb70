//! Finds Action Lines that WSIS does not have.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::mapping::{ACTION_LINES, GOALS};
use crate::source::Text;

/// The rule `unknown-action-line`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-action-line",
        Severity::Error,
        "A mapping, an activity, an objective or a generated block names an Action Line that WSIS does not have.",
        "What is mapped to it would stand in no row of a table of Action Lines.",
        "Write `C1` to `C11`; an application of line C7 is `C7 e-health`.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let (lines, registry) = (Known::new("Action Line", ACTION_LINES), &subject.dossier.registry);
    lines.expect(registry.mapping.iter().flat_map(|(_, mapping)| mapping.action_lines.iter()), findings);
    lines.expect(registry.activities.iter().flat_map(|(_, activity)| activity.action_lines.iter()), findings);
    // an objective is that of an Action Line or of a Goal
    let is_goal = |key: &&Text| key.value.parse().is_ok_and(|goal: u32| (1..=GOALS).contains(&goal));
    lines.expect(registry.objectives.iter().map(|(key, _)| key).filter(|key| !is_goal(key)), findings);
}

fn check_submission(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let lines = Known::new("Action Line", ACTION_LINES);
    lines.expect(walk::selections(scope.submission).flat_map(|(_, selection)| selection.action_lines.iter()), findings);
}
