//! Activities: what the Union does towards the WSIS outcomes and the 2030 Agenda. Each is recorded once; roadmaps and reports on activities draw on that record.

use super::mapping::{Mapping, is_of_line};
use super::party::Party;
use crate::date::{Approximate, Dates, is_between};
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};

choice! {
    /// A Sector of the Union, or its General Secretariat.
    pub enum Sector {
        /// The General Secretariat.
        GeneralSecretariat = "general-secretariat",
        /// The Radiocommunication Sector.
        Radiocommunication = "itu-r",
        /// The Telecommunication Standardization Sector.
        Standardization = "itu-t",
        /// The Telecommunication Development Sector.
        Development = "itu-d",
    }
}

record! {
    /// By what it is seen that an activity reaches its aim.
    pub struct Indicator as "indicator" {
        /// What is measured or counted.
        pub text: Text,
        /// The value that is to be reached.
        pub target: Option<Text>,
        /// The latest value on record.
        pub value: Option<Text>,
    }
}

record! {
    /// An activity of the Union.
    pub struct Activity as "activity" {
        /// The title of the activity.
        pub title: Text,
        /// What is done, and what came of it: a paragraph or several.
        pub text: Many<Text>,
        /// The Sectors whose activity it is.
        pub sectors: Many<Spanned<Sector>>,
        /// Who leads the activity: an office, the id of a person or an organization, the code of a country, or words.
        pub lead: Many<Party>,
        /// The first day or month of the activity.
        pub from: Option<Spanned<Approximate>>,
        /// The last day or month of the activity; without it, the activity goes on.
        pub until: Option<Spanned<Approximate>>,
        /// The WSIS Action Lines that the activity serves: `C2`, `C7 e-health`.
        pub action_lines: Many<Text>,
        /// The numbers of the Sustainable Development Goals that the activity serves.
        pub goals: Many<Spanned<u32>>,
        /// The ids of the topics to which the activity belongs.
        pub topics: Many<Text>,
        /// By what it is seen that the activity reaches its aim.
        pub indicators: Many<Indicator>,
        /// The symbols of documents on the activity.
        pub documents: Many<Text>,
    }
}

impl Activity {
    /// Says whether the activity goes on in any of these days.
    pub fn overlaps(&self, dates: Dates) -> bool {
        is_between(self.from, self.until, dates)
    }

    /// Returns what the activity serves, as a topic has it.
    pub fn mapping(&self) -> Mapping {
        Mapping { span: self.span, action_lines: self.action_lines.clone(), goals: self.goals.clone() }
    }

    /// Says whether the activity serves this Action Line, or an application of it: one of C7 e-health serves line C7.
    pub fn serves(&self, line: &str) -> bool {
        self.action_lines.iter().any(|own| is_of_line(&own.value, line))
    }

    /// Returns all texts of the activity that stand in documents.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let indicators = self
            .indicators
            .iter()
            .flat_map(|indicator| std::iter::once(&indicator.text).chain(&indicator.target).chain(&indicator.value));
        std::iter::once(&self.title).chain(self.text.iter()).chain(indicators)
    }
}
