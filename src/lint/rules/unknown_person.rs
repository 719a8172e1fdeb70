//! A term or thanks for somebody of whom there is no record.

use crate::diagnostic::Severity;
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-person",
    severity: Severity::Error,
    about: "\
A term of office or an acknowledgement names a person who is not in `people:`.

Why: the sentence that would name the person could not be made, and somebody would be left out without a word.
Mend: correct the id, or add the person to `people.yaml`.",
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let people = Known::keys("person", registry.people.iter());
    people.expect(registry.terms.iter().map(|term| &term.person), findings);
    let thanks = registry.meetings.iter().flat_map(|meeting| &meeting.acknowledgements);
    people.expect(thanks.map(|thanks| &thanks.person), findings);
}
