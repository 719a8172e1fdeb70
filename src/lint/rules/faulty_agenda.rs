//! Finds planned items of a meeting that have no words, or days and times that are not in order.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::records::agenda::PlannedItem;
use crate::records::meeting::Meeting;

/// The rule `faulty-agenda`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "faulty-agenda",
        Severity::Error,
        "An item of a meeting's `agenda:` has neither a title nor a topic; or its day is none of the meeting's, or its day or time is before that of the item above it.",
        "Delegates plan their day by the draft agenda.",
        "Give the item a `title:` or a `topic:`; correct the day or the time, or the order of the items.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for meeting in &subject.dossier.registry.meetings {
        for item in meeting.agenda.iter().filter(|item| item.title.is_none() && item.topic.is_none()) {
            findings.add(item.span, "this item has neither a `title` nor a `topic`");
        }
        days(meeting, findings);
        times(&meeting.agenda, findings);
    }
}

fn days(meeting: &Meeting, findings: &mut Findings) {
    let mut last = None;
    for day in meeting.agenda.iter().filter_map(|item| item.day) {
        if !meeting.dates.value.contains(day.value) {
            let finding = findings.add(day.span, format!("the meeting is not held on {}", day.value));
            finding.mark(meeting.dates.span, "the days of the meeting");
        } else if let Some(before) = last.filter(|before| *before >= day.value) {
            findings.add(day.span, format!("{} does not follow {before}, the day of the items above", day.value));
        }
        last = Some(day.value);
    }
}

/// Reports times before those of the item above on the same day.
fn times(agenda: &[PlannedItem], findings: &mut Findings) {
    let mut last = None;
    for item in agenda {
        if item.day.is_some() {
            last = None;
        }
        let Some(time) = item.time else { continue };
        if let Some(before) = last.filter(|before| *before > time.value.first) {
            let finding = findings.add(time.span, format!("{} is before {before}, the time of the item above", time.value.first));
            finding.advise("an item that begins another day has a `day:`");
        }
        last = Some(time.value.last.unwrap_or(time.value.first));
    }
}
