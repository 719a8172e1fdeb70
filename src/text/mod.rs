//! Reads texts of authors: their CommonMark markup ([`prose`]) and the document symbols in them ([`symbol`]); forms whole symbols ([`designation`]).

mod bare;
pub mod designation;
mod family;
pub mod math;
pub mod prose;
mod readings;
pub mod symbol;

pub use bare::bare;
