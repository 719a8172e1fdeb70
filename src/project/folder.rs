//! A folder as the place of the files of a run.

use super::made::{MadeFiles, way};
use super::{Output, Sink};
use crate::disk::Staging;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A sink that saves documents in a folder. A file that the program has not made there from the same dossier, or that was changed since, is not replaced.
pub struct OutputFolder {
    path: PathBuf,
    /// Whether any regular file is replaced.
    force: bool,
    /// What is needed once the first document is saved.
    open: Mutex<Option<(Staging, MadeFiles)>>,
}

impl OutputFolder {
    /// Describes the folder at `path`, which is made when the first document is saved. With `force` any regular file is replaced.
    pub fn new(path: impl Into<PathBuf>, force: bool) -> Self {
        Self { path: path.into(), force, open: Mutex::default() }
    }
}

impl Sink for OutputFolder {
    fn save(&self, dossier: &Path, files: Vec<Output>) -> Result<(), String> {
        // a thread that panicked while it saved has left no set half done
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let (staging, made) = match &mut *open {
            Some(open) => open,
            closed => closed.insert((Staging::open(&self.path)?, MadeFiles::of(&self.path))),
        };
        let files: Vec<(&str, &[u8])> = files.iter().map(|file| (file.name.as_str(), &*file.bytes)).collect();
        let mut set = staging.set()?;
        files.iter().try_for_each(|(name, bytes)| set.add(name, bytes))?;
        set.finish(|| made.allow(&files, &way(&self.path, dossier), self.force))
    }
}
