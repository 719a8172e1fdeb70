//! Finds documents that have the same symbol.

use crate::diagnostic::{Entry, Severity};
use crate::kept::QuickMap;
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::Scope;
use crate::records::meeting::Meeting;
use std::collections::hash_map;

/// The rule `duplicate-symbol`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "duplicate-symbol",
        Severity::Error,
        "The register of a meeting has a symbol twice, or two submissions have the same symbol and are the same addendum, revision or corrigendum of it.",
        "A symbol names one document; the second one would be counted too, and whoever cites the symbol may mean either.",
        "Correct the number, or delete the entry that was made twice.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    for meeting in &subject.dossier.registry.meetings {
        register(subject, meeting, findings);
    }
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let Some((symbol, first)) = subject.first_with_symbol(scope.submission) else { return };
    if !std::ptr::eq(first, scope.submission) {
        let message = format!("another submission has the symbol `{}`", symbol.value);
        let finding = findings.add(symbol.span, message);
        if let Some(first) = &first.common.symbol {
            finding.mark(first.span, "first here");
        }
        finding.advise("a later version carries `revision: 1`, a supplement `addendum: 1`");
    }
}

fn register(subject: &Subject, meeting: &Meeting, findings: &mut Findings) {
    let mut seen = QuickMap::default();
    for entry in meeting.documents.iter().chain(&meeting.also) {
        let full = subject.symbols.complete(&entry.symbol.value, subject.dossier.registry.home(meeting));
        match seen.entry(full) {
            hash_map::Entry::Vacant(unseen) => {
                unseen.insert(entry.symbol.span);
            }
            hash_map::Entry::Occupied(first) => {
                let message = format!("the register has the document `{}` twice", entry.symbol.value);
                findings.add(entry.symbol.span, message).mark(*first.get(), "first here");
            }
        }
    }
}
