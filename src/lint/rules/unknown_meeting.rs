//! The number of a meeting of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Findings, Rule, Subject, walk};
use crate::source::Spanned;
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-meeting",
        Severity::Error,
        "A submission, a generated block, a step of a call or `closed_at` of a recommendation names a meeting that is not on record.",
        "What that meeting considered and recommended would be missing from the report without a word.",
        "Correct the number, or record the meeting in `meetings/`.",
    ),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let known: BTreeSet<u32> = registry.meetings.iter().map(|meeting| meeting.number.value).collect();
    let mut expect = |number: &Spanned<u32>| {
        if !known.contains(&number.value) {
            let message = format!("there is no meeting {} on record", number.value);
            findings.add(number.span, message).advise(on_record(&known));
        }
    };
    walk::recommendations(registry).into_iter().filter_map(|(_, made)| made.closed_at.as_ref()).for_each(&mut expect);
    registry.calls.iter().flat_map(|(_, call)| &call.way).filter_map(|step| step.meeting.as_ref()).for_each(&mut expect);
    for loaded in &subject.dossier.submissions {
        let common = &loaded.submission.common;
        common.meeting.iter().for_each(&mut expect);
        common.period.iter().flat_map(|period| period.meetings.iter()).for_each(&mut expect);
        for (_, selection) in walk::selections(&loaded.submission) {
            let of_period = selection.period.iter().flat_map(|period| period.meetings.iter());
            selection.meetings.iter().chain(of_period).for_each(&mut expect);
        }
    }
}

fn on_record(known: &BTreeSet<u32>) -> String {
    match (known.first(), known.last()) {
        (Some(first), Some(last)) if first == last => format!("the only meeting on record is {first}"),
        (Some(first), Some(last)) => format!("there are {} meetings on record, from {first} to {last}", known.len()),
        _ => "record a meeting in `meetings/`: `number: 38`, `dates: 2022-01-19/2022-01-20`".into(),
    }
}
