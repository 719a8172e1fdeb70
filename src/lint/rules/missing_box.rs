//! Finds documents to a session that lack the box on the first page, or a part of it.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;

/// The rule `missing-box`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-box",
        Severity::Warning,
        "A document with a symbol and a session has no box, or its box lacks the summary or the action required.",
        "Delegates read the box first: what the document says, and what the Council is asked to do. A corrigendum needs none.",
        "Give `box:` a `summary:` and an `action:`.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let common = &scope.submission.common;
    let (Some(symbol), Some(_), None) = (&common.symbol, &common.session, &common.corrigendum) else { return };
    if scope.submission.covered {
        return;
    }
    let Some(summary_box) = &common.r#box else {
        let finding = findings.add(symbol.span, "this document to a session has no box");
        finding.advise("`box: {summary: What the document says, action: What the Council is invited to do}`");
        return;
    };
    for (key, texts) in [("summary", &summary_box.summary), ("action", &summary_box.action)] {
        if texts.is_empty() {
            findings.add(summary_box.span, format!("the box has no `{key}`"));
        }
    }
}
