//! Finds parties that are named twice in one list.

use crate::diagnostic::{Entry, Severity};
use crate::lint::parties::{of_call, of_submission};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::party::Party;
use crate::source::Text;

/// The rule `repeated-party`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "repeated-party",
        Severity::Error,
        "A list of those who submit, send or receive a document, or lead an activity, names somebody twice.",
        "The line of the author would name the same country again, and perhaps another one is missing.",
        "Take it out, or correct it to the one that is meant.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let registered = walk::entries(registry).map(|(_, entry)| &*entry.from);
    let leading = registry.activities.iter().map(|(_, activity)| &*activity.lead);
    let planned = registry.meetings.iter().flat_map(|meeting| &meeting.agenda).map(|item| &*item.by);
    let recommendations = walk::recommendations(registry);
    let owners = recommendations.iter().map(|(_, made)| &*made.owner);
    registered
        .chain(planned)
        .chain(owners)
        .chain(leading)
        .chain(registry.calls.iter().flat_map(|(_, call)| of_call(call)))
        .for_each(|list| parties(list, findings));
}

fn check_submission(_: &Subject, scope: &Scope, findings: &mut Findings) {
    of_submission(scope.submission).into_iter().for_each(|list| parties(list, findings));
    walk::selections(scope.submission).for_each(|(_, selection)| words(selection.from.iter(), findings));
}

fn parties(list: &[Party], findings: &mut Findings) {
    words(list.iter().map(Party::name), findings);
    list.iter().for_each(|party| words(party.names(), findings));
}

fn words<'t>(words: impl Iterator<Item = &'t Text>, findings: &mut Findings) {
    let mut seen: Vec<&Text> = Vec::new();
    for word in words {
        match seen.iter().find(|first| first.value == word.value) {
            Some(first) => {
                findings.add(word.span, format!("`{}` is named twice", word.value)).mark(first.span, "first here");
            }
            None => seen.push(word),
        }
    }
}
