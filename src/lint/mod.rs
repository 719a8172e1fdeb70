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

use crate::diagnostic::catalogue::{FOUND_OUTSIDE_RULES, UNKNOWN_RULE};
use crate::diagnostic::{Diagnostic, Entry};
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

/// Every message that the program can give, in the order of their names.
pub fn catalogue() -> Vec<&'static Entry> {
    let rules = RULES.iter().map(|rule| &rule.entry);
    let mut all: Vec<&Entry> = FOUND_OUTSIDE_RULES.iter().copied().chain(rules).collect();
    all.sort_by_key(|entry| entry.name);
    all
}

/// Names in `check: {rules: …}` that no message has, or one whose level can't be changed.
fn unknown_rules(subject: &Subject, report: &mut Vec<Diagnostic>) {
    let catalogue = catalogue();
    let adjustable = || catalogue.iter().filter(|entry| entry.adjustable).map(|entry| entry.name);
    for (name, _) in subject.dossier.registry.check.iter().flat_map(|check| check.rules.iter()) {
        if adjustable().any(|known| known == name.value) {
            continue;
        }
        let message = match catalogue.iter().any(|entry| entry.name == name.value) {
            true => format!("the level of `{}` can't be changed: without it nothing could be made", name.value),
            false => format!("there is no rule `{}`", name.value),
        };
        report.push(Diagnostic::new(UNKNOWN_RULE, name.span, message).did_you_mean(&name.value, adjustable()));
    }
}
