//! Finds recommendations that were made again in other words, where nothing says which words are printed.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject};
use crate::query::ledger::TrackedRecommendation;
use crate::records::registry::Registry;

/// The rule `reworded-recommendation`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "reworded-recommendation",
        Severity::Warning,
        "A record `repeats` a recommendation in other words than those in which it was made before, and the dossier has no `words:`.",
        "Where a recommendation stands once, it stands in one wording, beside the meetings that used another. Which one that is should be chosen; and what reads quite differently may be another recommendation.",
        "Write `words: latest` or `words: first` into the dossier, or correct the words. If it is another recommendation, write `supersedes` in place of `repeats`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    if registry.words.is_none() {
        subject.ledger().tracked.iter().for_each(|tracked| compare(registry, tracked, findings));
    }
}

/// Reports the records whose words differ from those of the record before.
fn compare(registry: &Registry, tracked: &TrackedRecommendation, findings: &mut Findings) {
    for at in 1..tracked.records.len() {
        let (earlier, later) = (&tracked.wordings[at - 1], &tracked.wordings[at]);
        if later.reads_like(earlier) {
            continue;
        }
        let made = tracked.records[at].recommendation;
        let own = made.sentence.as_ref().or(made.text.as_ref()).or(made.repeats.as_ref());
        let (number, cited) = (registry.name_of(tracked.records[at - 1].meeting), [earlier.cited(), later.cited()]);
        let message = format!("made again in other words: `{}` at meeting {number}, `{}` here", cited[0], cited[1]);
        let finding = findings.add(own.map_or(made.span, |text| text.span), message);
        let before = earlier.words.recommendation;
        finding
            .mark(before.sentence.as_ref().or(before.text.as_ref()).map_or(before.span, |text| text.span), "the earlier words");
        finding.advise("`words: latest` or `words: first` in the dossier says which are printed where it stands once");
    }
}
