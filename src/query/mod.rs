//! Answers which records a submission means. Lint rules and lowering ask the same questions of the same types, so that they cannot disagree.
//!
//! 1. A [`Scope`] is a submission with the meetings of its period and everything else on which it may draw.
//! 2. A selection (what an author says of a generated block) picks meetings, topics, documents and recommendations out of a scope.
//! 3. The [`ledger`] follows recommendations across meetings: which records are the same recommendation, and what became of it.
//!
//! `ledger` stands on its own; `scope` builds on it, and `people` and `selection` add methods to [`Scope`].

pub mod ledger;
mod people;
mod scope;
mod selection;

pub use scope::{Citation, Citations, RegisteredDocument, Scope, in_order};
