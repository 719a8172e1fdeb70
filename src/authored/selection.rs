//! What authors say of a generated block, and which records of a scope that names: blocks are made from these, and rules look at the same ones.

use super::front::Period;
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};

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
    pub fn names_topics(&self) -> bool {
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
