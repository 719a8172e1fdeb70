//! The annual report of a working group to the Council: what its meetings since the last session considered, said and recommended.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `annual-report`.
pub static KIND: Kind = Kind {
    name: "annual-report",
    about: "The annual report of a working group to the Council.",
    usual: Some(include_str!("annual_report.yaml")),
    coverage: Coverage::Period,
    own: KindFields::Nothing,
    numbered: true,
    boxed: true,
    names_author: false,
    begins_with: &["group", "meeting-summary", "annual-report"],
};
