//! Lint rules: they find what may be wrong in a dossier whose files are well formed.
//!
//! 1. [`check_records`] runs the rules that look at the records, once for a dossier.
//! 2. [`check_submission`] runs the rules that look at a submission, for each submission that is wanted.
//! 3. The caller sets each finding to the level that the dossier gives it ([`Levels`]).
//!
//! [`Rule`] and [`Subject`] are one idea: a rule is a function of a subject. Each rule is a file of `rules`; what several rules ask is in `english`, `known`,
//! `links`, `registers`, `similar` and `walk`.

mod english;
mod known;
mod level;
mod links;
mod parties;
mod registers;
mod rule;
mod rules;
mod similar;
mod subject;
mod walk;

pub use level::{Levels, drop_what_follows, name_what_is_not_on_record};
pub use rule::{Check, Findings, Rule};
pub use rules::RULES;
pub use similar::KeptPairs;
pub use subject::Subject;

use crate::diagnostic::catalogue::{FOUND_OUTSIDE_RULES, UNKNOWN_RULE};
use crate::diagnostic::{Diagnostic, Entry};
use crate::query::Scope;

/// Returns what the rules find in the records of a dossier, whichever submissions are wanted. An error among these concerns every document, because every
/// document is made from the records.
pub fn check_records(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = found(|rule, findings| {
        if let Check::Records(check) | Check::Both(check, _) = rule.check {
            check(subject, findings);
        }
    });
    unknown_rules(subject, &mut found);
    found
}

/// Returns what the rules find in the submission of `scope`. The result does not depend on the language and the citations of the scope.
pub fn check_submission(subject: &Subject, scope: &Scope) -> Vec<Diagnostic> {
    found(|rule, findings| {
        if let Check::Submission(check) | Check::Both(_, check) = rule.check {
            check(subject, scope, findings);
        }
    })
}

/// Runs all rules and returns their findings, in the order of the rules.
fn found(run: impl Fn(&'static Rule, &mut Findings)) -> Vec<Diagnostic> {
    let of = |rule: &&'static Rule| {
        let mut findings = Findings::new(rule);
        run(rule, &mut findings);
        findings.into_diagnostics()
    };
    RULES.iter().flat_map(of).collect()
}

/// Returns the entries of all messages that the program can give, sorted by name.
pub fn catalogue() -> Vec<&'static Entry> {
    let rules = RULES.iter().map(|rule| &rule.entry);
    let mut all: Vec<&Entry> = FOUND_OUTSIDE_RULES.iter().copied().chain(rules).collect();
    all.sort_by_key(|entry| entry.name);
    all
}

/// Reports the names in `check: {rules: …}` that are not the name of a message, or that name a message whose level can't be changed.
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
