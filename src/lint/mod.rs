//! Rules: what a dossier that is well formed may still have wrong.

mod known;
mod links;
mod registers;
mod rule;
mod rules;
mod similar;
mod walk;

pub use rule::{Findings, Rule};
pub use rules::RULES;

use crate::diagnostic::catalogue::{FOUND_OUTSIDE_RULES, UNKNOWN_RULE};
use crate::diagnostic::{Diagnostic, Diagnostics, Entry, Severity};
use crate::dossier::{Dossier, Loaded};
use crate::query::{Citations, Scope};
use crate::records::country::Countries;
use crate::records::registry::{Level, Registry};
use crate::text::symbol::SymbolReader;

/// Rules do not depend on what is cited where.
static NOTHING_CITED: Citations = Citations::new();

/// What rules look at.
pub struct Subject<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The countries.
    pub countries: &'a Countries,
    /// Finds and completes symbols.
    pub symbols: &'a SymbolReader,
}

impl<'a> Subject<'a> {
    /// All submissions with the records on which they may draw. The language does not matter to rules.
    fn scopes(&self) -> impl Iterator<Item = Scope<'a>> {
        let (dossier, countries) = (self.dossier, self.countries);
        let scope = |loaded: &'a Loaded| {
            Scope::new(&dossier.registry, &loaded.submission, "en", countries, &dossier.root, &NOTHING_CITED)
        };
        dossier.submissions.iter().map(scope)
    }
}

/// Runs all rules, at the levels that the dossier gives them.
pub fn check(subject: &Subject, report: &mut Diagnostics) {
    for rule in RULES {
        let mut findings = Findings::new(rule);
        (rule.check)(subject, &mut findings);
        report.extend(findings.into_diagnostics());
    }
    unknown_rules(subject, report);
}

/// Every message that the program can give, in the order of their names.
pub fn catalogue() -> Vec<&'static Entry> {
    let rules = RULES.iter().map(|rule| &rule.entry);
    let mut all: Vec<&Entry> = FOUND_OUTSIDE_RULES.iter().copied().chain(rules).collect();
    all.sort_by_key(|entry| entry.name);
    all
}

/// Sets each message to the level that the dossier gives it by name, where the catalogue allows that; `off` takes it away.
pub fn apply_levels(dossier: &Dossier, report: &mut Diagnostics) {
    let catalogue = catalogue();
    let is_adjustable = |name: &str| catalogue.iter().any(|entry| entry.name == name && entry.adjustable);
    report.retain_mut(|diagnostic| {
        match level_of(&dossier.registry, diagnostic.name).filter(|_| is_adjustable(diagnostic.name)) {
            Some(Level::Off) => return false,
            Some(Level::Warning) => diagnostic.severity = Severity::Warning,
            Some(Level::Error) => diagnostic.severity = Severity::Error,
            None => {}
        }
        true
    });
}

/// The level that a dossier gives to what has this name.
pub fn level_of(registry: &Registry, name: &str) -> Option<Level> {
    registry.check.as_ref()?.rules.get(name).map(|level| level.value)
}

/// Whether a rule found an error: then no document of the dossier is to be trusted.
pub fn forbids(report: &[Diagnostic]) -> bool {
    let of_a_rule = |diagnostic: &&Diagnostic| {
        diagnostic.name == UNKNOWN_RULE.name || RULES.iter().any(|rule| rule.entry.name == diagnostic.name)
    };
    report.iter().filter(of_a_rule).any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Names in `check: {rules: …}` that no message has, or one whose level can't be changed.
fn unknown_rules(subject: &Subject, report: &mut Diagnostics) {
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
