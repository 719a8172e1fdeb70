//! Reads files and folders. An unsaved text of an editor replaces the file on disk, and the loader remembers what a run has read.

use super::attachment::Refusal;
use super::made::Made;
use super::picture::Prepared;
use super::word_template::Look;
use crate::disk;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Error;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A reader of files and folders, for one run after another.
#[derive(Default)]
pub struct Loader {
    /// The unsaved texts, by the paths of their files with symbolic links resolved.
    overlay: BTreeMap<PathBuf, Arc<str>>,
    seen: Mutex<Seen>,
    /// The pictures that were prepared.
    pub(super) pictures: Made<Result<Prepared, Refusal>>,
    /// The Word templates that were read.
    pub(super) looks: Made<Result<Arc<Look>, Refusal>>,
}

/// The record of what the present run has read.
#[derive(Default)]
struct Seen {
    /// The files and folders for which the run has asked, with symbolic links resolved.
    paths: BTreeSet<PathBuf>,
    /// The pictures and Word files that were read: several documents may use the same ones.
    attachments: BTreeMap<PathBuf, Arc<[u8]>>,
}

impl Loader {
    /// Makes later reads of the file at `path` return `text`, whether there is such a file on disk or not.
    pub fn set_overlay(&mut self, path: &Path, text: impl Into<Arc<str>>) {
        self.overlay.insert(real(path), text.into());
    }

    /// Makes later reads of the file at `path` return what is on disk again.
    pub fn clear_overlay(&mut self, path: &Path) {
        self.overlay.remove(&real(path));
    }

    /// Begins another run: forgets what has been read.
    pub fn reset(&mut self) {
        *self.seen() = Seen::default();
        self.pictures.age();
        self.looks.age();
    }

    /// Returns the files and folders for which the present run has asked, with symbolic links resolved, sorted; missing ones are included. A run
    /// has to be repeated when one of them changes.
    pub fn dependencies(&self) -> Vec<PathBuf> {
        self.seen().paths.iter().cloned().collect()
    }

    /// Returns the path with symbolic links resolved, as far as there is such a file or folder.
    pub fn real(&self, path: &Path) -> PathBuf {
        real(path)
    }

    /// Says whether there is a file at `path`, on disk or as an unsaved text.
    pub fn is_file(&self, path: &Path) -> bool {
        let real = self.note(path);
        self.overlay.contains_key(&real) || real.is_file()
    }

    /// Says whether there is anything at `path`, be it a folder, a pipe or a link that leads nowhere, or an unsaved text.
    pub fn exists(&self, path: &Path) -> bool {
        let real = self.note(path);
        self.overlay.contains_key(&real) || path.symlink_metadata().is_ok()
    }

    /// Returns the paths of the files and folders in a folder, unsaved files included, sorted by name.
    ///
    /// # Errors
    ///
    /// Fails if the folder can't be read.
    pub fn list(&self, folder: &Path) -> Result<Vec<PathBuf>, Error> {
        let real = self.note(folder);
        let mut names: BTreeSet<_> =
            std::fs::read_dir(&real)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<_, _>>()?;
        let unsaved = self.overlay.keys().filter(|path| path.parent() == Some(&*real));
        names.extend(unsaved.filter_map(|path| path.file_name()).map(std::ffi::OsStr::to_os_string));
        Ok(names.into_iter().map(|name| folder.join(name)).collect())
    }

    /// Reads a file of at most `most` bytes. An unsaved text is returned whole.
    ///
    /// # Errors
    ///
    /// Fails as [`disk::read`] does.
    pub fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error> {
        let real = self.note(path);
        if let Some(text) = self.overlay.get(&real) {
            return Ok(text.as_bytes().to_vec());
        }
        disk::read(&real, most)
    }

    /// Reads a picture or a Word file. In one run each is read only once.
    ///
    /// # Errors
    ///
    /// Fails as [`disk::read`] does.
    pub fn attachment(&self, path: &Path, most: u64) -> Result<Arc<[u8]>, Error> {
        let real = self.note(path);
        if let Some(bytes) = self.seen().attachments.get(&real) {
            return Ok(bytes.clone());
        }
        let bytes: Arc<[u8]> = disk::read(&real, most)?.into();
        self.seen().attachments.insert(real, bytes.clone());
        Ok(bytes)
    }

    /// Records that the run has asked for `path`, and returns the path with symbolic links resolved.
    fn note(&self, path: &Path) -> PathBuf {
        let real = real(path);
        self.seen().paths.insert(real.clone());
        real
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // a thread that panicked while it held the lock has at worst left out an entry
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the path with symbolic links resolved; of a file that does not exist, the links of its folder are resolved.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match (parent.canonicalize(), path.file_name()) {
            (Ok(parent), Some(name)) => parent.join(name),
            _ => path.to_path_buf(),
        }
    })
}
