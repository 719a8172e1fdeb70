//! Finds documents that a block leaves out because they have no topic.

use crate::authored::{Form, Generated, Selection};
use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use std::collections::HashSet;

/// The rule `left-out`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "left-out",
        Severity::Warning,
        "A generated block treats the documents topic by topic, and a document of its meetings has no topic.",
        "Such a block has no place for it, and leaves it out.",
        "Give the document a `topic`, or show it in a `register` that is not ordered by topic.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let mut reported = HashSet::new();
    for (generated, selection) in
        walk::selections(scope.submission).filter(|(generated, selection)| by_topic(*generated, selection))
    {
        let documents = scope.selected_documents(selection).into_iter();
        for document in documents.filter(|document| document.entry.topic.is_none() && reported.insert(document.entry.span)) {
            let message = format!("the block `{}` leaves this document out: it has no topic", generated.word());
            findings.add(document.entry.symbol.span, message).mark(scope.submission.common.title.span, "the submission");
        }
    }
}

/// Says whether a block shows documents under their topics alone, and its author did not choose the topics.
fn by_topic(generated: Generated, selection: &Selection) -> bool {
    let ordered = match generated {
        Generated::Agenda | Generated::Timeline => true,
        Generated::Register => selection.r#as == Some(Form::Headings),
        _ => false,
    };
    ordered && !selection.names_topics()
}
