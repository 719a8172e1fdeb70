//! Recommendations across meetings: which records are one, and what has become of each.

use crate::choice;
use crate::records::meeting::Meeting;
use crate::records::recommendation::{Actor, Part, Recommendation, Status};
use crate::source::{Span, Text};
use std::collections::HashMap;

/// A recommendation with what it belongs to.
#[derive(Clone, Copy)]
pub struct Made<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The id of its topic.
    pub topic: &'a Text,
    /// The record.
    pub recommendation: &'a Recommendation,
    /// The recommendation of which it is a part.
    pub whole: Option<&'a Recommendation>,
}

impl<'a> Made<'a> {
    /// What a meeting recommended, in the record's order, without parts.
    pub fn at(meeting: &'a Meeting) -> impl Iterator<Item = Self> {
        meeting.items.iter().flat_map(move |item| {
            item.recommendations.iter().map(move |recommendation| {
                let topic = recommendation.topic.as_ref().unwrap_or(&item.topic);
                Self { meeting, topic, recommendation, whole: None }
            })
        })
    }

    /// It, and after it those of its parts that are recommendations of their own, at any depth.
    fn with_parts(self, all: &mut Vec<Self>) {
        all.push(self);
        for part in &self.recommendation.parts {
            if let Part::Recommendation(part) = part {
                let topic = part.topic.as_ref().unwrap_or(self.topic);
                // what a lead-in leads to stands on its own
                let whole = (!self.is_lead_in()).then_some(self.recommendation);
                Self { topic, recommendation: part, whole, ..self }.with_parts(all);
            }
        }
    }

    /// Whether it only leads to its parts, as "The following was recorded:" does.
    pub fn is_lead_in(&self) -> bool {
        let parts = &self.recommendation.parts;
        let ends = |sentence: &Text| sentence.value.trim_end().ends_with(':');
        !parts.is_empty()
            && parts.iter().all(|part| matches!(part, Part::Recommendation(_)))
            && self.recommendation.sentence.as_ref().is_some_and(ends)
    }
}

choice! {
    /// How a recommendation stands.
    pub enum Standing {
        /// Somebody was asked, and nothing is known to have come of it.
        Open = "open",
        /// It is open, and was made again at a later meeting.
        CarriedOver = "carried-over",
        /// It is done.
        Done = "done",
        /// Another one took its place.
        Superseded = "superseded",
        /// Nobody was asked for anything: the group noted, appreciated, thanked.
        Observation = "observation",
    }
}

/// A recommendation, with all records of it.
pub struct Tracked<'a> {
    /// The meeting that made it, then those that made it again.
    pub records: Vec<Made<'a>>,
    /// The recommendation that took its place, as an index of [`Ledger::tracked`].
    pub superseded_by: Option<usize>,
    /// The last meeting that the ledger knows of.
    last: u32,
}

impl<'a> Tracked<'a> {
    /// The record by whose id it is known.
    pub fn first(&self) -> Made<'a> {
        self.records[0]
    }

    /// The latest record that has words.
    pub fn worded(&self) -> Made<'a> {
        let worded = self.records.iter().rev().find(|made| made.recommendation.is_worded());
        *worded.unwrap_or(&self.records[0])
    }

    /// The latest record that says what became of it, as far as a meeting that the ledger knows of has closed it.
    pub fn closing(&self) -> Option<&'a Recommendation> {
        let known = |recommendation: &Recommendation| recommendation.closed_at.is_none_or(|at| at.value <= self.last);
        let closed = |recommendation: &&Recommendation| recommendation.status.is_some_and(|status| status != Status::Open);
        let records = self.records.iter().rev().map(|made| made.recommendation);
        records.filter(|recommendation| known(recommendation)).find(closed)
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        let status = self.closing().and_then(|closing| closing.status);
        match status {
            _ if self.superseded_by.is_some() => Standing::Superseded,
            Some(Status::Superseded) => Standing::Superseded,
            Some(Status::Done) => Standing::Done,
            _ if !self.asks() => Standing::Observation,
            _ if self.records.len() > 1 => Standing::CarriedOver,
            _ => Standing::Open,
        }
    }

    /// Whether somebody is asked for something; of what is said in words of the author's own that is assumed.
    fn asks(&self) -> bool {
        let recommendation = self.worded().recommendation;
        match recommendation.action {
            Some(action) => action.value.asks() || !recommendation.actor.iter().eq([&Actor::Group]),
            None => true,
        }
    }
}

/// All recommendations of a series of meetings.
#[derive(Default)]
pub struct Ledger<'a> {
    /// Each once, in the order in which they were first made; lead-ins are left out.
    pub tracked: Vec<Tracked<'a>>,
    by_id: HashMap<&'a str, usize>,
    by_record: HashMap<Span, usize>,
}

impl<'a> Ledger<'a> {
    /// Reads the record of these meetings, which are in order of time.
    pub fn of(meetings: &[&'a Meeting]) -> Self {
        let mut all = Vec::new();
        meetings.iter().flat_map(|meeting| Made::at(meeting)).for_each(|made| made.with_parts(&mut all));
        let last = meetings.iter().map(|meeting| meeting.number.value).max().unwrap_or_default();
        let mut ledger = Self::default();
        for made in all.iter().filter(|made| !made.is_lead_in()) {
            ledger.add(*made, last);
        }
        for made in &all {
            ledger.supersede(made);
        }
        ledger
    }

    fn add(&mut self, made: Made<'a>, last: u32) {
        let repeated = made.recommendation.repeats.as_ref().and_then(|id| self.by_id.get(id.value.as_str()).copied());
        let at = repeated.unwrap_or_else(|| {
            self.tracked.push(Tracked { records: Vec::new(), superseded_by: None, last });
            self.tracked.len() - 1
        });
        self.tracked[at].records.push(made);
        self.by_record.insert(made.recommendation.span, at);
        if let Some(id) = &made.recommendation.id {
            self.by_id.entry(&id.value).or_insert(at);
        }
    }

    fn supersede(&mut self, made: &Made) {
        let Some(by) = self.by_record.get(&made.recommendation.span).copied() else { return };
        for id in made.recommendation.supersedes.iter() {
            if let Some(at) = self.by_id.get(id.value.as_str()).copied().filter(|at| *at != by) {
                self.tracked[at].superseded_by = Some(by);
            }
        }
    }

    /// The recommendation of which this is a record.
    pub fn of_record(&self, recommendation: &Recommendation) -> Option<&Tracked<'a>> {
        self.by_record.get(&recommendation.span).map(|at| &self.tracked[*at])
    }

    /// The record that gives the words of this one: it repeats an earlier one where it has none of its own.
    pub fn words_of(&self, made: &Made<'a>) -> Made<'a> {
        let records = self.of_record(made.recommendation).map(|tracked| tracked.records.as_slice()).unwrap_or_default();
        let until = records.iter().take_while(|record| record.recommendation.span != made.recommendation.span);
        let worded = until.chain([made]).filter(|record| record.recommendation.is_worded());
        worded.last().copied().unwrap_or(*made)
    }

    /// The recommendation with this id, or the id of one of its repetitions.
    pub fn by_id(&self, id: &str) -> Option<&Tracked<'a>> {
        self.by_id.get(id).map(|at| &self.tracked[*at])
    }
}
