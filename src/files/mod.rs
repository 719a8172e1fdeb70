//! Reads the files that records name: pictures, and the Word template.

pub mod attachment;
pub mod loader;
mod made;
pub mod picture;
pub mod word_template;
