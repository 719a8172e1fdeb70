//! Which records that means: the scope of a submission, what a selection names in it, recommendations across meetings. Rules and lowering ask the same questions.

pub mod ledger;
mod scope;
mod selection;

pub use scope::{Citation, Citations, Registered, Scope, in_order};
