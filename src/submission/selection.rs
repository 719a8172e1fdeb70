//! What authors say of a generated block, and which records of a scope that names: blocks are made from these, and rules look at the same ones.

use super::front::Period;
use super::scope::{Registered, Scope};
use crate::model::ledger::{Made, Standing, Tracked};
use crate::model::meeting::Meeting;
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};
use std::collections::HashMap;

choice! {
    /// A block that is made from the record.
    pub enum Generated {
        /// What the group rests on.
        Mandate = "mandate",
        /// Who chairs the group and who are its vice-chairs; as a table, all who were in the period, with their terms.
        Officers = "officers",
        /// When, where and under whom the meeting was held, and who took part.
        Opening = "opening",
        /// What the meeting considered, said and concluded, a clause for each topic.
        Agenda = "agenda",
        /// The meetings held and how many documents they considered.
        Meetings = "meetings",
        /// The documents of the meetings.
        Register = "register",
        /// The recommendations of the meetings.
        Recommendations = "recommendations",
        /// What the meetings' summaries say.
        Summary = "summary",
        /// What the meetings considered and said, topic by topic, in order of time.
        Timeline = "timeline",
        /// Which WSIS Action Lines and Goals the topics of the period serve, as a table; as a chart, how many topics serve each Goal.
        Matrix = "matrix",
        /// What is proposed for the future of the group: the submission's `proposal`.
        Future = "future",
        /// The theme of the call that a contribution answers, and the Goals under review.
        Theme = "theme",
        /// The questions of the call, with the contribution's answers.
        Answers = "answers",
        /// What the record has to show: activities, recommendations and documents as bullets, each with its source.
        Evidence = "evidence",
        /// The thanks.
        Acknowledgements = "acknowledgements",
    }
}

choice! {
    /// The form of a generated block.
    pub enum Form {
        /// A bullet a document.
        Bullets = "bullets",
        /// A numbered paragraph a topic, with its symbols.
        Headings = "headings",
        /// A table.
        Table = "table",
        /// A chart.
        Chart = "chart",
    }
}

choice! {
    /// A column of a register.
    pub enum RegisterColumn {
        /// The symbol.
        Symbol = "symbol",
        /// The title.
        Title = "title",
        /// Who submitted it.
        From = "from",
        /// The topic.
        Topic = "topic",
        /// The meeting.
        Meeting = "meeting",
        /// The date.
        Date = "date",
    }
}

choice! {
    /// What records are grouped by.
    pub enum By {
        /// Recommendations: a sub-clause a topic.
        Topic = "topic",
        /// Documents: a paragraph for each source, with bullets.
        Source = "source",
        /// Meetings: a table with a row a year, or a chart of their documents; recommendations as a chart: a column a year.
        Year = "year",
        /// Recommendations as a chart: a bar for each way in which they stand.
        Status = "status",
    }
}

choice! {
    /// What may be shown as evidence.
    pub enum Evidence {
        /// What the meetings' summaries say.
        Activities = "activities",
        /// The recommendations, each once.
        Recommendations = "recommendations",
        /// The documents.
        Documents = "documents",
    }
}

record! {
    /// Which records a generated block is made from, and its form.
    pub struct Selection as "generated block", Default {
        /// What records are grouped by: recommendations by `topic`, documents by `source`, meetings by `year`.
        pub by: Option<By>,
        /// The form.
        pub r#as: Option<Form>,
        /// The caption of a table or chart.
        pub caption: Option<Text>,
        /// A name for references to a table or chart that has a caption.
        pub id: Option<Text>,
        /// Whether recommendations that were made again stand once, each with where it was made and what became of it.
        pub merged: Option<bool>,
        /// The columns of a register as a table.
        pub columns: Vec<RegisterColumn>,
        /// Documents submitted by this source only.
        pub from: Option<Text>,
        /// Records of this topic only.
        pub topic: Option<Text>,
        /// Records of these topics only.
        pub topics: Many<Text>,
        /// No records of these topics.
        pub except: Many<Text>,
        /// Records of the meetings with these numbers only.
        pub meetings: Many<Spanned<u32>>,
        /// Records of the meetings of this part of the submission's period only.
        pub period: Option<Period>,
        /// These documents, in this order.
        pub documents: Many<Text>,
        /// Records of the topics that serve these Goals only.
        pub goals: Many<Spanned<u32>>,
        /// What is shown as evidence, in this order; without it activities, recommendations and documents.
        pub what: Many<Evidence>,
        /// Thanks for the time since this session.
        pub since: Option<Text>,
    }
}

impl Selection {
    /// Whether only records of some topics are meant.
    fn names_topics(&self) -> bool {
        self.topic.is_some() || !self.topics.is_empty() || !self.except.is_empty() || !self.goals.is_empty()
    }

    /// What is shown as evidence.
    pub fn evidence(&self) -> &[Evidence] {
        if self.what.is_empty() { Evidence::ALL } else { &self.what }
    }

    /// The same selection, of what serves one Goal; none if it has other Goals itself.
    pub fn for_goal(&self, goal: u32) -> Option<Self> {
        let own = self.goals.is_empty() || self.goals.iter().any(|own| own.value == goal);
        own.then(|| Self { goals: Many(vec![Spanned { value: goal, span: self.span }]), ..self.clone() })
    }
}

impl<'a> Scope<'a> {
    /// The meetings of the period that a selection names; all unless it names some.
    pub fn chosen(&self, selection: &Selection) -> impl Iterator<Item = &'a Meeting> {
        let numbers: Vec<u32> = selection.meetings.iter().map(|number| number.value).collect();
        let named = move |meeting: &&Meeting| numbers.is_empty() || numbers.contains(&meeting.number.value);
        let within = |meeting: &&Meeting| selection.period.as_ref().is_none_or(|period| self.within(period, meeting));
        self.meetings.iter().copied().filter(within).filter(named)
    }

    /// The topics that a selection names in the order that it gives, or else all in the record's order.
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

    /// Whether a topic is mapped to a Goal.
    fn serves(&self, topic: &str, goal: u32) -> bool {
        let mapping = self.registry.mapping.get(topic);
        mapping.is_some_and(|mapping| mapping.goals.iter().any(|own| own.value == goal))
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
        let named = selection.names_topics();
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

    /// The recommendations of the meetings and topics that a selection names, each once, in the order in which they were first made.
    pub fn selected_tracked<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = &'s Tracked<'a>> + use<'a, 's> {
        let numbers: Vec<u32> = self.chosen(selection).map(|meeting| meeting.number.value).collect();
        let topics = self.selected_topics(selection);
        self.tracked().filter(move |tracked| {
            let held = tracked.records.iter().any(|made| numbers.contains(&made.meeting.number.value));
            held && topics.contains(&tracked.first().topic.value.as_str())
        })
    }

    /// The recommendations that are shown as evidence: those that stand, without parts, which stand with what they are parts of.
    pub fn evident<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = &'s Tracked<'a>> + use<'a, 's> {
        let stands = |tracked: &&Tracked| tracked.first().whole.is_none() && tracked.standing() != Standing::Superseded;
        self.selected_tracked(selection).filter(stands)
    }

    /// Whether there is nothing to be shown as evidence.
    pub fn lacks_evidence(&self, selection: &Selection) -> bool {
        selection.evidence().iter().all(|what| match what {
            Evidence::Activities => self.selected_summaries(selection).is_empty(),
            Evidence::Recommendations => self.evident(selection).next().is_none(),
            Evidence::Documents => self.selected_documents(selection).is_empty(),
        })
    }

    /// What the meetings that a selection names said of its topics, topic by topic.
    pub fn selected_summaries(&self, selection: &Selection) -> Vec<&'a Text> {
        let topics = self.selected_topics(selection);
        topics.into_iter().flat_map(|topic| self.said(selection, topic)).map(|(_, text)| text).collect()
    }

    /// What the meetings that a selection names said of a topic.
    pub fn said(&self, selection: &Selection, topic: &str) -> Vec<(&'a Meeting, &'a Text)> {
        let of_topic = |meeting: &'a Meeting| {
            let items = meeting.items.iter().filter(move |item| item.topic.value == topic);
            items.flat_map(move |item| item.summary.iter().map(move |text| (meeting, text)))
        };
        self.chosen(selection).flat_map(of_topic).collect()
    }
}
