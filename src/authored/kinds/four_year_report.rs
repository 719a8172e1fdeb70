//! The four-year report of a working group on the time between two Plenipotentiary Conferences, made from the records of its meetings and its annual
//! reports. PP Decision 11 asks the chair for this report, with a proposal on the group's future.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `four-year-report`.
pub static KIND: Kind = Kind {
    name: "four-year-report",
    about: "The report of a working group on the time between two Plenipotentiary Conferences.",
    usual: Some(include_str!("four_year_report.yaml")),
    coverage: Coverage::PeriodWithCitations,
    own: KindFields::Nothing,
    numbered: true,
    boxed: true,
    names_author: false,
    begins_with: &["group", "annual-report", "four-year-report"],
};
