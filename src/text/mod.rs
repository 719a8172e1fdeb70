//! Texts of authors: document symbols in them, and what CommonMark means in them.

pub mod prose;
pub mod symbol;
