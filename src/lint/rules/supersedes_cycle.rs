//! Finds recommendations that supersede or repeat each other in a circle.

use crate::diagnostic::{Entry, Severity};
use crate::lint::links::{Link, Links};
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
    let mut circular: Vec<&Link> = links.all.iter().filter(|link| links.is_circular(link)).collect();
    while let Some(first) = circular.first().copied() {
        // the links of one circle lead to one another, and one finding is enough for all of them
        let (circle, others): (Vec<&Link>, Vec<&Link>) =
            circular.into_iter().partition(|link| links.leads(&first.target.value, &link.target.value));
        let finding = findings.add(first.target.span, format!("`{}` leads back to this recommendation", first.target.value));
        for link in circle.iter().filter(|link| !std::ptr::eq(**link, first)) {
            finding.mark(link.target.span, "over this");
        }
        circular = others;
    }
}
