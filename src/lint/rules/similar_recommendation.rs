//! Finds pairs of recommendations that read alike, although the record does not say how they are related.

use crate::diagnostic::{Entry, Severity};
use crate::lint::similar;
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::ledger::{Ledger, Occurrence, TrackedRecommendation};
use crate::records::recommendation::{Recommendation, Words};
use crate::records::registry::Registry;

/// The rule `similar-recommendation`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "similar-recommendation",
        Severity::Warning,
        "Two recommendations have most of their words in common, and neither `repeats`, `supersedes` nor `distinct_from` says how they stand to each other.",
        "A report on several years gives each recommendation once. Those that are not marked as one stand in it twice; they are never merged by guess.",
        "`repeats: ID` in the later one if it is the same; `supersedes: ID` if it takes the other's place; `distinct_from: ID` if they only read alike.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    let ledger = subject.ledger();
    let texts: Vec<_> = ledger.tracked.iter().map(|tracked| wording(latest(tracked).recommendation)).collect();
    let pairs = subject.alike.of(&texts);
    // of all earlier recommendations that resemble one, only the most similar is reported
    for pairs in pairs.chunk_by(|a, b| a.second == b.second) {
        let unmarked = pairs.iter().filter(|pair| !is_marked(ledger, pair) && are_of_one_body(registry, ledger, pair));
        if let Some(pair) = unmarked.max_by_key(|pair| (pair.share, pair.first)) {
            let (first, second) = (latest(&ledger.tracked[pair.first]), latest(&ledger.tracked[pair.second]));
            report(first, second, &registry.name_of(first.meeting), pair.share, findings);
        }
    }
}

/// Returns the record that has the latest words of a recommendation.
fn latest<'a>(tracked: &TrackedRecommendation<'a>) -> Occurrence<'a> {
    tracked.words(Words::Latest).words
}

/// Returns the text and the sentence of a recommendation.
fn wording(recommendation: &Recommendation) -> similar::Parts<'_> {
    [&recommendation.text, &recommendation.sentence].map(|text| text.as_ref().map_or("", |text| &text.value))
}

/// Says whether the record says how the two recommendations of a pair are related: one supersedes the other, or is marked as distinct from it.
fn is_marked(ledger: &Ledger, pair: &similar::Pair) -> bool {
    let (first, second) = (&ledger.tracked[pair.first], &ledger.tracked[pair.second]);
    let set_apart = |one: &TrackedRecommendation, other: &TrackedRecommendation| {
        let apart = one.records.iter().flat_map(|made| made.recommendation.distinct_from.iter());
        let ids: Vec<_> = other.records.iter().filter_map(|made| made.recommendation.id.as_ref()).collect();
        apart.into_iter().any(|id| ids.iter().any(|other| other.value == id.value))
    };
    let replaced = |one: &TrackedRecommendation, other: &TrackedRecommendation| {
        let by = |by: &Occurrence| other.records.iter().any(|made| std::ptr::eq(made.recommendation, by.recommendation));
        one.superseded_by.iter().any(by)
    };
    replaced(first, second) || replaced(second, first) || set_apart(first, second) || set_apart(second, first)
}

/// Says whether a body made both recommendations of a pair. What two bodies recommend in the same words is reported by each for itself.
fn are_of_one_body(registry: &Registry, ledger: &Ledger, pair: &similar::Pair) -> bool {
    let bodies =
        |at: usize| ledger.tracked[at].records.iter().flat_map(|made| registry.hosts(made.meeting)).map(|(body, _)| body);
    bodies(pair.first).any(|body| bodies(pair.second).any(|other| other == body))
}

fn report(first: Occurrence, second: Occurrence, meeting: &str, share: usize, findings: &mut Findings) {
    let place = |made: &Occurrence| made.recommendation.id.as_ref().map_or(made.recommendation.span, |id| id.span);
    let name = first.recommendation.id.as_ref().map_or("ID", |id| id.value.as_str());
    let message = format!("this reads like a recommendation of meeting {meeting}: {share} per cent of the words");
    let finding = findings.add(place(&second), message);
    finding.mark(place(&first), "this one");
    finding.advise(format!(
        "`repeats: {name}` if it is the same, `supersedes: {name}` if it takes its place, `distinct_from: {name}` if neither"
    ));
}
