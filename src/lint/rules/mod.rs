//! The rules, one file each.

mod unknown_body;
mod unknown_country;
mod unknown_document;
mod unknown_meeting;
mod unknown_person;
mod unknown_session;
mod unknown_source;
mod unknown_topic;

use super::Rule;

/// All rules, in the order of their names.
pub static RULES: &[&Rule] = &[
    &unknown_body::RULE,
    &unknown_country::RULE,
    &unknown_document::RULE,
    &unknown_meeting::RULE,
    &unknown_person::RULE,
    &unknown_session::RULE,
    &unknown_source::RULE,
    &unknown_topic::RULE,
];
