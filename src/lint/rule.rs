//! The types of a rule and of its findings.

use super::Subject;
use crate::diagnostic::{Diagnostic, Entry, GUESSES};
use crate::query::Scope;
use crate::source::Span;

/// A lint rule. It is named for what is wrong, and has a file of its own and a fixture of the same name in `fixtures/lint/`.
pub struct Rule {
    /// The name of the rule, the level of its findings unless the dossier gives another one, and the explanation that `rapporteur explain NAME` prints.
    pub entry: Entry,
    /// The function that looks for what is wrong.
    pub check: Check,
}

/// What a rule looks at, with the function that does so.
#[derive(Clone, Copy)]
pub enum Check {
    /// The records of the dossier: the function runs once.
    Records(fn(&Subject, &mut Findings)),
    /// A submission, with the records on which it may draw: the function runs once for each submission.
    Submission(fn(&Subject, &Scope, &mut Findings)),
    /// The records first, then each submission.
    Both(fn(&Subject, &mut Findings), fn(&Subject, &Scope, &mut Findings)),
}

/// The findings of one rule.
pub struct Findings {
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// Makes an empty list of findings for a rule.
    pub fn new(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// Adds a finding at `span`, and returns it so that labels and hints can be added.
    pub fn add(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.found.push(Diagnostic::new(&self.rule.entry, span, message));
        self.found.last_mut().expect("just pushed")
    }

    /// Says whether a guess at what was meant is worth its time: not where there are so many findings that they have another cause than slips of the pen.
    pub fn are_few(&self) -> bool {
        self.found.len() < GUESSES
    }

    /// Returns the findings as diagnostics, in the order in which they were added.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}
