//! Reads texts of authors: their CommonMark markup ([`prose`]) and the document symbols in them ([`symbol`]).

mod bare;
pub mod prose;
mod readings;
pub mod symbol;

pub use bare::bare;
