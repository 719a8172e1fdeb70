//! The block `opening`: when, where and under whose chairmanship the meeting was held, and how many took part.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::{Block, Inline};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use crate::records::meeting::Meeting;
use crate::records::participants::Participants;
use crate::records::person::Office;
use serde_json::{Value, json};

/// The block `opening`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Opening,
    why_empty: |scope, selection| (scope.chosen(selection).next().is_none()).then_some("it names no meeting of the period"),
    lower: |lowering, selection, out| lowering.opening(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends a paragraph for each meeting that the selection names.
    pub fn opening(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        for meeting in self.scope.chosen(selection).collect::<Vec<_>>() {
            let chair = self.chair_of(meeting);
            let mut values = self.facts(meeting);
            values.extend([
                ("body", json!(self.scope.body().map(|body| &body.acronym.value))),
                ("chair", json!(chair)),
                ("participants", json!(meeting.participants.as_ref().map(Participants::total))),
                ("categories", json!(meeting.participants.as_ref().map(Participants::by_category).unwrap_or_default())),
            ]);
            out.push(paragraph_clause(vec![Inline::sentence("opening", meeting.span, values)], meeting.span));
        }
    }

    /// Returns who chaired a meeting: the person that the record of the meeting names, or else whoever was chair of the group then.
    fn chair_of(&self, meeting: &Meeting) -> Vec<Value> {
        match meeting.chair.as_ref().and_then(|chair| self.person(chair)) {
            Some(person) => vec![self.named(person, None)],
            None => self.holders(&[Office::Chair], Some(meeting.dates.value.whole())).0,
        }
    }
}
