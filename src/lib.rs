//! Reports of working groups to the ITU Council: YAML in, accessible PDF and genuine Word out.
pub mod assets;
pub mod build;
pub mod cli;
pub mod date;
pub mod diagnostic;
pub mod document;
pub mod dossier;
pub mod house;
pub mod language;
pub mod lint;
pub mod model;
pub mod resolve;
pub mod source;
pub mod submission;
pub mod template;
pub mod writer;
pub mod yaml;
