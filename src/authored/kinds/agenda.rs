//! The draft agenda of a meeting: its items with times, documents and who presents them, from the record of the meeting.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `agenda`.
pub static KIND: Kind = Kind {
    name: "agenda",
    about: "The draft agenda of a meeting, with times and documents.",
    usual: Some(include_str!("agenda.yaml")),
    coverage: Coverage::Meeting,
    own: KindFields::Nothing,
    numbered: false,
    boxed: false,
    names_author: false,
    begins_with: &["group", "agenda"],
};
