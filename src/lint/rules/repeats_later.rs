//! Finds recommendations that repeat or supersede a later one.

use crate::diagnostic::{Entry, Severity};
use crate::lint::links::Links;
use crate::lint::{Check, Findings, Rule, Subject};

/// The rule `repeats-later`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "repeats-later",
        Severity::Error,
        "`repeats` or `supersedes` of a recommendation names one of a later meeting; or `repeats` names one of the same meeting.",
        "The record would say that a recommendation was made again, or replaced, before anybody had made it.",
        "Let the later recommendation name the earlier one.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let links = Links::of(&subject.dossier.registry);
    for link in links.all.iter().filter(|link| !links.is_circular(link)) {
        let Some((meeting, named)) = links.known.get(link.target.value.as_str()) else { continue };
        let later = meeting.order() > link.meeting.order();
        if later || link.repeats && std::ptr::eq(*meeting, link.meeting) {
            let when = if later { "later, at" } else { "at this very meeting," };
            let name = subject.dossier.registry.name_of(meeting);
            let message = format!("`{}` was made {when} meeting {}", link.target.value, name);
            findings.add(link.target.span, message).mark(named.id.as_ref().map_or(named.span, |id| id.span), "made here");
        }
    }
}
