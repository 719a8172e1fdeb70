//! The ledger of recommendations: which records of several meetings are the same recommendation, and what has become of each.

use super::wording::Wording;
use crate::choice;
use crate::kept::QuickMap;
use crate::records::meeting::Meeting;
use crate::records::recommendation::{Part, Recommendation, Status, Words};
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
    /// The recommendation of which this one is a part, or the lead-in that it follows.
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
                Self { topic, recommendation: part, whole: Some(self.recommendation), ..self }.with_parts(all);
            }
        }
    }

    /// Says whether the recommendation only introduces others, as "The following was recorded:" does: these are not parts of it, each stands on its own.
    pub fn is_lead_in(&self) -> bool {
        self.whole.is_none() && self.recommendation.introduces()
    }

    /// Returns the lead-in that the recommendation follows.
    pub fn lead_in(&self) -> Option<&'a Recommendation> {
        self.whole.filter(|_| !self.is_part())
    }

    /// Says whether the recommendation is a part of another one.
    pub fn is_part(&self) -> bool {
        self.whole.is_some_and(|whole| !whole.introduces())
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

    /// Returns what the record at this index of `records` says.
    pub fn wording(&self, at: usize) -> Wording<'a> {
        let (first, later) = self.records[..=at].split_first().expect("a recommendation has a record");
        later.iter().fold(Wording::of(*first), |wording, made| wording.then(*made))
    }

    /// Returns the first wording of the recommendation, or the latest, with the documents of the meeting that worded it.
    pub fn words(&self, words: Words) -> Wording<'a> {
        let wording = match words {
            Words::First => self.wording(0),
            Words::Latest => self.wording(self.records.len() - 1),
        };
        Wording { documents: wording.words, ..wording }
    }

    /// Returns the records at whose time the recommendation was closed, as far as the ledger knows: what was closed at a meeting later than those of the ledger
    /// was still open at its time.
    fn known(&self) -> impl DoubleEndedIterator<Item = &'a Recommendation> {
        let records = self.records.iter().map(|made| made.recommendation);
        records.filter(|recommendation| recommendation.closed_at.is_none_or(|at| at.value <= self.last))
    }

    /// Returns the record that says that the recommendation is done or superseded: the latest one with a status. `None` if that status is `open`, or if
    /// the recommendation was made again after it had been closed.
    pub fn closing(&self) -> Option<&'a Recommendation> {
        let last_made = self.records.last().map_or(0, |made| made.meeting.number.value);
        let latest = self.known().rev().find(|recommendation| recommendation.status.is_some())?;
        let closed = latest.status != Some(Status::Open) && latest.closed_at.is_none_or(|at| at.value >= last_made);
        closed.then_some(latest)
    }

    /// Returns what came of the recommendation: the outcomes that its records give, in order of time.
    pub fn outcomes(&self) -> impl Iterator<Item = &'a Text> {
        self.known().filter_map(|recommendation| recommendation.outcome.as_ref())
    }

    /// Returns how the recommendation was closed; `None` if it was not.
    pub fn closed(&self) -> Option<Standing> {
        match self.closing().and_then(|closing| closing.status) {
            _ if self.superseded_by.is_some() => Some(Standing::Superseded),
            Some(Status::Superseded) => Some(Standing::Superseded),
            Some(Status::Done) => Some(Standing::Done),
            Some(Status::Open) | None => None,
        }
    }

    /// Returns the state of the recommendation.
    pub fn standing(&self) -> Standing {
        match self.closed() {
            _ if !self.asks() => Standing::Observation,
            Some(closed) => closed,
            None if self.records.len() > 1 => Standing::CarriedOver,
            None => Standing::Open,
        }
    }

    /// Says whether any record of the recommendation asks somebody to do something; otherwise it is an observation.
    pub fn asks(&self) -> bool {
        (0..self.records.len()).any(|at| self.wording(at).asks())
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

    /// Returns what a record says.
    pub fn wording_of(&self, made: &Occurrence<'a>) -> Wording<'a> {
        let tracked = self.of_record(made.recommendation);
        let same = |record: &Occurrence| std::ptr::eq(record.recommendation, made.recommendation);
        let found = tracked.and_then(|tracked| Some(tracked.wording(tracked.records.iter().position(same)?)));
        found.unwrap_or_else(|| Wording::of(*made))
    }

    /// Returns the recommendation whose first record, or a record that repeats it, has this id.
    pub fn by_id(&self, id: &str) -> Option<&TrackedRecommendation<'a>> {
        self.by_id.get(id).map(|at| &self.tracked[*at])
    }
}
