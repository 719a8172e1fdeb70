//! The types of the records that a dossier holds: bodies, people, meetings, recommendations and others.

pub mod acronym;
pub mod activity;
pub mod agenda;
pub mod attendance;
pub mod body;
pub mod call;
pub mod country;
pub mod file_pattern;
pub mod mapping;
pub mod meeting;
pub mod participants;
pub mod party;
pub mod person;
pub mod recommendation;
pub mod registry;
pub mod series;
pub mod session;
pub mod topic;
