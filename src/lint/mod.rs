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

use crate::diagnostic::{Diagnostic, Severity};
use crate::dossier::{Dossier, Loaded};
use crate::query::{Citations, Scope};
use crate::records::country::Countries;
use crate::records::registry::{Level, Registry};
use crate::text::symbol::SymbolReader;
use crate::yaml::Report;

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
pub fn check(subject: &Subject, report: &mut Report) {
    for rule in RULES {
        let mut findings = Findings::new(rule);
        (rule.check)(subject, &mut findings);
        // an edition has most of its texts in common with the document as it was first submitted
        for finding in findings.into_diagnostics() {
            if !report.contains(&finding) {
                report.push(finding);
            }
        }
    }
    unknown_rules(subject, report);
}

/// Sets each message to the level that the dossier gives it by name; `off` takes warnings away, and errors of rules, but not those without which
/// nothing could be built.
pub fn apply_levels(dossier: &Dossier, report: &mut Report) {
    report.retain_mut(|diagnostic| {
        let adjustable = diagnostic.severity == Severity::Warning || RULES.iter().any(|rule| rule.name == diagnostic.name);
        match level_of(&dossier.registry, diagnostic.name).filter(|_| adjustable) {
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
    let of_a_rule =
        |diagnostic: &&Diagnostic| diagnostic.name == "unknown-rule" || RULES.iter().any(|rule| rule.name == diagnostic.name);
    report.iter().filter(of_a_rule).any(|diagnostic| diagnostic.severity == Severity::Error)
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

fn unknown_rules(subject: &Subject, report: &mut Report) {
    let names = || RULES.iter().map(|rule| rule.name).chain(FOUND_IN_MAKING.map(|(name, ..)| name));
    for (name, _) in subject.dossier.registry.check.iter().flat_map(|check| check.rules.iter()) {
        if !names().any(|known| known == name.value) {
            let message = format!("there is no rule `{}`", name.value);
            report.push(Diagnostic::error("unknown-rule", name.span, message).did_you_mean(&name.value, names()));
        }
    }
}
