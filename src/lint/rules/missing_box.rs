//! Finds reports to a session that lack the box on the first page, and boxes that lack a part.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;

/// The rule `missing-box`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-box",
        Severity::Warning,
        "A report with a symbol and a session has no box, or a box lacks the summary or the action required.",
        "Delegates read the box first: what the document says, and what the Council is asked to do. Notes, letters and corrigenda need none, and in the house style of a conference no document does.",
        "Give `box:` a `summary:` and an `action:`.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let common = &scope.submission.common;
    // a note in front of a report, and a corrigendum, need no box
    let (Some(symbol), Some(_), None, false) = (&common.symbol, &common.session, &common.corrigendum, scope.submission.covered)
    else {
        return;
    };
    let Some(summary_box) = &common.r#box else {
        if scope.submission.kind.boxed && scope.boxed {
            let finding = findings.add(symbol.span, "this report to a session has no box");
            finding.advise("`box: {summary: What the document says, action: What the Council is invited to do}`");
        }
        return;
    };
    for (key, texts) in [("summary", &summary_box.summary), ("action", &summary_box.action)] {
        if texts.is_empty() {
            findings.add(summary_box.span, format!("the box has no `{key}`"));
        }
    }
}
