//! Recommendations: what a meeting recommended, observed or concluded, as a record from which the program generates a sentence.

use super::party::Party;
use super::series::MeetingName;
use crate::date::Date;
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
    /// The verb of a recommendation: what the group, or the actor, did.
    pub enum Action {
        /// The actor was encouraged, the gentlest way to ask: the text is a verb that follows "to".
        Encouraged = "encouraged",
        /// The actor was invited: the text is a verb that follows "to".
        Invited = "invited",
        /// The actor was requested, the firmest way to ask: the text is a verb that follows "to".
        Requested = "requested",
        /// It was recommended to the actor: the text is a verb that follows "to".
        Recommended = "recommended",
        /// The group noted what the text says.
        Noted = "noted",
        /// The group noted with appreciation what the text says.
        NotedWithAppreciation = "noted-with-appreciation",
        /// The group appreciated what the text says.
        Appreciated = "appreciated",
        /// The group welcomed what the text says.
        Welcomed = "welcomed",
        /// The group recognized what the text says.
        Recognized = "recognized",
        /// The group discussed what the text says.
        Discussed = "discussed",
        /// The group considered what the text says.
        Considered = "considered",
        /// The group agreed: the text begins with "to" or "that".
        Agreed = "agreed",
        /// The group decided: the text begins with "to" or "that".
        Decided = "decided",
        /// The group proposed: the text begins with "to" or "that", or is a noun.
        Proposed = "proposed",
        /// The group thanked those whom the text names.
        Thanked = "thanked",
    }
}

impl Action {
    /// Says whether the action asks somebody to do something.
    pub fn asks(self) -> bool {
        matches!(self, Self::Encouraged | Self::Invited | Self::Requested | Self::Recommended)
    }
}

choice! {
    /// What has become of a recommendation.
    pub enum Status {
        /// It has not been carried out yet.
        Open = "open",
        /// It has been carried out.
        Done = "done",
        /// Another recommendation has replaced it.
        Superseded = "superseded",
    }
}

choice! {
    /// Which words of a recommendation are printed where it stands once and was made several times in different words.
    pub enum Words {
        /// Those of the meeting that made it first.
        First = "first",
        /// Those of the latest meeting that gave it words.
        Latest = "latest",
    }
}

record! {
    /// A recommendation, an observation or a conclusion of the group.
    pub struct Recommendation as "recommendation" {
        /// The id of the recommendation, unique in the dossier.
        pub id: Option<Text>,
        /// The id of the topic; without it, the topic of the agenda item.
        pub topic: Option<Text>,
        /// Who is addressed, or acts: one actor or a list.
        pub actor: Many<Actor>,
        /// The verb: `encouraged`, `noted` …
        pub action: Option<Spanned<Action>>,
        /// The words that follow the verb.
        pub text: Option<Text>,
        /// The whole sentence, where it can't be made from actor, action and text.
        pub sentence: Option<Text>,
        /// The bullets of this recommendation.
        pub parts: Vec<Part>,
        /// The symbols of the documents on which it is based: `2` for a document of this meeting, `37/2` of another one, or full symbols.
        pub documents: Many<Text>,
        /// Whether it is open, done or superseded.
        pub status: Option<Status>,
        /// The meeting that closed the recommendation: its number, or `cwg-b:38` for a meeting of another body than the one that made it.
        pub closed_at: Option<MeetingName>,
        /// Who is to carry it out, one or several, as in `from:` of a document; without it, nobody is named besides the actor.
        pub owner: Many<Party>,
        /// The day by which it is to be carried out.
        pub due: Option<Spanned<Date>>,
        /// A sentence that says what came of the recommendation.
        pub outcome: Option<Text>,
        /// The id of an earlier recommendation that this one makes again. Both count as one; the earlier words apply unless new ones are given.
        pub repeats: Option<Text>,
        /// The ids of earlier recommendations that this one replaces.
        pub supersedes: Many<Text>,
        /// The ids of recommendations that are worded alike but are different ones, so that they are not reported as similar.
        pub distinct_from: Many<Text>,
    }
}

impl Recommendation {
    /// Says whether the recommendation has words of its own. One that repeats another needs none.
    pub fn is_worded(&self) -> bool {
        self.sentence.is_some() || self.text.is_some() || !self.parts.is_empty()
    }

    /// Says whether the recommendation only introduces its parts, which are recommendations: its sentence ends with a colon, and nothing else is said of it.
    pub fn introduces(&self) -> bool {
        let ends = |sentence: &Text| sentence.value.trim_end().ends_with(':');
        let followed = self.status.is_some() || self.closed_at.is_some() || self.outcome.is_some();
        let linked = self.repeats.is_some() || !self.supersedes.is_empty();
        !(followed || linked || self.action.is_some() || self.parts.is_empty())
            && self.parts.iter().all(|part| matches!(part, Part::Recommendation(_)))
            && self.sentence.as_ref().is_some_and(ends)
    }
}

/// A bullet of a recommendation.
#[derive(Debug, Clone)]
pub enum Part {
    /// A bullet in the author's words.
    Text(Text),
    /// A bullet that is a recommendation itself.
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
