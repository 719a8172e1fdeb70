//! Finds records, and places of a document, that have the same id as another one.

use crate::authored::{Block, Submission};
use crate::diagnostic::{Entry, Severity};
use crate::kept::QuickMap;
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::records::registry::Registry;
use crate::source::Text;
use crate::yaml::Entries;

/// The rule `duplicate-id`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "duplicate-id",
        Severity::Error,
        "Two people, organizations, topics, sessions, bodies, recommendations, calls or texts, two questions of a call, or two places of one submission, have the same id; or two bodies have the same acronym.",
        "Whatever names the id would get the first of the two, whichever was meant; symbols of two bodies with one acronym could not be told apart.",
        "Give one of them another id, and look through the places that name it.",
    ),
    check: Check::Both(check_records, check_submission),
};

fn check_records(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    report_duplicates("person", keys(&registry.people), findings);
    report_duplicates("organization", keys(&registry.organizations), findings);
    report_duplicates("topic", keys(&registry.topics), findings);
    report_duplicates("session", keys(&registry.sessions), findings);
    report_duplicates("body", keys(&registry.bodies), findings);
    let acronyms = registry.bodies.iter().map(|(_, body)| &*body.acronym);
    report_duplicates("body with the acronym", acronyms, findings);
    report_duplicates("mapping of the topic", keys(&registry.mapping), findings);
    report_duplicates("activity", keys(&registry.activities), findings);
    report_duplicates("objective of", keys(&registry.objectives), findings);
    report_duplicates("call", keys(&registry.calls), findings);
    report_duplicates("text", keys(&subject.dossier.texts), findings);
    for (_, call) in registry.calls.iter() {
        report_duplicates("question", call.questions.iter().map(|question| &question.id), findings);
    }
    report_duplicates("recommendation", recommendations(registry), findings);
}

fn check_submission(subject: &Subject, scope: &Scope, findings: &mut Findings) {
    report_duplicates("place", places(scope.submission), findings);
    if places(scope.submission).next().is_none() {
        return;
    }
    let made: QuickMap<&str, &Text> = recommendations(&subject.dossier.registry).map(|id| (id.value.as_str(), id)).collect();
    for id in places(scope.submission) {
        if let Some(recommendation) = made.get(id.value.as_str()) {
            let finding = findings.add(id.span, format!("a recommendation has the id `{}` too", id.value));
            finding.mark(recommendation.span, "this one: references to it would lead to the place");
        }
    }
}

fn recommendations(registry: &Registry) -> impl Iterator<Item = &Text> {
    walk::recommendations(registry).into_iter().filter_map(|(_, made)| made.id.as_ref())
}

fn keys<T>(entries: &Entries<T>) -> impl Iterator<Item = &Text> {
    entries.iter().map(|(id, _)| id)
}

/// Returns the ids of all places of a submission to which references can lead: clauses, items of lists, tables, figures, charts and annexes.
fn places(submission: &Submission) -> impl Iterator<Item = &Text> {
    let blocks = walk::blocks(submission).into_iter().flat_map(|block| match block {
        Block::Clause(clause) => clause.id.iter().collect(),
        Block::List(list) => list.items.iter().filter_map(|item| item.id.as_ref()).collect(),
        Block::Table(table) => table.id.iter().collect(),
        Block::Figure(figure) => figure.id.iter().collect(),
        Block::Equation(equation) => equation.id.iter().collect(),
        Block::Generated(_, selection) => selection.id.iter().collect(),
        Block::Chart(chart) => chart.id.iter().collect(),
        _ => Vec::new(),
    });
    blocks.chain(submission.common.all_annexes().into_iter().filter_map(|annex| annex.id.as_ref()))
}

/// Adds a finding for each id that occurs a second time. `what` names the sort of record in the message.
fn report_duplicates<'a>(what: &str, ids: impl Iterator<Item = &'a Text>, findings: &mut Findings) {
    let mut seen: QuickMap<&str, &Text> = QuickMap::default();
    for id in ids {
        match seen.get(id.value.as_str()) {
            Some(first) => {
                findings.add(id.span, format!("there is another {what} `{}`", id.value)).mark(first.span, "first here");
            }
            None => {
                seen.insert(&id.value, id);
            }
        }
    }
}
