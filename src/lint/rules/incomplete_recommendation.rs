//! Finds recommendations from which no sentence can be made.

use crate::diagnostic::{Entry, Severity, listing};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::records::recommendation::Recommendation;

/// The rule `incomplete-recommendation`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "incomplete-recommendation",
        Severity::Error,
        "A recommendation has neither a `sentence` nor all of `actor`, `action` and `text` (or `parts`); or it has a `sentence` and a `text`.",
        "The sentence is made of who, what was done and what for; without one of them it would be no sentence. Of two texts one would be lost.",
        "Add what is missing, or say it in words of your own with `sentence:`.",
    ),
    check: Check::Records(check),
};

fn check(subject: &Subject, findings: &mut Findings) {
    for (_, recommendation) in walk::recommendations(&subject.dossier.registry) {
        match (&recommendation.sentence, &recommendation.text) {
            (Some(sentence), Some(text)) => {
                let finding = findings.add(text.span, "this text is not shown: the recommendation has a `sentence`");
                finding.mark(sentence.span, "this is shown");
            }
            (Some(_), None) => {}
            (None, None) if recommendation.repeats.is_some() && !recommendation.is_worded() => {}
            (None, _) => missing(recommendation, findings),
        }
    }
}

/// Reports which of actor, action and text a recommendation without a `sentence` lacks.
fn missing(recommendation: &Recommendation, findings: &mut Findings) {
    let no_actor = recommendation.actor.is_empty();
    let no_text = recommendation.text.is_none() && recommendation.parts.is_empty();
    match recommendation.action {
        Some(action) if no_actor && !no_text && action.value.asks() => {
            let message = format!("this recommendation does not say who was {}", action.value.word());
            findings.add(action.span, message).advise("`actor: secretariat`, or a list of addressees");
        }
        action => {
            let parts = [("actor", no_actor), ("action", action.is_none()), ("text", no_text)];
            let lacking: Vec<&str> = parts.into_iter().filter(|(_, lacks)| *lacks).map(|(key, _)| key).collect();
            if !lacking.is_empty() {
                let span = recommendation.id.as_ref().map_or(recommendation.span, |id| id.span);
                let message = format!("this recommendation lacks {}", listing(lacking));
                findings.add(span, message).advise("give it `actor`, `action` and `text`, or a `sentence` of your own");
            }
        }
    }
}
