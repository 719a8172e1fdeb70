//! A document to a session without the box on its first page.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Findings, Rule, Subject};

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-box",
        Severity::Warning,
        "A document with a symbol and a session has no box, or its box lacks the summary or the action required.",
        "Delegates read the box first: what the document says, and what the Council is asked to do. A corrigendum needs none.",
        "Give `box:` a `summary:` and an `action:`.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for loaded in &subject.dossier.submissions {
        let common = &loaded.submission.common;
        let (Some(symbol), Some(_), None) = (&common.symbol, &common.session, &common.corrigendum) else { continue };
        if loaded.submission.covered {
            continue;
        }
        let Some(summary_box) = &common.r#box else {
            let finding = findings.add(symbol.span, "this document to a session has no box");
            finding.advise("`box: {summary: What the document says, action: What the Council is invited to do}`");
            continue;
        };
        for (key, texts) in [("summary", &summary_box.summary), ("action", &summary_box.action)] {
            if texts.is_empty() {
                findings.add(summary_box.span, format!("the box has no `{key}`"));
            }
        }
    }
}
