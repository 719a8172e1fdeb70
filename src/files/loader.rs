//! Reading files and folders. What an editor has not saved yet takes the place of what is on disk, and what a run has read is remembered.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Reads for one run after another.
#[derive(Default)]
pub struct Loader {
    /// Unsaved texts by the paths of their files, without links.
    overlay: BTreeMap<PathBuf, Arc<str>>,
    seen: Mutex<Seen>,
}

/// What the present run has asked for.
#[derive(Default)]
struct Seen {
    paths: BTreeSet<PathBuf>,
    /// Pictures and Word files, which several documents use.
    attachments: BTreeMap<PathBuf, Arc<[u8]>>,
}

impl Loader {
    /// Takes `text` for what is in the file at `path`, whether there is such a file or not.
    pub fn set_overlay(&mut self, path: &Path, text: impl Into<Arc<str>>) {
        self.overlay.insert(real(path), text.into());
    }

    /// Takes the file at `path` for what it is on disk again.
    pub fn clear_overlay(&mut self, path: &Path) {
        self.overlay.remove(&real(path));
    }

    /// Begins another run: nothing has been read.
    pub fn reset(&mut self) {
        *self.seen() = Seen::default();
    }

    /// The files and folders that the present run has asked for, without links, sorted; those that are missing too. A run is to be repeated when one of
    /// them changes.
    pub fn dependencies(&self) -> Vec<PathBuf> {
        self.seen().paths.iter().cloned().collect()
    }

    /// The path without links.
    pub fn real(&self, path: &Path) -> PathBuf {
        real(path)
    }

    /// Whether there is a file, on disk or unsaved.
    pub fn is_file(&self, path: &Path) -> bool {
        let real = self.note(path);
        self.overlay.contains_key(&real) || real.is_file()
    }

    /// The paths of what is in a folder, in no certain order.
    pub fn list(&self, folder: &Path) -> Result<Vec<PathBuf>, Error> {
        let real = self.note(folder);
        let mut names: BTreeSet<_> =
            std::fs::read_dir(&real)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<_, _>>()?;
        let unsaved = self.overlay.keys().filter(|path| path.parent() == Some(&*real));
        names.extend(unsaved.filter_map(|path| path.file_name()).map(std::ffi::OsStr::to_os_string));
        Ok(names.into_iter().map(|name| folder.join(name)).collect())
    }

    /// Reads a file, but not more than one byte beyond `most`.
    pub fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error> {
        let real = self.note(path);
        if let Some(text) = self.overlay.get(&real) {
            return Ok(text.as_bytes().to_vec());
        }
        let mut bytes = Vec::new();
        std::fs::File::open(&real)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads a picture or a Word file, once in a run.
    ///
    /// # Errors
    /// There is none, it is a folder, or it has more than `most` bytes.
    pub fn attachment(&self, path: &Path, most: u64) -> Result<Arc<[u8]>, Error> {
        let real = self.note(path);
        if let Some(bytes) = self.seen().attachments.get(&real) {
            return Ok(bytes.clone());
        }
        let metadata = std::fs::metadata(&real)?;
        if !metadata.is_file() {
            return Err(Error::from(ErrorKind::IsADirectory));
        }
        if metadata.len() > most {
            return Err(Error::new(ErrorKind::FileTooLarge, format!("has {} MB", metadata.len() >> 20)));
        }
        let bytes: Arc<[u8]> = std::fs::read(&real)?.into();
        self.seen().attachments.insert(real, bytes.clone());
        Ok(bytes)
    }

    fn note(&self, path: &Path) -> PathBuf {
        let real = real(path);
        self.seen().paths.insert(real.clone());
        real
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // a thread that panicked has at most left something out
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The path without links, as far as there is such a file or folder.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match (parent.canonicalize(), path.file_name()) {
            (Ok(parent), Some(name)) => parent.join(name),
            _ => path.to_path_buf(),
        }
    })
}
