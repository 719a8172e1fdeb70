//! Files that records name: pictures, and the Word file whose look is used.

pub mod attachment;
pub mod loader;
pub mod picture;
pub mod word_template;
