//! Finds questions that have to be answered and are not.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;

/// The rule `unanswered-question`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unanswered-question",
        Severity::Warning,
        "A contribution does not answer a question that its call wants answered.",
        "Under the heading stands only that there is no answer yet. That is well in a draft, and so it is a warning; a contribution that is ready to go out should be checked with `check: {rules: {unanswered-question: error}}`.",
        "Write the answer below the question's id in `answers:`; a question that may be left out has `obligatory: false` in the call.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let Some((contribution, call)) = scope.answered() else { return };
    for question in call.questions.iter().filter(|question| question.is_obligatory()) {
        let id = &question.id.value;
        if contribution.answer(id).is_some() {
            continue;
        }
        // the finding is put at the key of the empty answer, or else where the contribution names the call
        let key = contribution.answers.entry(id).map(|(key, _)| key);
        let span = key.map_or(contribution.call.span, |key| key.span);
        let finding = findings.add(span, format!("the question `{id}` is not answered"));
        finding.mark(question.heading.span, "it has to be answered");
    }
}
