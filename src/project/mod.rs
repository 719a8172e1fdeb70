//! Makes files from a dossier: checks it, makes each wanted document in each language, writes each format.
//!
//! 1. A [`Workspace`] holds what every run needs: templates, fonts, languages, house styles.
//! 2. Rules check the records once, and each wanted submission.
//! 3. Each submission is made, written and saved before the next one ([`run`]); reports that others cite come first.
//! 4. Messages get the levels that the dossier sets as soon as they are gathered, so that no file of a document with errors is
//!    saved.

mod citations;
mod extent;
mod files;
mod folder;
mod guard;
mod limits;
mod made;
mod make;
mod memo;
mod names;
mod parallel;
mod picture_memory;
mod run;
mod sentences;
mod services;
mod sink;
mod workspace;
mod write;

pub use citations::citations;
pub use files::Output;
pub use folder::OutputFolder;
pub use guard::silence_panics;
pub use make::ReadyDocument;
pub use sentences::Statement;
pub use services::Services;
pub use sink::{Memory, Saved, Sink};
pub use workspace::Workspace;

use crate::diagnostic::Diagnostics;
use crate::dossier::Dossier;
use crate::source::Sources;
use crate::writer::Writer;

/// What to make. By default: no format, all languages of each submission, its own house style, one thread.
#[derive(Default)]
pub struct Request {
    /// The formats to write.
    pub writers: Vec<&'static Writer>,
    /// The languages to make; if empty, those that each submission names.
    pub languages: Vec<String>,
    /// The house style for all submissions, instead of their own.
    pub style: Option<String>,
    /// The number of submissions that are made at the same time; zero counts as one.
    pub threads: usize,
    /// Whether all submissions of the dossier are made, whichever of its folders and files the input is.
    pub whole: bool,
}

/// The result of a run.
pub struct Outcome {
    /// All files that were read, with the places that messages point at.
    pub sources: Sources,
    /// All messages, at the levels that the dossier sets.
    pub diagnostics: Diagnostics,
    /// The files that were saved, in the order of the submissions; none for documents with errors.
    pub saved: Vec<Saved>,
}

/// A dossier with its resolved documents, before anything is written.
pub struct Prepared {
    /// The dossier; none if its files could not be read as a dossier.
    pub dossier: Option<Dossier>,
    /// The wanted documents in each language.
    pub documents: Vec<ReadyDocument>,
    /// All files that were read, with the places that messages point at.
    pub sources: Sources,
    /// All messages so far, at the levels that the dossier sets.
    pub report: Diagnostics,
}
