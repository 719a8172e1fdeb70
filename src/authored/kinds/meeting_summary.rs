//! The summary of one meeting: who met, what was considered and concluded item by item, and the thanks.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `meeting-summary`.
pub static KIND: Kind = Kind {
    name: "meeting-summary",
    about: "The summary of a meeting of a working group.",
    usual: Some(include_str!("meeting_summary.yaml")),
    coverage: Coverage::Meeting,
    own: KindFields::Nothing,
    numbered: true,
    boxed: true,
    names_author: false,
    begins_with: &["group", "meeting-summary"],
};
