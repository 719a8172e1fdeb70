//! From a dossier to files: check it, make each wanted document in each language, write each format.
//!
//! 1. A [`Workspace`] holds what every run needs: templates, fonts, languages, house styles.
//! 2. Rules look through the records once, and through each submission that is wanted.
//! 3. Each submission is made, written and saved before the next one ([`run`]); reports that others draw on come first.
//! 4. Messages get the levels that the dossier gives them as soon as they are gathered: nothing of a document with errors is saved.

mod citations;
mod files;
mod guard;
mod limits;
mod make;
mod memo;
mod parallel;
mod run;
mod sentences;
mod services;
mod sink;
mod workspace;
mod write;

pub use citations::citations;
pub use files::{Output, save};
pub use guard::silence_panics;
pub use make::ReadyDocument;
pub use services::Services;
pub use sink::{Memory, Saved, Sink};
pub use workspace::Workspace;

use crate::diagnostic::Diagnostics;
use crate::dossier::Dossier;
use crate::source::Sources;
use crate::writer::Writer;

/// What is to be made; nothing, of all languages, by default.
#[derive(Default)]
pub struct Request {
    /// The formats.
    pub writers: Vec<&'static Writer>,
    /// Only these languages; all that the submissions name if empty.
    pub languages: Vec<String>,
    /// This house style in place of the submissions' own.
    pub style: Option<String>,
    /// How many submissions are made at a time, at least one.
    pub threads: usize,
}

/// What came of a run.
pub struct Outcome {
    /// All files that were read.
    pub sources: Sources,
    /// All messages, at the levels that the dossier gives them.
    pub diagnostics: Diagnostics,
    /// What was saved, in the order of the submissions; nothing of a document with errors.
    pub saved: Vec<Saved>,
}

/// A dossier with its documents, before anything is written.
pub struct Prepared {
    /// The dossier; none if its files could not be read as one.
    pub dossier: Option<Dossier>,
    /// Every wanted document in every language.
    pub documents: Vec<ReadyDocument>,
    /// All files that were read.
    pub sources: Sources,
    /// All messages so far, at the levels that the dossier gives them.
    pub report: Diagnostics,
}
