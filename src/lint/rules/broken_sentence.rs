//! Finds recommendations whose actor, action and text make no English sentence together.

use crate::diagnostic::{Entry, Severity, listing};
use crate::lint::english::{first_word, is_capital_in_vain, is_no_object, is_no_verb, lacks_article};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::records::recommendation::{Action, Actor, Part, Recommendation};
use crate::records::registry::Registry;
use crate::source::Text;
use std::collections::HashMap;

/// The rule `broken-sentence`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "broken-sentence",
        Severity::Error,
        "The actor, the action and the text of a recommendation make no sentence together: `requested` and `to report`, `agreed` and `The group be invited`, `noted` and `for the report`; or the place of a meeting is not one (`online`).",
        "The sentence is made of the three and signed by the chair: \"The secretariat was requested to to report\" can't be mended in the document.",
        "Write the text as the words that follow the verb (docs/manual/recommendations.md has a table), or say all of it in words of your own with `sentence:`.",
    ),
    check: Check::Records(check),
};

/// What a recommendation says: its actors and action, and the texts that follow the verb.
struct Statement<'a> {
    actors: &'a [Actor],
    action: Action,
    texts: Vec<&'a Text>,
    /// Whether bullets follow the text.
    leads: bool,
}

/// Why a text can't follow the verb, with the advice.
type Fault = (String, String);

fn check(subject: &Subject, findings: &mut Findings) {
    let registry = &subject.dossier.registry;
    if !registry.languages.is_empty() && !registry.languages.iter().any(|code| code.value == "en") {
        return;
    }
    places(registry, findings);
    let all = walk::recommendations(registry);
    let by_id: HashMap<&str, &Recommendation> =
        all.iter().rev().filter_map(|(_, made)| Some((made.id.as_ref()?.value.as_str(), *made))).collect();
    for (_, made) in &all {
        colons(made, findings);
        if let Some(statement) = statement(made, &by_id) {
            inspect(made, &statement, findings);
        }
    }
}

/// Reports places of meetings that can't follow "was held in".
fn places(registry: &Registry, findings: &mut Findings) {
    const NOWHERE: &[&str] =
        &["virtual", "virtually", "online", "remote", "hybrid", "teleconference", "videoconference", "by", "via"];
    for place in registry.meetings.iter().filter_map(|meeting| meeting.place.as_ref()).filter(|place| place.value != "virtual") {
        let (_, word) = first_word(&place.value);
        if NOWHERE.contains(&word.to_lowercase().as_str()) {
            let finding = findings.add(place.span, format!("a meeting is not held in `{}`", place.value));
            finding.advise("write a city, `Geneva`, with `form: hybrid` where people took part remotely too, or `virtual`");
        }
    }
}

/// Reports a text that ends with a colon although nothing follows it.
fn colons(made: &Recommendation, findings: &mut Findings) {
    let texts = made.text.iter().chain(&made.sentence).filter(|_| made.parts.is_empty());
    for text in texts.filter(|text| text.value.trim_end().ends_with(':')) {
        findings.add(text.span, "nothing follows the colon of this text").advise("what follows it is a list of `parts:`");
    }
}

/// Returns what a recommendation says; `None` if it has a sentence of its own, or lacks what a sentence needs, which other rules report.
fn statement<'a>(made: &'a Recommendation, by_id: &HashMap<&str, &'a Recommendation>) -> Option<Statement<'a>> {
    let worded = worded(made, by_id)?;
    // without an action or an actor of its own, a recommendation that is made again says what was said before
    if worded.sentence.is_some() || !std::ptr::eq(worded, made) && made.action.is_none() && made.actor.is_empty() {
        return None;
    }
    let actors = if made.actor.is_empty() { &worded.actor } else { &made.actor };
    let bullets = worded.parts.iter().filter_map(|part| if let Part::Text(text) = part { Some(text) } else { None });
    let texts = match &worded.text {
        Some(text) => vec![text],
        None => bullets.collect(),
    };
    let action = made.action.or(worded.action)?.value;
    (!actors.is_empty()).then(|| Statement { actors, action, texts, leads: !worded.parts.is_empty() })
}

/// Returns the record with the words of a recommendation: its own, or that of the earlier one that it makes again.
fn worded<'a>(made: &'a Recommendation, by_id: &HashMap<&str, &'a Recommendation>) -> Option<&'a Recommendation> {
    let mut at = made;
    for _ in 0..=by_id.len() {
        if at.is_worded() {
            return Some(at);
        }
        at = by_id.get(at.repeats.as_ref()?.value.as_str())?;
    }
    None
}

fn inspect(made: &Recommendation, statement: &Statement, findings: &mut Findings) {
    let repeated = (1..statement.actors.len()).find(|at| statement.actors[..*at].contains(&statement.actors[*at]));
    if let Some(at) = repeated {
        let span = made.id.as_ref().map_or(made.span, |id| id.span);
        findings.add(span, format!("the actor `{}` is named twice", statement.actors[at].word()));
    }
    for text in &statement.texts {
        let (at, word) = first_word(&text.value);
        if let Some((message, advice)) = statement.fault(&text.value, word) {
            // a repetition borrows its text from another record: the fault is where the verb is
            let span = if made.is_worded() {
                // where there is no word, the message is at the character that stands there
                let character = text.value[at..].chars().next().map_or(1, char::len_utf8);
                text.span_of(at..at + word.len().max(character))
            } else {
                made.action.map_or(made.span, |action| action.span)
            };
            findings.add(span, message).advise(advice).advise("or say it in words of your own with `sentence:`");
        }
    }
}

impl Statement<'_> {
    /// Returns why a text that begins with `word` can't follow the verb.
    fn fault(&self, text: &str, word: &str) -> Option<Fault> {
        let small = word.to_lowercase();
        match self.action {
            action if action.asks() => self.request(word, &small),
            Action::Agreed | Action::Decided => self.agreement(text, word),
            Action::Thanked => self.thanks(text, word),
            action => object(action, text, word),
        }
    }

    fn request(&self, word: &str, small: &str) -> Option<Fault> {
        let verb = self.action.word();
        let advice = format!("write what follows \"was {verb} to\": `report on the progress made`");
        match word {
            "to" => {
                Some((format!("the sentence has its own `to` after `{verb}`"), "begin with the verb itself, without `to`".into()))
            }
            "" => Some((format!("a verb has to follow `{verb}`"), advice)),
            _ if small != word => Some((format!("`{word}` has a capital in the middle of a sentence"), advice)),
            _ if is_no_verb(word) => Some((format!("`{word}` is not a verb that can follow \"was {verb} to\""), advice)),
            _ => None,
        }
    }

    fn agreement(&self, text: &str, word: &str) -> Option<Fault> {
        const INTRODUCE: &[&str] = &["to", "that", "on", "upon", "with", "not", "in", "as", "how"];
        let follows = INTRODUCE.contains(&word) || self.leads && text.starts_with("the following");
        let verb = self.action.word();
        let advice = format!("write `to …` or `that …`, as in \"The group {verb} that the Forum should be held in May\"");
        (!follows).then(|| (format!("`{word}` can't follow `{verb}`"), advice))
    }

    /// `thanked` says whom the group thanked; of any other actor, what the actor was thanked for.
    fn thanks(&self, text: &str, word: &str) -> Option<Fault> {
        if self.actors != [Actor::Group] {
            let message = format!(
                "it is not clear whether {} thanked or was thanked",
                listing(self.actors.iter().map(|actor| actor.word()))
            );
            let advice = "write what the actor was thanked for, `for the work done`; or, with `actor: group`, whom the group thanked, `the secretariat for its work`";
            return (word != "for").then(|| (message, advice.into()));
        }
        match word {
            "for" => Some(("this does not say who was thanked".into(), "write `the secretariat for its work`".into())),
            _ if ["that", "how", "whether"].contains(&word) || word.ends_with("ing") => {
                Some((format!("`{word}` can't follow `thanked`"), "write who was thanked".into()))
            }
            _ => object(self.action, text, word),
        }
    }
}

/// Returns why a text can't be what was noted, welcomed, discussed.
fn object(action: Action, text: &str, word: &str) -> Option<Fault> {
    let verb = action.word().split('-').next().unwrap_or_default();
    let advice = format!("write what was {verb}: `the progress made`, `Kenya's proposal`");
    if is_capital_in_vain(word) {
        return Some((format!("`{word}` has a capital in the middle of a sentence"), advice));
    }
    if lacks_article(text, word) {
        return Some((format!("`{word}` lacks an article"), format!("write `the {0} …` or `a {0} …`", word.to_lowercase())));
    }
    let said_before =
        word.eq_ignore_ascii_case(verb) || action == Action::NotedWithAppreciation && text.starts_with("with appreciation");
    if said_before {
        return Some((format!("the sentence has its own `{}`", action.word().replace('-', " ")), advice));
    }
    can_not_follow(action, word).then(|| (format!("`{word}` can't follow `{}`", action.word().replace('-', " ")), advice))
}

/// Says whether a word can't begin what was done by this action.
fn can_not_follow(action: Action, word: &str) -> bool {
    match word {
        "to" => action != Action::Proposed,
        "that" => action == Action::Discussed,
        "whether" => !matches!(action, Action::Discussed | Action::Considered),
        "with" => {
            !matches!(action, Action::Noted | Action::Welcomed | Action::Discussed | Action::Considered | Action::Recognized)
        }
        _ => is_no_object(&word.to_lowercase()),
    }
}
