//! The lint rules, one file each. A file declares a `RULE`: the explanation that authors read, and the function that looks for what is wrong.

mod backwards_term;
mod bare_id;
mod broken_sentence;
mod closed_before_made;
mod contradictory_form;
mod contradictory_symbol;
mod count_mismatch;
mod document_after_meeting;
mod due_before_made;
mod duplicate_id;
mod duplicate_meeting;
mod duplicate_symbol;
mod empty_clause;
mod empty_selection;
mod faulty_agenda;
mod goal_not_under_review;
mod idle_words;
mod incomplete_recommendation;
mod late_contribution;
mod leading_space;
mod left_out;
mod malformed_symbol;
mod missing_action;
mod missing_addressee;
mod missing_box;
mod missing_period;
mod missing_proposal;
mod missing_status;
mod number_without_noun;
mod renamed_annex;
mod repeated_party;
mod repeats_closed;
mod repeats_later;
mod reworded_recommendation;
mod similar_recommendation;
mod supersedes_cycle;
mod total_mismatch;
mod unanswered_question;
mod unbalanced_parenthesis;
mod unknown_action_line;
mod unknown_body;
mod unknown_call;
mod unknown_country;
mod unknown_document;
mod unknown_goal;
mod unknown_meeting;
mod unknown_person;
mod unknown_question;
mod unknown_recommendation;
mod unknown_session;
mod unknown_source;
mod unknown_text;
mod unknown_topic;
mod unreported_recommendation;

use super::Rule;

/// All rules, sorted by name.
pub static RULES: &[&Rule] = &[
    &backwards_term::RULE,
    &bare_id::RULE,
    &broken_sentence::RULE,
    &closed_before_made::RULE,
    &contradictory_form::RULE,
    &contradictory_symbol::RULE,
    &count_mismatch::RULE,
    &document_after_meeting::RULE,
    &due_before_made::RULE,
    &duplicate_id::RULE,
    &duplicate_meeting::RULE,
    &duplicate_symbol::RULE,
    &empty_clause::RULE,
    &empty_selection::RULE,
    &faulty_agenda::RULE,
    &goal_not_under_review::RULE,
    &idle_words::RULE,
    &incomplete_recommendation::RULE,
    &late_contribution::RULE,
    &leading_space::RULE,
    &left_out::RULE,
    &malformed_symbol::RULE,
    &missing_action::RULE,
    &missing_addressee::RULE,
    &missing_box::RULE,
    &missing_period::RULE,
    &missing_proposal::RULE,
    &missing_status::RULE,
    &number_without_noun::RULE,
    &renamed_annex::RULE,
    &repeated_party::RULE,
    &repeats_closed::RULE,
    &repeats_later::RULE,
    &reworded_recommendation::RULE,
    &similar_recommendation::RULE,
    &supersedes_cycle::RULE,
    &total_mismatch::RULE,
    &unanswered_question::RULE,
    &unbalanced_parenthesis::RULE,
    &unknown_action_line::RULE,
    &unknown_body::RULE,
    &unknown_call::RULE,
    &unknown_country::RULE,
    &unknown_document::RULE,
    &unknown_goal::RULE,
    &unknown_meeting::RULE,
    &unknown_person::RULE,
    &unknown_question::RULE,
    &unknown_recommendation::RULE,
    &unknown_session::RULE,
    &unknown_source::RULE,
    &unknown_text::RULE,
    &unknown_topic::RULE,
    &unreported_recommendation::RULE,
];
