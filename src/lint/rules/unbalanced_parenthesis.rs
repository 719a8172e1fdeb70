//! Finds references that YAML has cut in two at a comma.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;
use crate::source::Text;

/// The rule `unbalanced-parenthesis`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unbalanced-parenthesis",
        Severity::Warning,
        "A reference or a mandate has a parenthesis that is not closed, or closes one that was not opened.",
        "Within `[…]` a comma ends a text, so `[Resolution 140 (Rev. Dubai, 2018)]` is two texts, and would be printed as two.",
        "Quote the text: `[\"Resolution 140 (Rev. Dubai, 2018)\"]`, or write each reference on a line of its own.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    balanced(subject.dossier.registry.bodies.iter().flat_map(|(_, body)| body.mandate.iter()), findings);
}

fn check_submission(_: &Subject, scope: &Scope, findings: &mut Findings) {
    balanced(scope.submission.common.r#box.iter().flat_map(|summary| summary.references.iter()), findings);
}

/// Adds a finding for each text whose parentheses do not match.
fn balanced<'a>(texts: impl Iterator<Item = &'a Text>, findings: &mut Findings) {
    for text in texts.filter(|text| !is_balanced(text)) {
        let hint = format!("YAML cuts a text at a comma within `[…]`: quote the whole, beginning with `\"{}`", text.value);
        findings.add(text.span, format!("the parentheses of `{}` do not match", text.value)).hints.push(hint);
    }
}

fn is_balanced(text: &Text) -> bool {
    let mut open = 0;
    for c in text.value.chars() {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return false,
            ')' => open -= 1,
            _ => {}
        }
    }
    open == 0
}
