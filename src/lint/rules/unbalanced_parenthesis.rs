//! A reference that YAML has cut in two at a comma.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Findings, Rule, Subject};
use crate::source::Text;

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unbalanced-parenthesis",
        Severity::Warning,
        "A reference or a mandate has a parenthesis that is not closed, or closes one that was not opened.",
        "Within `[…]` a comma ends a text, so `[Resolution 140 (Rev. Dubai, 2018)]` is two texts, and would be printed as two.",
        "Quote the text: `[\"Resolution 140 (Rev. Dubai, 2018)\"]`, or write each reference on a line of its own.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let dossier = subject.dossier;
    let boxes = dossier.submissions.iter().filter_map(|loaded| loaded.submission.common.r#box.as_ref());
    let references = boxes.flat_map(|summary| summary.references.iter());
    let mandates = dossier.registry.bodies.iter().flat_map(|(_, body)| body.mandate.iter());
    for text in references.chain(mandates).filter(|text| !is_balanced(text)) {
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
