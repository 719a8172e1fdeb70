//! The annual report of a working group to the Council: what its meetings since the last session considered, said and recommended.

use super::{Kind, Reports};
use crate::authored::Own;

/// The kind.
pub static KIND: Kind = Kind {
    name: "annual-report",
    about: "The annual report of a working group to the Council.",
    usual: Some(include_str!("annual_report.yaml")),
    reports: Reports::Period,
    own: Own::Nothing,
    numbered: true,
    begins_with: &["group", "meeting-summary", "annual-report"],
};
