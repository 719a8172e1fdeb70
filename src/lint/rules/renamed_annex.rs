//! Finds annexes that are named by their number in a document whose annexes have other names where it is printed.

use crate::authored::Annex;
use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::source::Text;
use regex::Regex;
use std::sync::LazyLock;

/// The rule `renamed-annex`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "renamed-annex",
        Severity::Warning,
        "A document that is handed on behind a note names one of its annexes by a typed number: `Annex 3`.",
        "Behind the note the document is an annex itself, and its annexes are appendices: a reader who looks for Annex 3 finds none, or another one.",
        "Give the annex an `id`, and refer to it by `[](#id)`, which says in each edition how it is called there.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let submission = scope.submission;
    let carried = submission.common.annexes.get(submission.before).filter(|_| submission.covered);
    let Some(carried) = carried else { return };
    let count = carried.appendices.iter().filter(|appendix| appendix.label.is_none()).count();
    let texts = carried.with_appendices().into_iter().flat_map(walk::texts_of_annex);
    texts.for_each(|text| inspect(text, count, carried, findings));
}

/// Reports each place of a text that names one of the `count` annexes of the document.
fn inspect(text: &Text, count: usize, carried: &Annex, findings: &mut Findings) {
    // `Annex 2 to Resolution 140` is one of another document
    static NAMED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\bAnnex(?:es)? (\d{1,3})\b( (?:to|of) )?").expect("a fixed pattern"));
    for named in NAMED.captures_iter(&text.value).filter(|named| named.get(2).is_none()) {
        let number = named[1].parse().unwrap_or(0);
        let range = named.get(0).expect("the match").range();
        if (1..=count).contains(&number) {
            let message = format!("behind the note, `{}` of this document is an appendix", &named[0]);
            let finding = findings.add(text.span_of(range), message);
            finding
                .mark(carried.appendices[number - 1].span, "perhaps this one")
                .advise("refer to it by `[](#id)`, which says how it is called");
        }
    }
}
