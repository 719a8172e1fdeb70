//! What a record of a recommendation says, with what it takes over from the records before it.

use super::ledger::Occurrence;
use crate::records::recommendation::{Action, Actor, Part, Recommendation};
use crate::text::bare;

/// What a record of a recommendation says. A record with words of its own stands for itself. One without takes over those of the record before it; an actor
/// or an action that it gives all the same takes the place of the earlier one.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The record whose text or sentence, and whose parts, these are.
    pub words: Occurrence<'a>,
    /// The record whose documents these are.
    pub documents: Occurrence<'a>,
    /// Who is addressed, or acts.
    pub actors: &'a [Actor],
    /// The verb.
    pub action: Option<Action>,
}

impl<'a> Wording<'a> {
    /// Returns what a record says without any other.
    pub fn of(made: Occurrence<'a>) -> Self {
        let action = made.recommendation.action.map(|action| action.value);
        Self { words: made, documents: made, actors: &made.recommendation.actor, action }
    }

    /// Returns what `made` says, a record that repeats the one that says this.
    pub fn then(&self, made: Occurrence<'a>) -> Self {
        let own = Self::of(made);
        if made.recommendation.is_worded() {
            return own;
        }
        let documents = if made.recommendation.documents.is_empty() { self.words } else { made };
        let actors = if own.actors.is_empty() { self.actors } else { own.actors };
        Self { words: self.words, documents, actors, action: own.action.or(self.action) }
    }

    /// Says whether somebody is asked to do something. A sentence of the author's without an action is assumed to ask, and a rule says so.
    pub fn asks(&self) -> bool {
        self.action.is_none_or(Action::asks)
    }

    /// Says whether two records say the same: the same who, what was done and what for. Documents, white space and typography make no difference.
    pub fn reads_like(&self, other: &Self) -> bool {
        // most recommendations are compared with their own record, whose words need not be read for it
        let is_same_record = std::ptr::eq(self.words.recommendation, other.words.recommendation);
        let is_same = is_same_record && self.actors == other.actors && self.action == other.action;
        is_same || self.essence() == other.essence()
    }

    /// Returns the wording as messages cite it: who, what was done, and the words, on one line.
    pub fn cited(&self) -> String {
        let recommendation = self.words.recommendation;
        let parts = recommendation.parts.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text),
            Part::Recommendation(part) => part.text.as_ref().or(part.sentence.as_ref()),
        });
        let texts = recommendation.sentence.iter().chain(&recommendation.text).chain(parts);
        let words = texts.flat_map(|text| text.value.split_whitespace()).collect::<Vec<_>>().join(" ");
        if recommendation.sentence.is_some() {
            return words;
        }
        let who = self.actors.iter().map(|actor| actor.word()).collect::<Vec<_>>().join(", ");
        format!("{who} {}: {words}", self.action.map_or("", Action::word))
    }

    fn essence(&self) -> String {
        essence(self.words.recommendation, self.actors, self.action)
    }
}

/// Writes what makes a difference between two wordings: the actors in a fixed order, the action, the words, and the parts.
fn essence(recommendation: &Recommendation, actors: &[Actor], action: Option<Action>) -> String {
    let words = |own: Option<&crate::source::Text>| own.map(|text| bare(&text.value)).unwrap_or_default();
    let parts = recommendation.parts.iter().map(|part| match part {
        Part::Text(text) => bare(&text.value),
        Part::Recommendation(part) => essence(part, &part.actor, part.action.map(|action| action.value)),
    });
    let mut who: Vec<&str> = actors.iter().map(|actor| actor.word()).collect();
    who.sort_unstable();
    let of = [who.join(","), action.map_or("", Action::word).into(), words(recommendation.text.as_ref())];
    let all = of.into_iter().chain([words(recommendation.sentence.as_ref())]).chain(parts);
    all.collect::<Vec<_>>().join("\n")
}
