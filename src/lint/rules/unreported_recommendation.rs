//! Finds recommendations of the period that a report leaves out.

use crate::authored::{Generated, Selection};
use crate::diagnostic::{Entry, Severity};
use crate::kept::QuickSet;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `unreported-recommendation`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unreported-recommendation",
        Severity::Warning,
        "A report selects recommendations by topic, and none of its blocks selects those of this agenda item.",
        "The Council would never hear of them; a topic is easily forgotten when clauses name their topics one by one.",
        "Add the topic to a `recommendations:` block of the report.",
    ),
    check: Check::Submission(check),
};

fn check(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let all = walk::selections(scope.submission).filter(|(generated, _)| *generated == Generated::Recommendations);
    let selections: Vec<&Selection> = all.map(|(_, selection)| selection).collect();
    if scope.submission.kind.coverage.has_period() && !selections.is_empty() {
        let topics: QuickSet<&str> = subject.dossier.registry.topics.iter().map(|(id, _)| id.value.as_str()).collect();
        unreported(scope, &selections, &topics, findings);
    }
}

/// Adds a finding for each agenda item that is left out. Items with a topic of which there is no record are passed over: the rule `unknown-topic`
/// reports them.
fn unreported(scope: &Scope, selections: &[&Selection], topics: &QuickSet<&str>, findings: &mut Findings) {
    let reported = selections.iter().flat_map(|selection| scope.selected_recommendations(selection));
    let mut known: QuickSet<_> = reported.map(|made| made.topic.span).collect();
    for made in scope.recommendations().filter(|made| topics.contains(made.topic.value.as_str())) {
        if known.insert(made.topic.span) {
            let message = format!("the report leaves out the recommendations on `{}`", made.topic.value);
            findings.add(made.topic.span, message).mark(scope.submission.common.title.span, "the report");
        }
    }
}
