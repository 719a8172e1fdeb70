//! The rules, one file each.

mod unknown_person;

use super::Rule;

/// All rules, in the order of their names.
pub static RULES: &[&Rule] = &[&unknown_person::RULE];
