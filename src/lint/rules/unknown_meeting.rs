//! Finds numbers of meetings of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::registry::Registry;
use crate::source::Spanned;
use std::collections::BTreeSet;

/// The rule `unknown-meeting`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-meeting",
        Severity::Error,
        "A submission, a generated block, a step of a call or `closed_at` of a recommendation names a meeting that is not on record.",
        "What that meeting considered and recommended would be missing from the report without a word.",
        "Correct the number, or record the meeting in `meetings/`.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let closed = walk::recommendations(registry).into_iter().filter_map(|(_, made)| made.closed_at.as_ref());
    let steps = registry.calls.iter().flat_map(|(_, call)| &call.way).filter_map(|step| step.meeting.as_ref());
    expect(registry, closed.chain(steps), findings);
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let common = &scope.submission.common;
    let selected = walk::selections(scope.submission).flat_map(|(_, selection)| selection.meetings.iter());
    let periods = walk::periods(scope.submission).flat_map(|period| period.meetings.iter());
    expect(&subject.dossier.registry, common.meeting.iter().chain(periods).chain(selected), findings);
}

fn expect<'a>(registry: &Registry, numbers: impl Iterator<Item = &'a Spanned<u32>>, findings: &mut Findings) {
    let known: BTreeSet<u32> = registry.meetings.iter().map(|meeting| meeting.number.value).collect();
    for number in numbers.filter(|number| !known.contains(&number.value)) {
        let message = format!("there is no meeting {} on record", number.value);
        findings.add(number.span, message).advise(on_record(&known));
    }
}

/// Returns the hint that says which meetings are on record.
fn on_record(known: &BTreeSet<u32>) -> String {
    match (known.first(), known.last()) {
        (Some(first), Some(last)) if first == last => format!("the only meeting on record is {first}"),
        (Some(first), Some(last)) => format!("there are {} meetings on record, from {first} to {last}", known.len()),
        _ => "record a meeting in `meetings/`: `number: 38`, `dates: 2022-01-19/2022-01-20`".into(),
    }
}
