//! What is asked of a dossier and its documents besides files: the list of recommendations, what is missing before a deadline.

pub mod status;
pub mod tracker;
