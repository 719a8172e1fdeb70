//! Reports of working groups to the ITU Council: YAML in, accessible PDF and genuine Word out.
//!
//! The way of the data, each step a room of this library:
//!
//! ```text
//! let dossier  = dossier::open(input, &mut sources, &mut report)?;        // files → records and submissions
//! lint::check(&subject, &mut report);                                     // what is wrong with the record
//! let document = submission::lower(&scope, &mut report);                  // a submission → a document
//! let resolved = resolve::resolve(&document, &language, &house, style, &mut report); // numbers and references become text
//! let written  = (writer.write)(&job)?;                                   // PDF, DOCX, Typst source, text, JSON
//! build::save(&output, folder)?;                                          // whole or not at all
//! ```
//!
//! [`build::build`] does all of it but the saving; [`cli`] is the program. Every message is a [`diagnostic::Diagnostic`] at a [`source::Span`].

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
pub mod status;
pub mod submission;
pub mod template;
pub mod tracker;
pub mod writer;
pub mod xml;
pub mod yaml;
