//! Finds terms of office and thanks for people of whom there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::party::offices;

/// The rule `unknown-person`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-person",
        Severity::Error,
        "A term of office, an acknowledgement, the `chair:` or the `attendance:` of a meeting, a signature or a contact names a person who is not in `people:`.",
        "The sentence that would name the person could not be made, and somebody would be left out, or another one named, without a word.",
        "Correct the id, or add the person to `people.yaml`.",
    ),
    check: Check::Both(check, check_submission),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let people = Known::keys("person", registry.people.iter());
    people.expect(registry.terms.iter().map(|term| &term.person), findings);
    let thanks = registry.meetings.iter().flat_map(|meeting| &meeting.acknowledgements);
    people.expect(thanks.map(|thanks| &thanks.person), findings);
    let attending = registry.meetings.iter().flat_map(|meeting| &meeting.attendance);
    people.expect(attending.map(|attendee| &attendee.0.person), findings);
    people.expect(registry.meetings.iter().filter_map(|meeting| meeting.chair.as_ref()), findings);
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    let people = Known::keys("person", subject.dossier.registry.people.iter());
    people.expect(walk::contacts(scope.submission).filter_map(|contact| contact.person.as_ref()), findings);
    let signing = people.ids().chain(offices());
    let signing = Known::new("person", signing);
    signing.expect(walk::signatures(scope.submission).filter_map(|signatory| signatory.person.as_ref()), findings);
}
