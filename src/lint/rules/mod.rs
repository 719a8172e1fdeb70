//! The rules, one file each.

mod backwards_term;
mod closed_before_made;
mod document_after_meeting;
mod duplicate_id;
mod duplicate_meeting;
mod duplicate_symbol;
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
    &backwards_term::RULE,
    &closed_before_made::RULE,
    &document_after_meeting::RULE,
    &duplicate_id::RULE,
    &duplicate_meeting::RULE,
    &duplicate_symbol::RULE,
    &unknown_body::RULE,
    &unknown_country::RULE,
    &unknown_document::RULE,
    &unknown_meeting::RULE,
    &unknown_person::RULE,
    &unknown_session::RULE,
    &unknown_source::RULE,
    &unknown_topic::RULE,
];
