//! An answer to a question that the call does not have.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Findings, Rule, Subject, walk};

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-question",
        Severity::Error,
        "`answers:` of a contribution names a question that its call does not have.",
        "The answer would stand nowhere.",
        "Correct the id: the call gives each question its `id:`.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for scope in subject.scopes() {
        let Some(call) = scope.call() else { continue };
        let questions = Known::new("question", call.questions.iter().map(|question| question.id.value.as_str()));
        questions.expect(walk::answers(scope.submission).map(|(id, _)| id), findings);
    }
}
