//! The records of a scope that a selection names. Lowering makes blocks from them, and lint rules look at the same ones.

use super::ledger::{Occurrence, Standing, TrackedRecommendation};
use super::scope::{RegisteredDocument, Scope};
use crate::authored::{Evidence, Selection};
use crate::kept::{QuickMap, QuickSet};
use crate::records::meeting::Meeting;
use crate::records::recommendation::Words;
use crate::source::{Span, Text};

/// A recommendation as it is counted among some meetings: once, however many of them made it.
#[derive(Clone, Copy)]
pub struct Counted<'s, 'a> {
    /// The recommendation with all its records, also those of other meetings.
    pub tracked: &'s TrackedRecommendation<'a>,
    /// The record by which one of these meetings made it first. Its year and topic are those under which the recommendation is counted.
    pub made: Occurrence<'a>,
}

/// Returns the items by their topics, those of each topic in the order of `items`.
pub fn by_topic<'t, T>(
    items: impl IntoIterator<Item = T>,
    topic_of: impl Fn(&T) -> Option<&'t Text>,
) -> QuickMap<&'t str, Vec<T>> {
    let mut groups: QuickMap<&str, Vec<T>> = QuickMap::default();
    for item in items {
        if let Some(topic) = topic_of(&item) {
            groups.entry(&topic.value).or_default().push(item);
        }
    }
    groups
}

impl<'a> Scope<'a> {
    /// Returns the meetings of the period that a selection names; all meetings of the period if the selection names none.
    pub fn chosen<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = &'a Meeting> + use<'a, 's> {
        let names: QuickSet<(&str, u32)> =
            selection.meetings.iter().map(|name| (name.body_or(self.body_id()), name.number)).collect();
        let named = move |meeting: &&Meeting| names.is_empty() || self.registry.hosts(meeting).any(|host| names.contains(&host));
        let within = move |meeting: &&Meeting| selection.period.as_ref().is_none_or(|period| self.within(period, meeting));
        self.meetings.iter().copied().filter(within).filter(named)
    }

    /// Returns the places of the records of the meetings of a selection, by which it is quickly found whether a record is of one of them.
    fn spans(&self, selection: &Selection) -> QuickSet<Span> {
        self.chosen(selection).map(|meeting| meeting.span).collect()
    }

    /// Returns the ids of the topics that a selection names, in the order of the selection; all topics in the order of the record if the selection names none.
    pub fn selected_topics<'s>(&'s self, selection: &'s Selection) -> Vec<&'s str> {
        let named = selection.topic.iter().chain(selection.topics.iter()).map(|topic| topic.value.as_str());
        let mut topics: Vec<&str> = named.collect();
        if topics.is_empty() {
            topics = self.registry.topics.iter().map(|(id, _)| id.value.as_str()).collect();
        }
        let except: QuickSet<&str> = selection.except.iter().map(|except| except.value.as_str()).collect();
        topics.retain(|topic| !except.contains(topic));
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
        let meetings = self.spans(selection);
        let topics: QuickSet<&str> = self.selected_topics(selection).into_iter().collect();
        let named = selection.names_topics();
        let chosen = |document: &RegisteredDocument| {
            let topic = document.entry.topic.as_ref();
            meetings.contains(&document.meeting.span)
                && (selection.from.is_empty() || selection.from.iter().any(|wanted| document.is_by(&wanted.value)))
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
        let meetings = self.spans(selection);
        let topics: QuickSet<&str> = self.selected_topics(selection).into_iter().collect();
        let here = self.recommendations().filter(move |made| meetings.contains(&made.meeting.span));
        here.flat_map(move |made| made.on(&|topic| topics.contains(topic)))
    }

    /// Returns the recommendations of the meetings and topics that a selection names, each once, in the order in which they were first made.
    pub fn selected_tracked<'s>(&'s self, selection: &Selection) -> Vec<Counted<'s, 'a>> {
        let topics: QuickSet<&str> = self.selected_topics(selection).into_iter().collect();
        let mut all = self.counted(&self.chosen(selection).collect::<Vec<_>>());
        all.retain(|counted| topics.contains(&counted.made.topic.value.as_str()));
        all
    }

    /// Returns the recommendations that some meetings of the period made, or made again: each once, in the order of the ledger.
    pub fn counted(&self, meetings: &[&Meeting]) -> Vec<Counted<'_, 'a>> {
        let chosen: QuickSet<Span> = meetings.iter().map(|meeting| meeting.span).collect();
        let here = |made: &&Occurrence| chosen.contains(&made.meeting.span);
        let all = self.ledger().tracked.iter();
        all.filter_map(|tracked| Some(Counted { tracked, made: *tracked.records.iter().find(here)? })).collect()
    }

    /// Returns the words of recommendations that a selection prints: as it says, or else as the dossier says.
    pub fn words(&self, selection: &Selection) -> Words {
        let dossier = self.registry.words.map(|words| words.value);
        selection.words.or(dossier).unwrap_or(Words::Latest)
    }

    /// Returns the recommendations that are shown as evidence: those that have not been superseded.
    pub fn evident(&self, selection: &Selection) -> Vec<Counted<'_, 'a>> {
        let mut all = self.selected_tracked(selection);
        all.retain(|counted| counted.tracked.closed() != Some(Standing::Superseded));
        all
    }

    /// Says whether a selection has nothing to show as evidence.
    pub fn lacks_evidence(&self, selection: &Selection) -> bool {
        selection.evidence().iter().all(|what| match what {
            Evidence::Activities => self.selected_summaries(selection).is_empty(),
            Evidence::Recommendations => self.evident(selection).is_empty(),
            Evidence::Documents => self.selected_documents(selection).is_empty(),
        })
    }

    /// Returns the summaries that the meetings of a selection give of its topics, topic by topic.
    pub fn selected_summaries(&self, selection: &Selection) -> Vec<&'a Text> {
        let mut said = self.said(selection);
        let topics = self.selected_topics(selection);
        topics.into_iter().flat_map(|topic| said.remove(topic).unwrap_or_default()).map(|(_, text)| text).collect()
    }

    /// Returns the summaries that the meetings of a selection give of each topic, each with its meeting.
    pub fn said(&self, selection: &Selection) -> QuickMap<&'a str, Vec<(&'a Meeting, &'a Text)>> {
        let mut said: QuickMap<&str, Vec<_>> = QuickMap::default();
        for meeting in self.chosen(selection) {
            for item in meeting.items.iter() {
                let texts = item.summary.iter().map(|text| (meeting, text));
                said.entry(&item.topic.value).or_default().extend(texts);
            }
        }
        said
    }
}
