//! A report on activities: the contribution of the Union to the WSIS outcomes and the 2030 Agenda, by Action Line, with an annex of all activities.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `activity-report`.
pub static KIND: Kind = Kind {
    name: "activity-report",
    about: "A report on the activities of the Union, by Action Line, Goal and Sector.",
    usual: Some(include_str!("activity_report.yaml")),
    coverage: Coverage::Nothing,
    own: KindFields::Nothing,
    numbered: true,
    boxed: true,
    names_author: false,
    begins_with: &["activity-report"],
};
