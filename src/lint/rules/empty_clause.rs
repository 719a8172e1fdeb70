//! Finds clauses, texts, lists and tables with nothing in them.

use crate::authored::{Block, Clause, List};
use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::source::Text;

/// The rule `empty-clause`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "empty-clause",
        Severity::Warning,
        "A heading with nothing below it, a text of spaces only, a list without items or a table without rows.",
        "It is printed as it is: a number without words, or a heading that promises what does not come.",
        "Write what is missing, or delete it.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    for block in walk::blocks(scope.submission) {
        inspect(block, findings);
    }
    let annexes = scope.submission.common.all_annexes();
    for annex in annexes.into_iter().filter(|annex| annex.body.is_empty() && annex.appendices.is_empty()) {
        findings
            .add(annex.heading.as_ref().map_or(annex.span, |heading| heading.span), "nothing follows the heading of this annex");
    }
}

fn inspect(block: &Block, findings: &mut Findings) {
    for text in walk::paragraphs(block).into_iter().filter(|text| text.value.trim().is_empty()) {
        findings.add(text.span, "this text is empty");
    }
    match block {
        Block::Clause(clause) => nothing_below(clause, findings),
        Block::List(List { items, span, .. }) if items.is_empty() => {
            findings.add(*span, "this list has no items");
        }
        Block::Table(table) if table.rows.is_empty() => {
            findings.add(table.span, "this table has no rows");
        }
        _ => {}
    }
}

fn nothing_below(clause: &Clause, findings: &mut Findings) {
    match (&clause.heading, &clause.text) {
        (Some(heading), None) if clause.intro.is_none() && clause.body.is_empty() && !is_blank(heading) => {
            findings.add(heading.span, "nothing follows this heading");
        }
        (None, None) => {
            findings.add(clause.span, "this clause has neither heading nor text");
        }
        _ => {}
    }
}

fn is_blank(text: &Text) -> bool {
    text.value.trim().is_empty()
}
