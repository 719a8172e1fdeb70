//! Questions about resolved documents: which numbered clause says what a record says, and which records a document is made from.

mod trace;

pub use trace::{NumberedPlace, places, records};
