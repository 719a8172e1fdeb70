//! Reads texts of authors: their CommonMark markup ([`prose`]) and the document symbols in them ([`symbol`]).

pub mod prose;
mod readings;
pub mod symbol;
