//! Finds answers to questions that the call does not have.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `unknown-question`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-question",
        Severity::Error,
        "`answers:` of a contribution names a question that its call does not have.",
        "The answer would stand nowhere.",
        "Correct the id: the call gives each question its `id:`.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let Some(call) = scope.call() else { return };
    let questions = Known::new("question", call.questions.iter().map(|question| question.id.value.as_str()));
    questions.expect(walk::answers(scope.submission).map(|(id, _)| id), findings);
}
