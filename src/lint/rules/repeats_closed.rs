//! Finds recommendations that were made again after they had been closed.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::ledger::{Occurrence, TrackedRecommendation};
use crate::records::recommendation::Status;

/// The rule `repeats-closed`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "repeats-closed",
        Severity::Warning,
        "A record `repeats` a recommendation that an earlier meeting closed, or that another one had replaced.",
        "It can't have been done, and be asked for again. One that was done counts as open from then on, and carried over; one that was replaced stays so.",
        "If it is asked for anew, take `repeats` away; if it never was done, take the `status` of the earlier record away.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    for tracked in &subject.ledger().tracked {
        for (at, made) in tracked.records.iter().enumerate().skip(1) {
            let Some(closed) = closed_before(subject, tracked, at) else { continue };
            let again = registry.name_of(made.meeting);
            let message = format!("meeting {closed} closed this recommendation, and meeting {again} makes it again");
            let repeats = made.recommendation.repeats.as_ref();
            findings.add(repeats.map_or(made.recommendation.span, |repeats| repeats.span), message);
        }
    }
}

/// Returns the name of the meeting that had closed a recommendation before the meeting of the record at this index made it again.
fn closed_before(subject: &Subject, tracked: &TrackedRecommendation, at: usize) -> Option<String> {
    let registry = &subject.dossier.registry;
    let made = tracked.records[at].meeting;
    let closing = |earlier: &Occurrence| {
        let closed = earlier.recommendation.status.is_some_and(|status| status != Status::Open);
        let name = earlier.recommendation.closed_at.as_ref().filter(|_| closed)?;
        let meeting = subject.meetings().named_at(name, earlier.meeting).into_iter().next();
        meeting.filter(|meeting| meeting.order() < made.order()).map(|meeting| registry.name_of(meeting))
    };
    let replaced = tracked.superseded_by.iter().find(|by| by.meeting.order() < made.order());
    tracked.records[..at].iter().find_map(closing).or(replaced.map(|by| registry.name_of(by.meeting)))
}
