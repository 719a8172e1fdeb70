//! The annual report of a working group to the Council: what its meetings since the last session considered, said and recommended.

use super::Kind;

/// The kind.
pub static KIND: Kind = Kind {
    name: "annual-report",
    about: "The annual report of a working group to the Council.",
    default_body: Some(include_str!("annual_report.yaml")),
    needs_period: true,
    numbered: true,
};
