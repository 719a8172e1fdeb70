//! Finds ids of topics of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `unknown-topic`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-topic",
        Severity::Error,
        "A document, an agenda item, a recommendation, a mapping, an activity or a generated block names a topic that is not in `topics:`.",
        "Coverage treat the topics of the record in its order; what belongs to another topic would be in none of their clauses.",
        "Correct the id, or add the topic to `topics.yaml` at its place in the order.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let topics = Known::keys("topic", registry.topics.iter());
    topics.expect(walk::entries(registry).filter_map(|(_, entry)| entry.topic.as_ref()), findings);
    topics.expect(registry.meetings.iter().flat_map(|meeting| &meeting.items).map(|item| &item.topic), findings);
    topics.expect(registry.meetings.iter().flat_map(|meeting| &meeting.agenda).filter_map(|item| item.topic.as_ref()), findings);
    topics.expect(walk::recommendations(registry).into_iter().filter_map(|(_, made)| made.topic.as_ref()), findings);
    topics.expect(registry.mapping.iter().map(|(topic, _)| topic), findings);
    topics.expect(registry.activities.iter().flat_map(|(_, activity)| activity.topics.iter()), findings);
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let topics = Known::keys("topic", subject.dossier.registry.topics.iter());
    for (_, selection) in walk::selections(scope.submission) {
        topics.expect(selection.topic.iter().chain(selection.topics.iter()).chain(selection.except.iter()), findings);
    }
}
