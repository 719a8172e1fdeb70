//! Reports of working groups to the ITU Council: YAML in, accessible PDF and genuine Word out.
//!
//! The way of the data, each step a room of this library:
//!
//! ```text
//! let dossier  = dossier::open(input, &loader, &mut cache, &mut report)?;  // files → records and submissions
//! lint::check_records(&subject); lint::check_submission(&subject, &scope); // what is wrong with them
//! let document = lower::lower(&scope, &mut report);                        // a submission → a document
//! let resolved = resolve::resolve(&document, &language, &house, style, &mut report); // numbers and references become text
//! let written  = (writer.write)(&job)?;                                    // PDF, DOCX, Typst source, text, JSON
//! sink.save(output)?;                                                      // whole or not at all
//! ```
//!
//! A [`project::Workspace`] does all of it, again and again, and keeps what does not change; `examples/` shows how. [`cli`] is the program. Every message is a [`diagnostic::Diagnostic`] at a [`source::Span`].

pub mod analysis;
pub mod assets;
pub mod authored;
pub mod cli;
pub mod commands;
pub mod date;
pub mod diagnostic;
pub mod document;
pub mod dossier;
pub mod files;
pub mod house;
pub mod language;
pub mod layout;
pub mod lint;
pub mod lower;
pub mod project;
pub mod query;
pub mod records;
pub mod resolve;
pub mod resolved;
pub mod source;
pub mod template;
pub mod text;
pub mod writer;
pub mod xml;
pub mod yaml;
