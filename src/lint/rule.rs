//! What a rule is.

use super::Subject;
use crate::diagnostic::{Diagnostic, Entry};
use crate::query::Scope;
use crate::source::Span;

/// A rule: named for what is wrong, in a file of its own, with a fixture of the same name in `fixtures/lint/`.
pub struct Rule {
    /// Its name, the level of its findings unless the dossier says otherwise, and what `rapporteur explain NAME` says of it.
    pub entry: Entry,
    /// Looks for it.
    pub check: Check,
}

/// Where a rule looks.
#[derive(Clone, Copy)]
pub enum Check {
    /// In the records of the dossier, once.
    Records(fn(&Subject, &mut Findings)),
    /// In a submission, with the records on which it may draw.
    Submission(fn(&Subject, &Scope, &mut Findings)),
    /// In both.
    Both(fn(&Subject, &mut Findings), fn(&Subject, &Scope, &mut Findings)),
}

/// What a rule has found.
pub struct Findings {
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// Nothing yet.
    pub fn new(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// Adds a finding at `span`; labels and hints may be added to what is returned.
    pub fn add(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.found.push(Diagnostic::new(&self.rule.entry, span, message));
        self.found.last_mut().expect("just pushed")
    }

    /// All findings.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}
