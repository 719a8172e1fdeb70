//! What resolved documents are asked: which numbered place says what which record says.

mod trace;

pub use trace::{NumberedPlace, places, records};
