//! Finds names of meetings of which there is no record, that are not those of the submission's body, or that may mean either of two.

use crate::diagnostic::{Diagnostic, Entry, Severity, listing};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::series::{MeetingIndex, MeetingName};

/// The rule `unknown-meeting`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-meeting",
        Severity::Error,
        "A submission, a generated block, a step of a call or `closed_at` of a recommendation names a meeting that is not on record, that is not one of the submission's body, or that may be either of two.",
        "What that meeting considered and recommended would be missing from the report without a word, or stand in the report of another body.",
        "Correct the number, record the meeting in `meetings/`, or say of which body it is: `cwg-b:38`; `of: cwg-b` says whose a submission is.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let index = subject.meetings();
    for (meeting, made) in walk::recommendations(registry) {
        let Some(name) = &made.closed_at else { continue };
        match index.named_at(name, meeting).as_slice() {
            [] => unknown(index, name, registry.home(meeting).body, findings),
            [_] => {}
            several => {
                let names = several.iter().map(|meeting| registry.name_of(meeting)).collect::<Vec<_>>();
                let message = format!("{name} may be either of the meetings {}", listing(names.iter().map(String::as_str)));
                findings.add(name.span, message).advise("write the id of the body before the number, as in `cwg-b:38`");
            }
        }
    }
    let steps = registry.calls.iter().flat_map(|(_, call)| &call.way).filter_map(|step| step.meeting.as_ref());
    steps.for_each(|name| expect(index, name, registry.own_id(), findings));
}

fn check_submission(_: &Subject, scope: &Scope, findings: &mut Findings) {
    let (index, body) = (scope.index(), scope.body_id());
    scope.submission.common.meeting.iter().for_each(|name| expect(index, name, body, findings));
    for name in walk::own_meetings(scope.submission) {
        let meeting = index.get(name.body_or(body), name.number);
        let is_summed_up = scope.submission.common.meeting.as_ref().is_some_and(|meeting| meeting.span == name.span);
        match meeting {
            Some(meeting) if scope.registry.number_in(meeting, body).is_none() => foreign(scope, name, findings),
            None if !is_summed_up => unknown(index, name, body, findings),
            Some(_) | None => {}
        }
    }
}

/// Reports a name without a record. `usual`: the body that is meant where the name has none.
fn expect(index: &MeetingIndex, name: &MeetingName, usual: &str, findings: &mut Findings) {
    if index.get(name.body_or(usual), name.number).is_none() {
        unknown(index, name, usual, findings);
    }
}

/// Reports a meeting of another body where one of the submission's body is meant.
fn foreign(scope: &Scope, name: &MeetingName, findings: &mut Findings) {
    let body = name.body_or(scope.body_id());
    let own = scope.body().map_or("the submission's body", |body| &body.acronym.value);
    let message = format!("meeting {name} is not one of {own}, whose document this is");
    findings.add(name.span, message).advise(format!("`of: {body}` makes it a document of that body"));
}

fn unknown(index: &MeetingIndex, name: &MeetingName, usual: &str, findings: &mut Findings) {
    if index.is_of_unknown_body(name.number) {
        return;
    }
    let body = name.body_or(usual);
    advise(index, name, body, findings.add(name.span, format!("there is no meeting {name} on record")));
}

/// Adds the hint: a meeting of this number of another body, or which meetings of the body are on record.
fn advise(index: &MeetingIndex, name: &MeetingName, body: &str, finding: &mut Diagnostic) {
    let others = index.bodies_with(name.number).into_iter().filter(|other| !other.is_empty() && *other != body);
    let others: Vec<String> = others.map(|other| format!("{other}:{}", name.number)).collect();
    let of = name.body.as_ref().map(|body| format!(" of `{}`", body.value)).unwrap_or_default();
    let numbers = index.numbers(body);
    finding.advise(match (numbers.clone().next(), numbers.clone().next_back()) {
        _ if !others.is_empty() => format!("there is {}", listing(others.iter().map(String::as_str))),
        (Some(first), Some(last)) if first == last => format!("the only meeting{of} on record is {first}"),
        (Some(first), Some(last)) => format!("there are {} meetings{of} on record, from {first} to {last}", numbers.len()),
        _ => "record a meeting in `meetings/`: `number: 38`, `dates: 2022-01-19/2022-01-20`".into(),
    });
}
