//! Questions about resolved documents: which numbered clause says what a record says, and which records a document is made from; which pictures it
//! has.

mod pictures;
mod trace;

pub use pictures::pictures;
pub use trace::{NumberedPlace, places, records};
