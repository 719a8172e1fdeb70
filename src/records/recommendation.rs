//! Recommendations: records, from which sentences are generated.

use crate::diagnostic::{Diagnostics, Reported};
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Many, Node};
use crate::{choice, record};
use serde_json::{Value, json};

choice! {
    /// Who is addressed, or acts.
    pub enum Actor {
        /// The group itself.
        Group = "group",
        /// The members of the group.
        MembersOfTheGroup = "members-of-the-group",
        /// The secretariat of the Union.
        Secretariat = "secretariat",
        /// The Secretary-General.
        SecretaryGeneral = "secretary-general",
        /// The Directors of the Bureaux.
        Directors = "directors",
        /// Member States and Sector Members.
        Membership = "membership",
        /// The study groups of the Sectors.
        StudyGroups = "study-groups",
        /// The vice-chairs of the group.
        ViceChairs = "vice-chairs",
        /// The Council.
        Council = "council",
        /// All interested stakeholders.
        Stakeholders = "stakeholders",
    }
}

choice! {
    /// What was done.
    pub enum Action {
        /// Asked, gently: the text is a verb that follows "to".
        Encouraged = "encouraged",
        /// Asked: the text is a verb that follows "to".
        Invited = "invited",
        /// Asked, firmly: the text is a verb that follows "to".
        Requested = "requested",
        /// Advised: the text is a verb that follows "to".
        Recommended = "recommended",
        /// The group noted the text.
        Noted = "noted",
        /// The group noted the text with appreciation.
        NotedWithAppreciation = "noted-with-appreciation",
        /// The group appreciated the text.
        Appreciated = "appreciated",
        /// The group welcomed the text.
        Welcomed = "welcomed",
        /// The group recognized the text.
        Recognized = "recognized",
        /// The group discussed the text.
        Discussed = "discussed",
        /// The group considered the text.
        Considered = "considered",
        /// The group agreed: the text begins with "to" or "that".
        Agreed = "agreed",
        /// The group proposed: the text begins with "to" or "that", or is a noun.
        Proposed = "proposed",
        /// The group thanked the text.
        Thanked = "thanked",
    }
}

impl Action {
    /// Whether somebody is asked to do something.
    pub fn asks(self) -> bool {
        matches!(self, Self::Encouraged | Self::Invited | Self::Requested | Self::Recommended)
    }
}

choice! {
    /// What has become of it.
    pub enum Status {
        /// Nothing yet.
        Open = "open",
        /// It is done.
        Done = "done",
        /// Another one took its place.
        Superseded = "superseded",
    }
}

record! {
    /// A recommendation, an observation or a conclusion of the group.
    pub struct Recommendation as "recommendation" {
        /// A name that is unique in the dossier.
        pub id: Option<Text>,
        /// The topic; without it that of the agenda item.
        pub topic: Option<Text>,
        /// Who is addressed, or acts: one or a list.
        pub actor: Many<Actor>,
        /// What was done.
        pub action: Option<Spanned<Action>>,
        /// What follows the verb.
        pub text: Option<Text>,
        /// The whole sentence, where actor and action can't say it.
        pub sentence: Option<Text>,
        /// Bullets of this recommendation.
        pub parts: Vec<Part>,
        /// The documents that it rests on: `2` of this meeting, `37/2` of another one, or full symbols.
        pub documents: Many<Text>,
        /// What has become of it.
        pub status: Option<Status>,
        /// The number of the meeting that closed it.
        pub closed_at: Option<Spanned<u32>>,
        /// What came of it, in a sentence.
        pub outcome: Option<Text>,
        /// The id of an earlier recommendation that is made again: both are one, and the earlier words hold unless there are new ones.
        pub repeats: Option<Text>,
        /// The ids of earlier recommendations in whose place this one stands.
        pub supersedes: Many<Text>,
        /// The ids of recommendations that read alike and yet are others.
        pub distinct_from: Many<Text>,
    }
}

impl Recommendation {
    /// Whether it has words of its own; one that repeats another needs none.
    pub fn is_worded(&self) -> bool {
        self.sentence.is_some() || self.text.is_some() || !self.parts.is_empty()
    }
}

/// A bullet of a recommendation.
#[derive(Debug, Clone)]
pub enum Part {
    /// Words of the author.
    Text(Text),
    /// A recommendation of its own.
    Recommendation(Box<Recommendation>),
}

impl Decode for Part {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Map(_) => Recommendation::decode(node, report).map(|part| Self::Recommendation(Box::new(part))),
            _ => Text::decode(node, report).map(Self::Text),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), Recommendation::schema(schemas)] })
    }
}
