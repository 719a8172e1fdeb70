//! Finds recommendations that were made again after they had been closed.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::in_order;
use crate::query::ledger::{Ledger, Occurrence, TrackedRecommendation};
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
    let ledger = Ledger::of(&in_order(&subject.dossier.registry));
    for tracked in &ledger.tracked {
        for (at, made) in tracked.records.iter().enumerate().skip(1) {
            let Some(closed) = closed_before(&ledger, tracked, at) else { continue };
            let message =
                format!("meeting {closed} closed this recommendation, and meeting {} makes it again", made.meeting.number.value);
            let repeats = made.recommendation.repeats.as_ref();
            findings.add(repeats.map_or(made.recommendation.span, |repeats| repeats.span), message);
        }
    }
}

/// Returns the number of the meeting that had closed a recommendation before the meeting of the record at this index made it again.
fn closed_before(ledger: &Ledger, tracked: &TrackedRecommendation, at: usize) -> Option<u32> {
    let made = tracked.records[at].meeting;
    let closing = |earlier: &Occurrence| {
        let closed = earlier.recommendation.status.is_some_and(|status| status != Status::Open);
        earlier.recommendation.closed_at.map(|at| at.value).filter(|at| closed && *at < made.number.value)
    };
    let replaced = tracked.superseded_by.map(|by| ledger.tracked[by].first().meeting).filter(|by| by.order() < made.order());
    tracked.records[..at].iter().find_map(closing).or(replaced.map(|by| by.number.value))
}
