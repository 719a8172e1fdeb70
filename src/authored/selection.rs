//! Selections: what authors say of a generated block, that is, from which records it is made and in which form.

use super::front::Period;
use crate::records::activity::Sector;
use crate::records::recommendation::Words;
use crate::records::series::MeetingName;
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};

choice! {
    /// A generated block: a block that is made from records.
    pub enum Generated {
        /// The resolutions and decisions on which the group is based.
        Mandate = "mandate",
        /// The chair and vice-chairs of the group; as a table, all of the period, with their terms.
        Officers = "officers",
        /// The opening of a meeting: when, where and under whom it was held, and who took part.
        Opening = "opening",
        /// The people who took part in a meeting, by delegation, as a table.
        Participants = "participants",
        /// The agenda of a meeting: what it considered, said and concluded, in one clause for each topic.
        Agenda = "agenda",
        /// The agenda of a meeting as it is planned: items with times, documents and who presents them, as a table.
        DraftAgenda = "draft-agenda",
        /// The meetings of the period, and how many documents they considered.
        Meetings = "meetings",
        /// The documents of the meetings.
        Register = "register",
        /// The recommendations of the meetings.
        Recommendations = "recommendations",
        /// The recommendations that have an owner or a date, as a table: what, by whom, by when, and how it stands.
        Actions = "actions",
        /// The summaries of what the meetings said.
        Summary = "summary",
        /// What the meetings considered and said, by topic and in order of time.
        Timeline = "timeline",
        /// The WSIS Action Lines and Goals that the topics of the period serve, as a table; as a chart, how many topics serve each Goal.
        Matrix = "matrix",
        /// The activities of the Union: by Action Line, Goal or Sector, or as a table.
        Activities = "activities",
        /// For each Action Line or Goal its objective, and a table of the activities that serve it.
        Roadmap = "roadmap",
        /// The submission's `proposal` for the future of the group.
        Future = "future",
        /// The theme of the call that the contribution answers, and the Goals under review.
        Theme = "theme",
        /// The questions of the call, with the contribution's answers.
        Answers = "answers",
        /// The evidence from the records: activities, recommendations and documents as bullets, each with its source.
        Evidence = "evidence",
        /// The acknowledgements.
        Acknowledgements = "acknowledgements",
        /// In the note of a transmittal: the sentence that hands the document on.
        Transmittal = "transmittal",
        /// The acronyms of the dossier with the words for which they stand.
        Acronyms = "acronyms",
    }
}

choice! {
    /// The form of a generated block.
    pub enum Form {
        /// A list with a bullet for each document.
        Bullets = "bullets",
        /// A numbered paragraph for each topic, with the symbols of its documents.
        Headings = "headings",
        /// A table.
        Table = "table",
        /// A chart.
        Chart = "chart",
    }
}

choice! {
    /// A column of a register that is shown as a table.
    pub enum RegisterColumn {
        /// The symbol.
        Symbol = "symbol",
        /// The title.
        Title = "title",
        /// Who submitted the document.
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
    /// The property by which records are grouped.
    pub enum By {
        /// For recommendations: a sub-clause for each topic.
        Topic = "topic",
        /// For documents: a paragraph for each source, with bullets.
        Source = "source",
        /// For meetings: a table with a row for each year, or a chart of their documents. For recommendations as a chart: a column for each year.
        Year = "year",
        /// For recommendations as a chart: a bar for each status.
        Status = "status",
        /// For activities: a sub-clause for each WSIS Action Line.
        ActionLine = "action-line",
        /// For activities: a sub-clause for each Sustainable Development Goal.
        Goal = "goal",
        /// For activities: a sub-clause for each Sector.
        Sector = "sector",
    }
}

choice! {
    /// What a matrix shows.
    pub enum MatrixOf {
        /// The topics of the period that serve an Action Line and a Goal.
        Topics = "topics",
        /// The activities of the Union that do.
        Activities = "activities",
    }
}

choice! {
    /// The sorts of evidence.
    pub enum Evidence {
        /// The summaries of what the meetings said.
        Activities = "activities",
        /// The recommendations, each once.
        Recommendations = "recommendations",
        /// The documents.
        Documents = "documents",
    }
}

choice! {
    /// Those whom a document thanks.
    pub enum Thanked {
        /// All Member States and Sector Members who contributed to the work of the body.
        Members = "members",
        /// The vice-chairs of the body.
        ViceChairs = "vice-chairs",
        /// The Secretary-General, the Deputy Secretary-General and the Directors of the Bureaux.
        ElectedOfficials = "elected-officials",
        /// The officials on record.
        Officials = "officials",
        /// The members of the secretariat on record.
        Secretariat = "secretariat",
    }
}

record! {
    /// The records from which a generated block is made, and its form.
    pub struct Selection as "generated block", Default {
        /// The property by which records are grouped: recommendations by `topic`, documents by `source`, meetings by `year`.
        pub by: Option<By>,
        /// The form of the block: `bullets`, `headings`, `table` or `chart`.
        pub r#as: Option<Form>,
        /// The caption of a table or chart.
        pub caption: Option<Text>,
        /// The id by which texts refer to a table or chart that has a caption: `[](#id)`.
        pub id: Option<Text>,
        /// Whether a recommendation that was made several times is shown once, with the meetings that made it and what became of it.
        pub merged: Option<bool>,
        /// Which words of a recommendation are printed where it stands once and was made in different words: `first` or `latest`; without it, as the dossier
        /// says.
        pub words: Option<Words>,
        /// The columns of a register that is shown as a table.
        pub columns: Vec<RegisterColumn>,
        /// Only documents that one of these parties submitted, alone or with others.
        pub from: Many<Text>,
        /// Only records of the topic with this id.
        pub topic: Option<Text>,
        /// Only records of the topics with these ids.
        pub topics: Many<Text>,
        /// No records of the topics with these ids.
        pub except: Many<Text>,
        /// Only records of the meetings with these numbers.
        pub meetings: Many<MeetingName>,
        /// Only records of the meetings in this part of the submission's period.
        pub period: Option<Period>,
        /// Only the documents with these symbols, in this order.
        pub documents: Many<Text>,
        /// Only records of the topics, or only activities, that serve the Goals with these numbers.
        pub goals: Many<Spanned<u32>>,
        /// Only activities that serve these Action Lines.
        pub action_lines: Many<Text>,
        /// Only activities of these Sectors.
        pub sectors: Many<Spanned<Sector>>,
        /// What a matrix shows: `topics` (default) or `activities`.
        pub of: Option<MatrixOf>,
        /// The sorts of evidence that are shown, in this order; without it, activities, recommendations and documents.
        pub what: Many<Evidence>,
        /// Whom the document thanks, besides the people whom the meetings on record thanked: `members`, `vice-chairs`, `elected-officials`, `officials`,
        /// `secretariat`.
        pub to: Many<Spanned<Thanked>>,
        /// Acknowledgements for the time since the session with this id; without it, for the time that the document reports.
        pub since: Option<Text>,
    }
}

impl Selection {
    /// Says whether the selection is limited to some topics, directly or by Goals.
    pub fn names_topics(&self) -> bool {
        self.topic.is_some() || !self.topics.is_empty() || !self.except.is_empty() || !self.goals.is_empty()
    }

    /// Returns the sorts of evidence that are shown, in order.
    pub fn evidence(&self) -> &[Evidence] {
        if self.what.is_empty() { Evidence::ALL } else { &self.what }
    }

    /// Returns the same selection limited to one Goal; `None` if the author limited it to other Goals.
    pub fn for_goal(&self, goal: u32) -> Option<Self> {
        let own = self.goals.is_empty() || self.goals.iter().any(|own| own.value == goal);
        own.then(|| Self { goals: Many(vec![Spanned { value: goal, span: self.span }]), ..self.clone() })
    }
}
