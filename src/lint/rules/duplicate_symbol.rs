//! Two documents with one symbol.

use crate::authored::Submission;
use crate::diagnostic::{Entry, Severity};
use crate::lint::registers::without_language;
use crate::lint::{Findings, Rule, Subject};
use crate::records::meeting::Meeting;
use crate::source::{Span, Text};
use std::collections::HashMap;

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "duplicate-symbol",
        Severity::Error,
        "The register of a meeting has a symbol twice, or two submissions have the same symbol and are the same addendum, revision or corrigendum of it.",
        "A symbol names one document; the second one would be counted too, and whoever cites the symbol may mean either.",
        "Correct the number, or delete the entry that was made twice.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for meeting in &subject.dossier.registry.meetings {
        register(subject, meeting, findings);
    }
    let mut seen = HashMap::new();
    for loaded in &subject.dossier.submissions {
        let Some(symbol) = &loaded.submission.common.symbol else { continue };
        if let Some(first) = first(&mut seen, identity(subject, &loaded.submission, symbol), symbol.span) {
            let message = format!("another submission has the symbol `{}`", symbol.value);
            let finding = findings.add(symbol.span, message).mark(first, "first here");
            finding.advise("a later version carries `revision: 1`, a supplement `addendum: 1`");
        }
    }
}

fn register(subject: &Subject, meeting: &Meeting, findings: &mut Findings) {
    let mut seen = HashMap::new();
    for entry in meeting.documents.iter().chain(&meeting.also) {
        let full = subject.symbols.complete(&entry.symbol.value, Some(meeting.number.value));
        if let Some(first) = first(&mut seen, full, entry.symbol.span) {
            let message = format!("the register has the document `{}` twice", entry.symbol.value);
            findings.add(entry.symbol.span, message).mark(first, "first here");
        }
    }
}

/// The symbol, completed from the meeting if it is short, and which addendum, revision or corrigendum it is.
fn identity(subject: &Subject, submission: &Submission, symbol: &Text) -> (String, [Option<u32>; 3]) {
    let common = &submission.common;
    let symbol = subject.symbols.complete(&symbol.value, common.meeting.map(|meeting| meeting.value));
    let numbers = [common.addendum, common.revision, common.corrigendum].map(|number| number.map(|number| number.value));
    (without_language(&symbol).into(), numbers)
}

/// Where `key` was seen before, if it was.
fn first<K: std::hash::Hash + Eq>(seen: &mut HashMap<K, Span>, key: K, span: Span) -> Option<Span> {
    let before = seen.get(&key).copied();
    seen.entry(key).or_insert(span);
    before
}
