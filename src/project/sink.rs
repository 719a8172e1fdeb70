//! Sinks take finished documents, each as soon as it is done, so that a large batch does not fill the memory.

use super::files::Output;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A file that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The name of the file: `c22-8.en.pdf`.
    pub name: String,
    /// The number of pages, for formats with pages.
    pub pages: Option<usize>,
}

/// A place for the files of a run. Several threads may call it at the same time.
pub trait Sink: Sync {
    /// Saves a document, which is all of `files`, one for each format: all of them, or none. `dossier` is what the document is made from: the folder of the
    /// dossier, a file that stands alone, or `-` for a text.
    ///
    /// # Errors
    /// A sentence that says why the document can't be saved. The others of the run are saved nevertheless.
    fn save(&self, dossier: &Path, files: Vec<Output>) -> Result<(), String>;

    /// Called when `done` of `all` submissions are done.
    fn progress(&self, _done: usize, _all: usize) {}
}

/// A sink that keeps all files in memory, by name.
#[derive(Default)]
pub struct Memory(Mutex<BTreeMap<String, Output>>);

impl Memory {
    /// Returns the files, sorted by name.
    pub fn into_outputs(self) -> Vec<Output> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
    }
}

impl Sink for Memory {
    fn save(&self, _: &Path, files: Vec<Output>) -> Result<(), String> {
        let files = files.into_iter().map(|file| (file.name.clone(), file));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
        Ok(())
    }
}
