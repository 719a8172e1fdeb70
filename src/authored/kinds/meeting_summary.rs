//! The summary of one meeting: who met, what was considered and concluded item by item, and the thanks.

use super::{Kind, Reports};
use crate::authored::Own;

/// The kind.
pub static KIND: Kind = Kind {
    name: "meeting-summary",
    about: "The summary of a meeting of a working group.",
    usual: Some(include_str!("meeting_summary.yaml")),
    reports: Reports::Meeting,
    own: Own::Nothing,
    numbered: true,
    begins_with: &["group", "meeting-summary"],
};
