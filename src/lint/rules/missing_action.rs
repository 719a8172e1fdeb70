//! Finds sentences of which is not said whether they ask somebody to do something.

use crate::diagnostic::{Entry, Severity};
use crate::lint::{Check, Findings, Rule, Subject, walk};

/// The rule `missing-action`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "missing-action",
        Severity::Warning,
        "A recommendation is worded by a `sentence`, and no `action` says what the sentence does.",
        "What asks somebody to do something is counted as a recommendation, anything else as an observation. The program does not guess at a sentence: without an action it counts it as a recommendation.",
        "Add the action that comes nearest (`requested`, `noted` …), and the `actor`, if somebody is asked. The sentence stays as it is.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for (_, recommendation) in walk::recommendations(&subject.dossier.registry) {
        if let Some(sentence) = &recommendation.sentence
            && recommendation.action.is_none()
            && !recommendation.introduces()
        {
            let message = "nothing says whether this sentence asks somebody: it is counted as a recommendation";
            findings.add(sentence.span, message).advise("`action: requested` beside it, or `action: noted`, or another one");
        }
    }
}
