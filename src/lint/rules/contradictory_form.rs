//! Finds meetings whose form and place contradict each other.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::records::meeting::{Meeting, MeetingForm};

/// The rule `contradictory-form`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "contradictory-form",
        Severity::Error,
        "The form of a meeting and its place contradict each other, or the place says the form once more.",
        "A virtual meeting has no city, a hybrid or physical one has; `hybrid` in the place and in the form would be printed twice.",
        "Write the city in `place:` and the form in `form:`, `hybrid` or `physical`; or only `place: virtual`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for meeting in &subject.dossier.registry.meetings {
        let Some(form) = meeting.form else { continue };
        if let Some(fault) = fault(meeting, form.value) {
            findings.add(form.span, fault).advise("write `place: Geneva` and `form: hybrid`, or only `place: virtual`");
        }
    }
}

/// Returns what is wrong with a meeting of this form.
fn fault(meeting: &Meeting, form: MeetingForm) -> Option<String> {
    let place = meeting.place.as_ref().map(|place| place.value.as_str());
    let word = form.word();
    match (form, place) {
        (_, Some(place)) if place.contains('(') => Some(format!("the form is in the place, `{place}`, and here")),
        (MeetingForm::Virtual, None | Some("virtual")) => None,
        (MeetingForm::Virtual, Some(place)) => Some(format!("a virtual meeting is not held in `{place}`")),
        (MeetingForm::Hybrid | MeetingForm::Physical, None) => Some(format!("a {word} meeting has a place")),
        (MeetingForm::Hybrid | MeetingForm::Physical, Some("virtual")) => Some(format!("a {word} meeting is not virtual")),
        (MeetingForm::Hybrid | MeetingForm::Physical, Some(_)) => None,
    }
}
