//! Finds texts that begin with spaces, which no document shows.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::source::Text;

/// The rule `leading-space`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "leading-space",
        Severity::Warning,
        "A quoted text, of a cell for instance, begins with spaces.",
        "No document shows them: what was to be indented stands where everything else does.",
        "Delete the spaces. What belongs below something else is a row with `indent:`, a list in `body:` of the cell, or a column of its own.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    inspect(walk::record_texts(&subject.dossier.registry), findings);
}

fn check_submission(_: &Subject, scope: &Scope, findings: &mut Findings) {
    inspect(walk::texts(scope.submission), findings);
}

fn inspect(texts: Vec<&Text>, findings: &mut Findings) {
    for text in texts {
        let spaces = text.value.len() - text.value.trim_start_matches([' ', '\t']).len();
        // of a text of spaces alone the rule `empty-clause` speaks
        if spaces > 0 && spaces < text.value.trim_end().len() {
            findings.add(text.span_of(0..spaces), "the spaces at the beginning of this text are not shown");
        }
    }
}
