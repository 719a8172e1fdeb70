//! Those who took part in a meeting: one number, or a number for each category.

use crate::diagnostic::{Diagnostics, Reported};
use crate::record;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node};
use serde_json::{Value, json};

record! {
    /// How many people of each category took part in a meeting.
    pub struct Categories as "participants" {
        /// Those of Member States.
        pub member_states: Option<u32>,
        /// Those of Sector Members.
        pub sector_members: Option<u32>,
        /// Those of Associates.
        pub associates: Option<u32>,
        /// Those of Academia.
        pub academia: Option<u32>,
        /// Those of the United Nations and its agencies.
        pub united_nations: Option<u32>,
        /// Those of the secretariat.
        pub secretariat: Option<u32>,
        /// All others.
        pub others: Option<u32>,
    }
}

/// How many people took part in a meeting.
#[derive(Debug, Clone)]
pub enum Participants {
    /// The number of all.
    Total(u32),
    /// The numbers by category.
    ByCategory(Categories),
}

impl Participants {
    /// Returns how many took part in all.
    pub fn total(&self) -> u64 {
        match self {
            Self::Total(total) => (*total).into(),
            Self::ByCategory(_) => self.by_category().iter().map(|(_, number)| u64::from(*number)).sum(),
        }
    }

    /// Returns the categories of which anybody took part, each by the key of its noun and with the number; nothing if only the number of all is on record.
    pub fn by_category(&self) -> Vec<(&'static str, u32)> {
        let Self::ByCategory(categories) = self else { return Vec::new() };
        let numbers = [
            ("of-member-states", categories.member_states),
            ("of-sector-members", categories.sector_members),
            ("of-associates", categories.associates),
            ("of-academia", categories.academia),
            ("of-united-nations", categories.united_nations),
            ("of-secretariat", categories.secretariat),
            ("others", categories.others),
        ];
        numbers.into_iter().filter_map(|(key, number)| Some((key, number.filter(|number| *number > 0)?))).collect()
    }
}

impl Decode for Participants {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Map(_) => Categories::decode(node, report).map(Self::ByCategory),
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => u32::decode(node, report).map(Self::Total),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [u32::schema(schemas), Categories::schema(schemas)] })
    }
}
