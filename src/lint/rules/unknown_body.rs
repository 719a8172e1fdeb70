//! Finds ids of bodies of which there is no record.

use crate::diagnostic::{Entry, Severity};
use crate::lint::known::Known;
use crate::lint::{Check, Findings, Rule, Subject};

/// The rule `unknown-body`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "unknown-body",
        Severity::Error,
        "The dossier, a term of office or a meeting names a body that is not in `bodies:`.",
        "The name of the body, its officers and the symbols of its documents are taken from that record.",
        "Correct the id, or add the body to `bodies:` in `dossier.yaml`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let bodies = Known::keys("body", registry.bodies.iter());
    bodies.expect(&registry.body, findings);
    bodies.expect(registry.terms.iter().filter_map(|term| term.of.as_ref()), findings);
    bodies.expect(registry.meetings.iter().filter_map(|meeting| meeting.of.as_ref()), findings);
}
