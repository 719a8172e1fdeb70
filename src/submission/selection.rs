//! Which records of a scope a selection names. Generated blocks are made from these, and rules look at the same ones.

use super::body::Selection;
use super::scope::{Made, Registered, Scope};
use crate::model::meeting::Meeting;
use crate::source::Text;
use std::collections::HashMap;

impl<'a> Scope<'a> {
    /// The meetings of the period that a selection names; all unless it names some.
    pub fn chosen(&self, selection: &Selection) -> impl Iterator<Item = &'a Meeting> {
        let numbers: Vec<u32> = selection.meetings.iter().map(|number| number.value).collect();
        self.meetings.iter().copied().filter(move |meeting| numbers.is_empty() || numbers.contains(&meeting.number.value))
    }

    /// The topics that a selection names in the order that it gives, or else all in the record's order.
    pub fn selected_topics<'s>(&'s self, selection: &'s Selection) -> Vec<&'s str> {
        let named = selection.topic.iter().chain(selection.topics.iter()).map(|topic| topic.value.as_str());
        let mut topics: Vec<&str> = named.collect();
        if topics.is_empty() {
            topics = self.registry.topics.iter().map(|(id, _)| id.value.as_str()).collect();
        }
        topics.retain(|topic| !selection.except.iter().any(|except| except.value == *topic));
        topics
    }

    /// The documents that a selection names: in its own order, or else in that of the register.
    pub fn selected_documents(&self, selection: &Selection) -> Vec<Registered<'a>> {
        if !selection.documents.is_empty() {
            let known = self.by_symbol();
            let wanted = selection.documents.iter().map(|short| self.symbol(&short.value, None));
            return wanted.filter_map(|symbol| known.get(&symbol).copied()).collect();
        }
        let numbers: Vec<u32> = self.chosen(selection).map(|meeting| meeting.number.value).collect();
        let topics = self.selected_topics(selection);
        let named = selection.topic.is_some() || !selection.topics.is_empty() || !selection.except.is_empty();
        let chosen = |document: &Registered| {
            let topic = document.entry.topic.as_ref();
            let from = document.entry.from.as_ref().map(|from| &from.value);
            numbers.contains(&document.meeting.number.value)
                && selection.from.as_ref().is_none_or(|wanted| from == Some(&wanted.value))
                && (!named || topic.is_some_and(|topic| topics.contains(&topic.value.as_str())))
        };
        self.documents().filter(chosen).collect()
    }

    /// The documents of the period by their full symbols; of those with the same symbol the first.
    pub fn by_symbol(&self) -> HashMap<String, Registered<'a>> {
        let mut known = HashMap::new();
        for document in self.documents() {
            known.entry(self.symbol(&document.entry.symbol.value, Some(document.meeting))).or_insert(document);
        }
        known
    }

    /// The recommendations of the meetings and topics that a selection names, by meeting and in the record's order.
    pub fn selected_recommendations<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = Made<'a>> + use<'a, 's> {
        let numbers: Vec<u32> = self.chosen(selection).map(|meeting| meeting.number.value).collect();
        let topics = self.selected_topics(selection);
        self.recommendations()
            .filter(move |made| numbers.contains(&made.meeting.number.value) && topics.contains(&made.topic.value.as_str()))
    }

    /// What the meetings that a selection names said of its topics, topic by topic.
    pub fn selected_summaries(&self, selection: &Selection) -> Vec<&'a Text> {
        let items: Vec<_> = self.chosen(selection).flat_map(|meeting| &meeting.items).collect();
        let of_topic = |topic| items.iter().filter(move |item| item.topic.value == topic).flat_map(|item| item.summary.iter());
        self.selected_topics(selection).into_iter().flat_map(of_topic).collect()
    }
}
