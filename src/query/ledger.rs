//! The ledger of recommendations: which records of several meetings are the same recommendation, and what has become of each.

use crate::choice;
use crate::kept::QuickMap;
use crate::records::meeting::Meeting;
use crate::records::recommendation::{Actor, Part, Recommendation, Status};
use crate::source::{Span, Text};

/// One occurrence of a recommendation: the record by which one meeting made it, or made it again, together with the meeting and topic of that record.
#[derive(Clone, Copy)]
pub struct Occurrence<'a> {
    /// The meeting that made the recommendation.
    pub meeting: &'a Meeting,
    /// The id of the topic: the record's own, or else that of the agenda item.
    pub topic: &'a Text,
    /// The record of the recommendation.
    pub recommendation: &'a Recommendation,
    /// The recommendation of which this one is a part. `None` for a recommendation of its own, and for what follows a lead-in.
    pub whole: Option<&'a Recommendation>,
}

impl<'a> Occurrence<'a> {
    /// Returns the recommendations of a meeting in the order of the record. Parts of recommendations are not listed.
    pub fn at(meeting: &'a Meeting) -> impl Iterator<Item = Self> {
        meeting.items.iter().flat_map(move |item| {
            item.recommendations.iter().map(move |recommendation| {
                let topic = recommendation.topic.as_ref().unwrap_or(&item.topic);
                Self { meeting, topic, recommendation, whole: None }
            })
        })
    }

    /// Appends this occurrence to `all`, and after it those of its parts, at any depth, that are recommendations of their own.
    fn with_parts(self, all: &mut Vec<Self>) {
        all.push(self);
        for part in &self.recommendation.parts {
            if let Part::Recommendation(part) = part {
                let topic = part.topic.as_ref().unwrap_or(self.topic);
                // the recommendations below a lead-in are not parts of it: each stands on its own
                let whole = (!self.is_lead_in()).then_some(self.recommendation);
                Self { topic, recommendation: part, whole, ..self }.with_parts(all);
            }
        }
    }

    /// Says whether the recommendation only introduces its parts, as "The following was recorded:" does.
    pub fn is_lead_in(&self) -> bool {
        let parts = &self.recommendation.parts;
        let ends = |sentence: &Text| sentence.value.trim_end().ends_with(':');
        !parts.is_empty()
            && parts.iter().all(|part| matches!(part, Part::Recommendation(_)))
            && self.recommendation.sentence.as_ref().is_some_and(ends)
    }
}

choice! {
    /// The state of a recommendation at the end of the meetings that the ledger knows.
    pub enum Standing {
        /// Somebody was asked, and nothing is known to have come of it.
        Open = "open",
        /// The recommendation is open, and was made again at a later meeting.
        CarriedOver = "carried-over",
        /// The recommendation has been carried out.
        Done = "done",
        /// Another recommendation has taken the place of this one.
        Superseded = "superseded",
        /// Nobody was asked for anything: the group noted, appreciated, thanked.
        Observation = "observation",
    }
}

/// A recommendation with all of its records, from the meeting that first made it to the latest one that made it again.
pub struct TrackedRecommendation<'a> {
    /// The first record, then the records of the meetings that made the recommendation again. Never empty.
    pub records: Vec<Occurrence<'a>>,
    /// The recommendation that took the place of this one, as an index into [`Ledger::tracked`].
    pub superseded_by: Option<usize>,
    /// The number of the last meeting that the ledger knows of.
    last: u32,
}

impl<'a> TrackedRecommendation<'a> {
    /// Returns the first record, by whose id the recommendation is known.
    pub fn first(&self) -> Occurrence<'a> {
        self.records[0]
    }

    /// Returns the latest record that has a wording; the first record if none has.
    pub fn worded(&self) -> Occurrence<'a> {
        let worded = self.records.iter().rev().find(|made| made.recommendation.is_worded());
        *worded.unwrap_or(&self.records[0])
    }

    /// Returns the latest record with a status other than `open`. A record that was closed at a meeting later than those of the ledger is passed over: at
    /// the time of the ledger the recommendation was still open.
    pub fn closing(&self) -> Option<&'a Recommendation> {
        let known = |recommendation: &Recommendation| recommendation.closed_at.is_none_or(|at| at.value <= self.last);
        let closed = |recommendation: &&Recommendation| recommendation.status.is_some_and(|status| status != Status::Open);
        let records = self.records.iter().rev().map(|made| made.recommendation);
        records.filter(|recommendation| known(recommendation)).find(closed)
    }

    /// Returns the state of the recommendation.
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

    /// Says whether the recommendation asks somebody for something. One that is worded by a `sentence` of the author's, without an `action`, is assumed to ask.
    fn asks(&self) -> bool {
        let recommendation = self.worded().recommendation;
        match recommendation.action {
            Some(action) => action.value.asks() || !recommendation.actor.iter().eq([&Actor::Group]),
            None => true,
        }
    }
}

/// The recommendations of a series of meetings, each once.
#[derive(Default)]
pub struct Ledger<'a> {
    /// The recommendations in the order in which they were first made. Lead-ins are left out.
    pub tracked: Vec<TrackedRecommendation<'a>>,
    by_id: QuickMap<&'a str, usize>,
    by_record: QuickMap<Span, usize>,
}

impl<'a> Ledger<'a> {
    /// Makes the ledger of these meetings, which have to be in order of time.
    pub fn of(meetings: &[&'a Meeting]) -> Self {
        let mut all = Vec::new();
        meetings.iter().flat_map(|meeting| Occurrence::at(meeting)).for_each(|made| made.with_parts(&mut all));
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

    fn add(&mut self, made: Occurrence<'a>, last: u32) {
        let repeated = made.recommendation.repeats.as_ref().and_then(|id| self.by_id.get(id.value.as_str()).copied());
        let at = repeated.unwrap_or_else(|| {
            self.tracked.push(TrackedRecommendation { records: Vec::new(), superseded_by: None, last });
            self.tracked.len() - 1
        });
        self.tracked[at].records.push(made);
        self.by_record.insert(made.recommendation.span, at);
        if let Some(id) = &made.recommendation.id {
            self.by_id.entry(&id.value).or_insert(at);
        }
    }

    fn supersede(&mut self, made: &Occurrence) {
        let Some(by) = self.by_record.get(&made.recommendation.span).copied() else { return };
        for id in made.recommendation.supersedes.iter() {
            if let Some(at) = self.by_id.get(id.value.as_str()).copied().filter(|at| *at != by) {
                self.tracked[at].superseded_by = Some(by);
            }
        }
    }

    /// Returns the recommendation to which a record belongs; `None` for a lead-in and for a record of other meetings.
    pub fn of_record(&self, recommendation: &Recommendation) -> Option<&TrackedRecommendation<'a>> {
        self.by_record.get(&recommendation.span).map(|at| &self.tracked[*at])
    }

    /// Returns the record whose wording applies to `made`: `made` itself, or the latest earlier record of the same recommendation if `made` has no wording.
    pub fn words_of(&self, made: &Occurrence<'a>) -> Occurrence<'a> {
        let records = self.of_record(made.recommendation).map(|tracked| tracked.records.as_slice()).unwrap_or_default();
        let until = records.iter().take_while(|record| record.recommendation.span != made.recommendation.span);
        let worded = until.chain([made]).filter(|record| record.recommendation.is_worded());
        worded.last().copied().unwrap_or(*made)
    }

    /// Returns the recommendation whose first record, or a record that repeats it, has this id.
    pub fn by_id(&self, id: &str) -> Option<&TrackedRecommendation<'a>> {
        self.by_id.get(id).map(|at| &self.tracked[*at])
    }
}
