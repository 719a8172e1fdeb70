//! What submissions are made of: who, what, when, and the texts themselves.

pub mod attachment;
pub mod body;
pub mod call;
pub mod country;
pub mod ledger;
pub mod mapping;
pub mod meeting;
pub mod person;
pub mod picture;
pub mod prose;
pub mod recommendation;
pub mod reference;
pub mod registry;
pub mod session;
pub mod symbol;
pub mod topic;
