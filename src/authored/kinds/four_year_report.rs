//! The report of a working group on the whole time between two Plenipotentiary Conferences, put together from the records of its meetings and its annual
//! reports: PP Decision 11 asks the chair for it, with a proposal on the group's future.

use super::{Kind, Reports};
use crate::authored::Own;

/// The kind.
pub static KIND: Kind = Kind {
    name: "four-year-report",
    about: "The report of a working group on the time between two Plenipotentiary Conferences.",
    usual: Some(include_str!("four_year_report.yaml")),
    reports: Reports::Reports,
    own: Own::Nothing,
    numbered: true,
    begins_with: &["group", "annual-report", "four-year-report"],
};
