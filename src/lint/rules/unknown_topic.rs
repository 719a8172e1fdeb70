//! A document, an agenda item, a recommendation, a mapping or a generated block with a topic of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Findings, Rule, Subject, walk};

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-topic",
        Severity::Error,
        "A document, an agenda item, a recommendation, a mapping or a generated block names a topic that is not in `topics:`.",
        "Reports treat the topics of the record in its order; what belongs to another topic would be in none of their clauses.",
        "Correct the id, or add the topic to `topics.yaml` at its place in the order.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let topics = Known::keys("topic", registry.topics.iter());
    topics.expect(walk::entries(registry).filter_map(|(_, entry)| entry.topic.as_ref()), findings);
    topics.expect(registry.meetings.iter().flat_map(|meeting| &meeting.items).map(|item| &item.topic), findings);
    topics.expect(walk::recommendations(registry).into_iter().filter_map(|(_, made)| made.topic.as_ref()), findings);
    topics.expect(registry.mapping.iter().map(|(topic, _)| topic), findings);
    for loaded in &subject.dossier.submissions {
        for (_, selection) in walk::selections(&loaded.submission) {
            let named = selection.topic.iter().chain(selection.topics.iter()).chain(selection.except.iter());
            topics.expect(named, findings);
        }
    }
}
