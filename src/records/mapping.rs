//! Mappings: the WSIS Action Lines and the Sustainable Development Goals that a topic serves.

use crate::record;
use crate::source::{Spanned, Text};
use crate::yaml::Many;

/// The number of Sustainable Development Goals; they are numbered from 1.
pub const GOALS: u32 = 17;

/// The Action Lines of the Geneva Plan of Action. Line C7 is named as a whole, or by one of its applications.
pub const ACTION_LINES: [&str; 19] = [
    "C1",
    "C2",
    "C3",
    "C4",
    "C5",
    "C6",
    "C7",
    "C7 e-government",
    "C7 e-business",
    "C7 e-learning",
    "C7 e-health",
    "C7 e-employment",
    "C7 e-environment",
    "C7 e-agriculture",
    "C7 e-science",
    "C8",
    "C9",
    "C10",
    "C11",
];

/// Says whether an Action Line is `line`, or an application of it: C7 e-health is one of C7.
pub fn is_of_line(own: &str, line: &str) -> bool {
    own.strip_prefix(line).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

record! {
    /// The Action Lines and Goals that a topic serves.
    pub struct Mapping as "mapping" {
        /// WSIS Action Lines: `C2`, `C7 e-health`.
        pub action_lines: Many<Text>,
        /// The numbers of the Sustainable Development Goals.
        pub goals: Many<Spanned<u32>>,
    }
}
