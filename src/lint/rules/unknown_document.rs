//! Finds documents of the group that are cited, but are in no register.

use crate::diagnostic::{Diagnostic, Entry, Severity};
use crate::lint::registers::{SymbolIndex, is_short, names_meeting};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::series::Home;
use crate::source::Text;

/// The rule `unknown-document`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-document",
        Severity::Error,
        "A recommendation, a clause or a generated block cites a document of the group that is in no register. Full symbols of others are accepted.",
        "A wrong number sends readers to the wrong document, and a generated list leaves the document out.",
        "Correct the number, or add the document to `documents:` of its meeting.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    for (symbol, home) in walk::citations_of_records(&subject.dossier.registry) {
        in_list(subject, symbol, home, findings);
    }
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let home = Home { body: scope.body_id(), meeting: None };
    walk::citations(scope.submission).for_each(|symbol| in_list(subject, symbol, home, findings));
}

fn in_list(subject: &Subject, symbol: &Text, home: Home, findings: &mut Findings) {
    let (written, registers) = (&symbol.value, subject.registers());
    let is_unsure = |(_, number)| subject.meetings().is_of_unknown_body(number);
    if !registers.lacks(written, home) || registers.meeting(&registers.full(written, home)).is_some_and(is_unsure) {
        return;
    }
    // the number of the meeting at home is not that in the series of another body
    if (home.meeting.is_none() || written.contains(':')) && is_short(written) && !names_meeting(written) {
        let message = format!("`{written}` does not say of which meeting it is a document");
        findings.add(symbol.span, message).advise("write the number of the meeting before it, as in `38/2`");
    } else {
        let full = registers.full(written, home);
        advise(subject, registers, written, &full, findings.add(symbol.span, message(written, &full)));
    }
}

fn message(written: &str, full: &str) -> String {
    let completed = if written == full { String::new() } else { format!(" (`{full}`)") };
    format!("there is no document `{written}`{completed} in the registers")
}

/// Adds the hint: another revision that is registered, or what to add to the record.
fn advise(subject: &Subject, registers: &SymbolIndex, written: &str, full: &str, finding: &mut Diagnostic) {
    if let Some(other) = registers.other_revision(written, full) {
        finding.advise(format!("did you mean `{other}`?"));
        return;
    }
    let Some((body, number)) = registers.meeting(full) else { return };
    let of = if body == subject.dossier.registry.own_id() { String::new() } else { format!("{body}:") };
    finding.advise(match subject.meetings().get(body, number) {
        Some(_) => format!("if the number is right, add the document to the register of meeting {of}{number}"),
        None => format!("meeting {of}{number} is not on record; record it with the documents that are cited"),
    });
}
