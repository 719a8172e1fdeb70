//! Questions about a dossier whose answer is not a document: the list of all recommendations ([`tracker`]), and what is still missing before a deadline
//! ([`status`]).

pub mod status;
pub mod tracker;
