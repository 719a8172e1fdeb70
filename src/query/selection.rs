//! The records of a scope that a selection names. Lowering makes blocks from them, and lint rules look at the same ones.

use super::ledger::{Occurrence, Standing, TrackedRecommendation};
use super::scope::{RegisteredDocument, Scope};
use crate::authored::{Evidence, Selection};
use crate::kept::QuickMap;
use crate::records::meeting::Meeting;
use crate::source::Text;

impl<'a> Scope<'a> {
    /// Returns the meetings of the period that a selection names; all meetings of the period if the selection names none.
    pub fn chosen(&self, selection: &Selection) -> impl Iterator<Item = &'a Meeting> {
        let numbers: Vec<u32> = selection.meetings.iter().map(|number| number.value).collect();
        let named = move |meeting: &&Meeting| numbers.is_empty() || numbers.contains(&meeting.number.value);
        let within = |meeting: &&Meeting| selection.period.as_ref().is_none_or(|period| self.within(period, meeting));
        self.meetings.iter().copied().filter(within).filter(named)
    }

    /// Returns the ids of the topics that a selection names, in the order of the selection; all topics in the order of the record if the selection names none.
    pub fn selected_topics<'s>(&'s self, selection: &'s Selection) -> Vec<&'s str> {
        let named = selection.topic.iter().chain(selection.topics.iter()).map(|topic| topic.value.as_str());
        let mut topics: Vec<&str> = named.collect();
        if topics.is_empty() {
            topics = self.registry.topics.iter().map(|(id, _)| id.value.as_str()).collect();
        }
        topics.retain(|topic| !selection.except.iter().any(|except| except.value == *topic));
        topics.retain(|topic| selection.goals.is_empty() || selection.goals.iter().any(|goal| self.serves(topic, goal.value)));
        topics
    }

    /// Says whether the record maps a topic to a Goal.
    fn serves(&self, topic: &str, goal: u32) -> bool {
        let mapping = self.registry.mapping.get(topic);
        mapping.is_some_and(|mapping| mapping.goals.iter().any(|own| own.value == goal))
    }

    /// Returns the documents that a selection names: in the order of its `documents`, or else in the order of the register.
    pub fn selected_documents(&self, selection: &Selection) -> Vec<RegisteredDocument<'a>> {
        if !selection.documents.is_empty() {
            let known = self.by_symbol();
            let wanted = selection.documents.iter().map(|short| self.symbol(&short.value, None));
            return wanted.filter_map(|symbol| known.get(&symbol).copied()).collect();
        }
        let numbers: Vec<u32> = self.chosen(selection).map(|meeting| meeting.number.value).collect();
        let topics = self.selected_topics(selection);
        let named = selection.names_topics();
        let chosen = |document: &RegisteredDocument| {
            let topic = document.entry.topic.as_ref();
            let from = document.entry.from.as_ref().map(|from| &from.value);
            numbers.contains(&document.meeting.number.value)
                && selection.from.as_ref().is_none_or(|wanted| from == Some(&wanted.value))
                && (!named || topic.is_some_and(|topic| topics.contains(&topic.value.as_str())))
        };
        self.documents().filter(chosen).collect()
    }

    /// Returns the documents of the period by their full symbols. If several documents have the same symbol, the first one counts.
    pub fn by_symbol(&self) -> QuickMap<String, RegisteredDocument<'a>> {
        let mut known = QuickMap::default();
        for document in self.documents() {
            known.entry(self.symbol(&document.entry.symbol.value, Some(document.meeting))).or_insert(document);
        }
        known
    }

    /// Returns the recommendations of the meetings and topics that a selection names: by meeting, in the order of the record.
    pub fn selected_recommendations<'s>(
        &'s self,
        selection: &'s Selection,
    ) -> impl Iterator<Item = Occurrence<'a>> + use<'a, 's> {
        let numbers: Vec<u32> = self.chosen(selection).map(|meeting| meeting.number.value).collect();
        let topics = self.selected_topics(selection);
        self.recommendations()
            .filter(move |made| numbers.contains(&made.meeting.number.value) && topics.contains(&made.topic.value.as_str()))
    }

    /// Returns the recommendations of the meetings and topics that a selection names: each once, in the order in which they were first made.
    pub fn selected_tracked<'s>(
        &'s self,
        selection: &'s Selection,
    ) -> impl Iterator<Item = &'s TrackedRecommendation<'a>> + use<'a, 's> {
        let numbers: Vec<u32> = self.chosen(selection).map(|meeting| meeting.number.value).collect();
        let topics = self.selected_topics(selection);
        self.tracked().filter(move |tracked| {
            let held = tracked.records.iter().any(|made| numbers.contains(&made.meeting.number.value));
            held && topics.contains(&tracked.first().topic.value.as_str())
        })
    }

    /// Returns the recommendations that are shown as evidence: top-level recommendations that have not been superseded. Parts are listed under the
    /// recommendation that they are parts of.
    pub fn evident<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = &'s TrackedRecommendation<'a>> + use<'a, 's> {
        let stands =
            |tracked: &&TrackedRecommendation| tracked.first().whole.is_none() && tracked.standing() != Standing::Superseded;
        self.selected_tracked(selection).filter(stands)
    }

    /// Says whether a selection has nothing to show as evidence.
    pub fn lacks_evidence(&self, selection: &Selection) -> bool {
        selection.evidence().iter().all(|what| match what {
            Evidence::Activities => self.selected_summaries(selection).is_empty(),
            Evidence::Recommendations => self.evident(selection).next().is_none(),
            Evidence::Documents => self.selected_documents(selection).is_empty(),
        })
    }

    /// Returns the summaries that the meetings of a selection give of its topics, topic by topic.
    pub fn selected_summaries(&self, selection: &Selection) -> Vec<&'a Text> {
        let topics = self.selected_topics(selection);
        topics.into_iter().flat_map(|topic| self.said(selection, topic)).map(|(_, text)| text).collect()
    }

    /// Returns the summaries that the meetings of a selection give of one topic, each with its meeting.
    pub fn said(&self, selection: &Selection, topic: &str) -> Vec<(&'a Meeting, &'a Text)> {
        let of_topic = |meeting: &'a Meeting| {
            let items = meeting.items.iter().filter(move |item| item.topic.value == topic);
            items.flat_map(move |item| item.summary.iter().map(move |text| (meeting, text)))
        };
        self.chosen(selection).flat_map(of_topic).collect()
    }
}
