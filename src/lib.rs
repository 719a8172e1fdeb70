//! Reports of working groups to the ITU Council: YAML in, accessible PDF and genuine Word out.
//!
//! A user of the library begins with a [`project::Workspace`], which checks a dossier, or makes its documents and hands each file to a
//! [`project::Sink`]:
//!
//! ```
//! use rapporteur::{dossier::Input, project::{Memory, Request, Workspace}, writer::WRITERS};
//!
//! let text = "kind: note\ntitle: A note\nbody: [One paragraph.]\n".to_string();
//! let writers = WRITERS.iter().filter(|writer| writer.name == "txt").collect();
//! let (request, memory) = (Request { writers, ..Request::default() }, Memory::default());
//! let outcome = Workspace::default().build(Input::Text(text, ".".as_ref()), &request, &memory)?;
//! assert!(outcome.diagnostics.is_empty());
//! assert_eq!(&*memory.into_outputs()[0].bytes, b"A note\nOne paragraph.\n");
//! # Ok::<(), String>(())
//! ```
//!
//! Messages are [`diagnostic::Diagnostic`]s at [`source::Span`]s, which [`diagnostic::render`] shows. [`resolved::ResolvedDocument`] is what all writers write
//! and what `--to json` gives. [`cli::run`] is the program.
//!
//! Inside, the way of the data is `dossier` → `lint` → `lower` → `resolve` → `layout` → `writer`; `docs/architecture.md` follows a recommendation along it.

pub mod assets;
pub mod cli;
pub mod commands;
pub mod date;
pub mod diagnostic;
pub mod disk;
pub mod dossier;
pub mod files;
pub mod house;
pub mod lint;
pub mod project;
pub mod resolved;
pub mod source;
pub mod web;
pub mod writer;
pub mod yaml;

// what documents are made through; not for users of the library
mod analysis;
mod authored;
mod document;
mod kept;
mod language;
mod layout;
mod locale;
mod lower;
mod query;
mod records;
mod resolve;
mod template;
mod text;
mod xml;
