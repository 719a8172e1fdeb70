//! Answers which records a submission means. Lint rules and lowering ask the same questions of the same types, so that they cannot disagree.
//!
//! 1. A [`Scope`] is a submission with the meetings of its period and everything else on which it may draw.
//! 2. A selection (what an author says of a generated block) picks meetings, topics, documents and recommendations out of a scope.
//! 3. A [`Tally`] says how much that is. Nothing else counts, so that two totals of one document cannot disagree.
//! 4. The [`ledger`] follows recommendations across meetings: which records are the same recommendation, and what became of it.
//!
//! `ledger` and `wording` stand on their own; `scope` builds on them, and `activities`, `people`, `selection` and `tally` add methods to [`Scope`].

mod activities;
pub mod ledger;
mod people;
mod scope;
mod selection;
mod tally;
mod wording;

pub use scope::{Citation, Citations, RegisteredDocument, Scope, in_order};
pub use selection::{Counted, by_topic};
pub use tally::{Tally, VALUES};
pub use wording::Wording;
