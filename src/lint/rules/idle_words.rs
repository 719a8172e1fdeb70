//! Finds blocks that are told which words of recommendations to print, and print each meeting's own.

use crate::authored::{Evidence, Form, Generated, Selection};
use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;

/// The rule `idle-words`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "idle-words",
        Severity::Warning,
        "A generated block has `words:`, and is none in which each recommendation stands once.",
        "The key has no effect: such a block prints no recommendation, or each in the words of the meeting that made it.",
        "Add `merged: true` or `as: table` to a block `recommendations`, or take `words:` away.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    for (generated, selection) in walk::selections(scope.submission) {
        if selection.words.is_some() && !prints_once(generated, selection) {
            findings.add(selection.span, format!("`words` has no effect on this block `{}`", generated.word()));
        }
    }
}

/// Says whether each recommendation stands once in a block.
fn prints_once(generated: Generated, selection: &Selection) -> bool {
    match (generated, selection.r#as) {
        (Generated::Recommendations, Some(Form::Table)) => true,
        (Generated::Recommendations, Some(Form::Chart)) => false,
        (Generated::Recommendations, _) => selection.merged == Some(true),
        (Generated::Evidence, _) => selection.evidence().contains(&Evidence::Recommendations),
        _ => false,
    }
}
