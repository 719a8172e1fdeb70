//! The ledger of recommendations: which records of several meetings are the same recommendation, and what has become of each.

use super::wording::Wording;
use crate::choice;
use crate::date::Date;
use crate::kept::QuickMap;
use crate::records::meeting::Meeting;
use crate::records::party::Party;
use crate::records::recommendation::{Part, Recommendation, Status, Words};
use crate::records::registry::Registry;
use crate::records::series::{MeetingIndex, MeetingName};
use crate::source::{Span, Spanned, Text};

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

    /// Returns the recommendation if it is on a wanted topic, or else those of its parts, at any depth, that are.
    pub fn on(self, wanted: &impl Fn(&str) -> bool) -> Vec<Self> {
        if wanted(&self.topic.value) {
            return vec![self];
        }
        let parts = self.recommendation.parts.iter().filter_map(|part| match part {
            Part::Recommendation(part) => Some(&**part),
            Part::Text(_) => None,
        });
        parts.flat_map(|part| self.part(part).on(wanted)).collect()
    }

    /// Returns a part of the recommendation. Without a topic of its own it is on that of the recommendation.
    fn part(self, part: &'a Recommendation) -> Self {
        Self { topic: part.topic.as_ref().unwrap_or(self.topic), recommendation: part, whole: Some(self.recommendation), ..self }
    }

    /// Appends this occurrence to `all`, and after it those of its parts, at any depth, that are recommendations of their own.
    fn with_parts(self, all: &mut Vec<Self>) {
        all.push(self);
        for part in &self.recommendation.parts {
            if let Part::Recommendation(part) = part {
                self.part(part).with_parts(all);
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
    /// What each of the records says, with what it takes over from those before it.
    pub wordings: Vec<Wording<'a>>,
    /// The records that took the place of this recommendation, in order of time.
    pub superseded_by: Vec<Occurrence<'a>>,
    /// The records at whose time the recommendation was closed or is open, as far as the ledger knows: what was closed at a meeting later than those of the
    /// ledger was still open at its time.
    known: Vec<Occurrence<'a>>,
    /// The record that closed the recommendation, if it was not made again afterwards.
    closing: Option<Occurrence<'a>>,
}

impl<'a> TrackedRecommendation<'a> {
    /// Returns the first record, by whose id the recommendation is known.
    pub fn first(&self) -> Occurrence<'a> {
        self.records[0]
    }

    /// Returns the first wording of the recommendation, or the latest, with the documents of the meeting that worded it.
    pub fn words(&self, words: Words) -> Wording<'a> {
        let wording = match words {
            Words::First => self.wordings[0],
            Words::Latest => self.wordings[self.wordings.len() - 1],
        };
        Wording { documents: wording.words, ..wording }
    }

    /// Returns the record that says that the recommendation is done or superseded: the latest one with a status. `None` if that status is `open`, or if
    /// the recommendation was made again after it had been closed.
    pub fn closing(&self) -> Option<Occurrence<'a>> {
        self.closing
    }

    /// Returns what came of the recommendation: the outcomes that its records give, in order of time.
    pub fn outcomes(&self) -> impl Iterator<Item = &'a Text> {
        self.known.iter().filter_map(|made| made.recommendation.outcome.as_ref())
    }

    /// Returns who is to carry out the recommendation, as the latest record says that names anybody; empty if none does.
    pub fn owners(&self) -> &'a [Party] {
        self.records.iter().rev().map(|made| &*made.recommendation.owner).find(|owners| !owners.is_empty()).unwrap_or_default()
    }

    /// Returns the day by which the recommendation is to be carried out, as the latest record says that gives one.
    pub fn due(&self) -> Option<Spanned<Date>> {
        self.records.iter().rev().find_map(|made| made.recommendation.due)
    }

    /// Returns how the recommendation was closed; `None` if it was not.
    pub fn closed(&self) -> Option<Standing> {
        match self.closing().and_then(|made| made.recommendation.status) {
            _ if !self.superseded_by.is_empty() => Some(Standing::Superseded),
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

    /// Says whether somebody is to do something: any record asks for it, or gives an owner or a date; otherwise the recommendation is an observation.
    pub fn asks(&self) -> bool {
        self.wordings.iter().any(Wording::asks) || !self.owners().is_empty() || self.due().is_some()
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
    /// Makes the ledger of these meetings of the registry, which have to be in order of time.
    pub fn of(registry: &'a Registry, meetings: &[&'a Meeting]) -> Self {
        let mut all = Vec::new();
        meetings.iter().flat_map(|meeting| Occurrence::at(meeting)).for_each(|made| made.with_parts(&mut all));
        let mut ledger = Self::default();
        all.iter().filter(|made| !made.is_lead_in()).for_each(|made| ledger.add(*made));
        let past = Past::of(registry, meetings);
        ledger.tracked.iter_mut().for_each(|tracked| past.close(tracked));
        for made in &all {
            ledger.supersede(made);
        }
        ledger
    }

    fn add(&mut self, made: Occurrence<'a>) {
        let repeated = made.recommendation.repeats.as_ref().and_then(|id| self.by_id.get(id.value.as_str()).copied());
        let at = repeated.unwrap_or_else(|| {
            self.tracked.push(TrackedRecommendation {
                records: Vec::new(),
                wordings: Vec::new(),
                superseded_by: Vec::new(),
                known: Vec::new(),
                closing: None,
            });
            self.tracked.len() - 1
        });
        let tracked = &mut self.tracked[at];
        tracked.wordings.push(tracked.wordings.last().map_or(Wording::of(made), |before| before.then(made)));
        tracked.records.push(made);
        self.by_record.insert(made.recommendation.span, at);
        if let Some(id) = &made.recommendation.id {
            self.by_id.entry(&id.value).or_insert(at);
        }
    }

    fn supersede(&mut self, made: &Occurrence<'a>) {
        let Some(by) = self.by_record.get(&made.recommendation.span).copied() else { return };
        for id in made.recommendation.supersedes.iter() {
            if let Some(at) = self.by_id.get(id.value.as_str()).copied().filter(|at| *at != by) {
                self.tracked[at].superseded_by.push(*made);
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
        let found = tracked.and_then(|tracked| Some(tracked.wordings[tracked.records.iter().position(same)?]));
        found.unwrap_or_else(|| Wording::of(*made))
    }

    /// Returns the recommendation whose first record, or a record that repeats it, has this id.
    pub fn by_id(&self, id: &str) -> Option<&TrackedRecommendation<'a>> {
        self.by_id.get(id).map(|at| &self.tracked[*at])
    }
}

/// The meetings that a ledger knows of, by which it is decided what had been closed at their time.
struct Past<'a> {
    registry: &'a Registry,
    index: MeetingIndex<'a>,
    /// The largest number of a meeting of each body.
    last: QuickMap<&'a str, u32>,
}

impl<'a> Past<'a> {
    fn of(registry: &'a Registry, meetings: &[&'a Meeting]) -> Self {
        let mut last: QuickMap<&str, u32> = QuickMap::default();
        for (body, number) in meetings.iter().flat_map(|meeting| registry.hosts(meeting)) {
            last.entry(body).and_modify(|last| *last = number.max(*last)).or_insert(number);
        }
        Self { registry, index: MeetingIndex::of(registry), last }
    }

    /// Says which records of a recommendation are known, and which of them closed it.
    fn close(&self, tracked: &mut TrackedRecommendation<'a>) {
        let is_known =
            |made: &&Occurrence| made.recommendation.closed_at.as_ref().is_none_or(|name| self.has(name, made.meeting));
        tracked.known = tracked.records.iter().filter(is_known).copied().collect();
        let (Some(last), Some(latest)) =
            (tracked.records.last(), tracked.known.iter().rev().find(|made| made.recommendation.status.is_some()))
        else {
            return;
        };
        let name = latest.recommendation.closed_at.as_ref();
        let closed = latest.recommendation.status != Some(Status::Open)
            && name.is_none_or(|name| self.is_not_before(name, latest.meeting, last.meeting));
        tracked.closing = Some(*latest).filter(|_| closed);
    }

    /// Says whether the meeting that the record of `meeting` names is not later than the last one of its body.
    fn has(&self, name: &MeetingName, meeting: &Meeting) -> bool {
        let is_past = |body: &str| self.last.get(body).is_some_and(|last| name.number <= *last);
        match &name.body {
            Some(body) => is_past(&body.value),
            None => self.registry.hosts(meeting).any(|(body, _)| is_past(body)),
        }
    }

    /// Says whether the meeting that the record of `meeting` names was not held before `other`. One that is not on record is compared by its number.
    fn is_not_before(&self, name: &MeetingName, meeting: &Meeting, other: &Meeting) -> bool {
        match self.index.named_at(name, meeting).first() {
            Some(named) => named.order() >= other.order(),
            None => {
                let body = name.body_or(self.registry.home(meeting).body);
                self.registry.number_in(other, body).is_none_or(|number| name.number >= number)
            }
        }
    }
}
