//! Finds terms of office and thanks for people of whom there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject};

/// The rule `unknown-person`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-person",
        Severity::Error,
        "A term of office, an acknowledgement or the `chair` of a meeting names a person who is not in `people:`.",
        "The sentence that would name the person could not be made, and somebody would be left out without a word.",
        "Correct the id, or add the person to `people.yaml`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let people = Known::keys("person", registry.people.iter());
    people.expect(registry.terms.iter().map(|term| &term.person), findings);
    let thanks = registry.meetings.iter().flat_map(|meeting| &meeting.acknowledgements);
    people.expect(thanks.map(|thanks| &thanks.person), findings);
    people.expect(registry.meetings.iter().filter_map(|meeting| meeting.chair.as_ref()), findings);
}
