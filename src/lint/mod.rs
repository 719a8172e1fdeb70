//! Rules: what a dossier that is well formed may still have wrong.

mod known;
mod level;
mod links;
mod registers;
mod rule;
mod rules;
mod similar;
mod subject;
mod walk;

pub use level::Levels;
pub use rule::{Check, Findings, Rule};
pub use rules::RULES;
pub use subject::Subject;

use crate::diagnostic::{Diagnostic, Severity};
use crate::query::Scope;

/// What rules find in the records of a dossier, whichever submissions are wanted. An error speaks of what every document is made from.
pub fn check_records(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = found(|rule, findings| {
        if let Check::Records(check) | Check::Both(check, _) = rule.check {
            check(subject, findings);
        }
    });
    unknown_rules(subject, &mut found);
    found
}

/// What rules find in one submission, which `scope` is of. The language of the scope, and what is cited, do not matter.
pub fn check_submission(subject: &Subject, scope: &Scope) -> Vec<Diagnostic> {
    found(|rule, findings| {
        if let Check::Submission(check) | Check::Both(_, check) = rule.check {
            check(subject, scope, findings);
        }
    })
}

fn found(run: impl Fn(&'static Rule, &mut Findings)) -> Vec<Diagnostic> {
    let of = |rule: &&'static Rule| {
        let mut findings = Findings::new(rule);
        run(rule, &mut findings);
        findings.into_diagnostics()
    };
    RULES.iter().flat_map(of).collect()
}

/// What is found while a document is made, not by a rule of this room: name, severity and what `rapporteur explain` says of it.
pub const FOUND_IN_MAKING: [(&str, Severity, &str); 6] = [
    (
        "control-character",
        Severity::Warning,
        "\
A text holds a character that is no letter and no space, for instance one that turns the direction of writing.

Why: it can't be seen, and what is read differs from what was written.
Mend: delete it; the message names it.",
    ),
    (
        "link-scheme",
        Severity::Warning,
        "\
A link leads to something else than an `http`, `https` or `mailto` address.

Why: a reader's program would refuse it, or run something. The words are shown without a link.
Mend: write the whole address.",
    ),
    (
        "missing-style",
        Severity::Warning,
        "\
The Word file given by `reference:` has no style that the document needs.

Why: the paragraphs would look like plain text. The style is taken from the house style.
Mend: add the style to the Word file, under the name that the message gives.",
    ),
    (
        "not-rendered",
        Severity::Warning,
        "\
A format can't show something that the document has.

Why: who reads that format would miss it without knowing.
Mend: say it in another way, or leave that format out.",
    ),
    (
        "page-limit",
        Severity::Warning,
        "\
The PDF has more pages than `page_limit` allows.

Why: the Council and the United Nations return documents that are too long.
Mend: shorten it, move detail to a document of its own, or raise `page_limit`.",
    ),
    (
        "word-limit",
        Severity::Error,
        "\
An answer, or all answers together, have more words than the call allows. The sentence that crosses the limit is marked.

Why: who called cuts what is too long, or does not read it. Words are counted in the finished document, generated ones included.
Mend: shorten the answer; `rapporteur status` shows the words that are left.",
    ),
];

fn unknown_rules(subject: &Subject, report: &mut Vec<Diagnostic>) {
    let names = || RULES.iter().map(|rule| rule.name).chain(FOUND_IN_MAKING.map(|(name, ..)| name));
    for (name, _) in subject.dossier.registry.check.iter().flat_map(|check| check.rules.iter()) {
        if !names().any(|known| known == name.value) {
            let message = format!("there is no rule `{}`", name.value);
            report.push(Diagnostic::error("unknown-rule", name.span, message).did_you_mean(&name.value, names()));
        }
    }
}
