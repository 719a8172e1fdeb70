//! Finds recommendations that supersede or repeat each other in a circle.

use crate::diagnostic::{Entry, Severity};
use crate::lint::links::Links;
use crate::lint::{Check, Findings, Rule, Subject};

/// The rule `supersedes-cycle`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "supersedes-cycle",
        Severity::Error,
        "A recommendation supersedes or repeats another one that, directly or over others, supersedes or repeats it.",
        "Of two that stand in each other's place neither would be left, and no report could say what holds.",
        "Take `supersedes` or `repeats` away from the earlier recommendation.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let links = Links::of(&subject.dossier.registry);
    // one finding is enough for all links of a circle
    for circle in links.circular() {
        let (first, others) = circle.split_first().expect("a circle has links");
        let finding = findings.add(first.target.span, format!("`{}` leads back to this recommendation", first.target.value));
        for link in others {
            finding.mark(link.target.span, "over this");
        }
    }
}
