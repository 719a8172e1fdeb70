//! Where finished files go: each as soon as its document is done, so that a large batch does not pile up in memory.

use super::files::Output;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A file that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its name: `c22-8.en.pdf`.
    pub name: String,
    /// The number of its pages, where there are pages.
    pub pages: Option<usize>,
}

/// Takes the files of a run. Several threads may ask at a time.
pub trait Sink: Sync {
    /// Saves a file. An error ends the run.
    fn save(&self, output: Output) -> Result<(), String>;

    /// Hears that so many submissions of so many are done.
    fn progress(&self, _done: usize, _all: usize) {}
}

/// Keeps all files in memory, by name.
#[derive(Default)]
pub struct Memory(Mutex<BTreeMap<String, Output>>);

impl Memory {
    /// The files, in the order of their names.
    pub fn into_outputs(self) -> Vec<Output> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
    }
}

impl Sink for Memory {
    fn save(&self, output: Output) -> Result<(), String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(output.name.clone(), output);
        Ok(())
    }
}
