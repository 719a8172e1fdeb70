//! Reads texts of authors: their CommonMark markup ([`prose`]) and the document symbols in them ([`symbol`]); forms whole symbols ([`designation`]).

pub mod designation;
pub mod prose;
mod readings;
pub mod symbol;
