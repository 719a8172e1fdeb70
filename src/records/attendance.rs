//! Who took part in a meeting, person by person.

use crate::diagnostic::{Diagnostics, Reported};
use crate::record;
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node};
use serde_json::{Value, json};

record! {
    /// A person who took part in a meeting.
    pub struct AttendeeEntry as "attendance" {
        /// The id of the person.
        pub person: Text,
        /// For whom the person took part: the code of a country, an organization, an office or words; without it, the person's own country or organization.
        pub r#for: Option<Text>,
        /// What the person was in the delegation: `Head of delegation`.
        pub role: Option<Text>,
    }
}

/// A person who took part in a meeting; authors may write the id of the person alone.
#[derive(Debug, Clone)]
pub struct Attendee(pub AttendeeEntry);

impl Decode for Attendee {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Map(_) => AttendeeEntry::decode(node, report).map(Self),
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => {
                let entry = |person| AttendeeEntry { span: node.span, person, r#for: None, role: None };
                Text::decode(node, report).map(|person| Self(entry(person)))
            }
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), AttendeeEntry::schema(schemas)] })
    }
}
