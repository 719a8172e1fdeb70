//! Writes files whole or not at all, and sets of files all or none.
//!
//! A run that saves files in a folder has a folder of its own in it, whose name begins with [`PREFIX`]. Each file is written there, flushed, and then moved
//! to its place. A run that is killed leaves its folder behind; the next run takes such leftovers away. It knows them by the file [`LOCK`], which the
//! system unlocks when a process ends.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use tempfile::TempDir;

/// The beginning of the names of the folders in which files are written before they are moved to their places.
const PREFIX: &str = ".rapporteur-saving-";
/// The name of the file that a run keeps locked in such a folder.
const LOCK: &str = "lock";

/// The folders of this process for unfinished files. Whoever moves files to their places holds it for reading, so that nobody who holds it for writing
/// sees a set of which only a part is in its place.
static UNFINISHED: RwLock<BTreeSet<PathBuf>> = RwLock::new(BTreeSet::new());

/// A folder in which files are saved by this run.
pub struct Staging {
    folder: PathBuf,
    /// Locked as long as this run saves files in the folder.
    _lock: File,
    own: TempDir,
}

impl Staging {
    /// Makes `folder` if it is missing, takes away what runs that were killed have left there, and begins to save in it.
    ///
    /// # Errors
    /// A sentence that says why no file can be written there.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let opened = std::fs::create_dir_all(folder).and_then(|()| {
            let mut unfinished = UNFINISHED.write().unwrap_or_else(PoisonError::into_inner);
            // nobody else takes the new folder for a leftover as long as it has no lock
            let alone = lock_folder(folder);
            remove_leftovers(folder, alone.is_some());
            let own = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder).map_err(unnamed)?;
            let lock = OpenOptions::new().read(true).write(true).create_new(true).open(own.path().join(LOCK))?;
            // where the system has no locks, nobody takes leftovers away
            let _ = lock.try_lock();
            unfinished.insert(own.path().to_path_buf());
            Ok(Self { folder: folder.to_path_buf(), _lock: lock, own })
        });
        opened.map_err(|error| fault(folder, error))
    }

    /// Begins a set of files.
    ///
    /// # Errors
    /// A sentence that says why no file can be written.
    pub fn set(&self) -> Result<Set<'_>, String> {
        let finishing = UNFINISHED.read().unwrap_or_else(PoisonError::into_inner);
        let own = TempDir::new_in(self.own.path()).map_err(|error| fault(&self.folder, unnamed(error)))?;
        Ok(Set { folder: &self.folder, own, files: Vec::new(), _finishing: finishing })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        UNFINISHED.write().unwrap_or_else(PoisonError::into_inner).remove(self.own.path());
    }
}

/// Files that are saved together: all of them or none.
pub struct Set<'a> {
    folder: &'a Path,
    own: TempDir,
    /// The place of each file, and the file as it is written so far.
    files: Vec<(PathBuf, PathBuf)>,
    _finishing: RwLockReadGuard<'static, BTreeSet<PathBuf>>,
}

impl Set<'_> {
    /// Writes a file, which is not yet in its place.
    ///
    /// # Errors
    /// A sentence that says why the file can't be written.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let place = self.folder.join(name);
        let path = self.own.path().join(format!("new-{}", self.files.len()));
        let written = File::create_new(&path).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(|error| fault(&place, error))?;
        self.files.push((place, path));
        Ok(())
    }

    /// Moves all files to their places. `allowed` is asked first, when no other run can change the folder.
    ///
    /// # Errors
    /// A sentence that says why a file can't be in its place, or what `allowed` says; then all files are as they were before.
    pub fn finish(self, allowed: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
        let _alone = lock_folder(self.folder);
        for (place, _) in &self.files {
            replaceable(place)?;
        }
        allowed()?;
        let kept = self.files.iter().map(|(place, path)| keep(place, path)).collect::<Result<Vec<_>, _>>()?;
        for (at, (place, path)) in self.files.iter().enumerate() {
            if let Err(error) = std::fs::rename(path, place) {
                self.files[..at].iter().zip(&kept).for_each(|((place, _), kept)| restore(place, kept.as_deref()));
                return Err(fault(place, error));
            }
        }
        Ok(())
    }
}

/// Saves one file at `path`, whose folder is made if it is missing. A regular file that is there is replaced.
///
/// # Errors
/// A sentence that says why the file can't be written.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let name =
        path.file_name().and_then(|name| name.to_str()).ok_or_else(|| format!("`{}` is no name of a file", path.display()))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let staging = Staging::open(folder)?;
    let mut set = staging.set()?;
    set.add(name, bytes)?;
    set.finish(|| Ok(()))
}

/// Removes all unfinished files of this process, for a process that is about to end. Sets that are being finished are waited for, and nothing else is
/// saved as long as the result is kept.
pub fn discard_unfinished() -> impl Sized {
    let unfinished: RwLockWriteGuard<_> = UNFINISHED.write().unwrap_or_else(PoisonError::into_inner);
    for folder in unfinished.iter() {
        // what can't be removed is left to the next run
        let _ = std::fs::remove_dir_all(folder);
    }
    unfinished
}

/// Returns the sentence that a file can't be written.
pub fn fault(path: &Path, error: Error) -> String {
    format!("`{}` can't be written: {error}", path.display())
}

/// Returns the error without the name that was tried for a folder of unfinished files, which is another one each time.
fn unnamed(error: Error) -> Error {
    error.kind().into()
}

/// Locks the folder until the result is dropped, so that one run at a time changes it; `None` on systems and disks that can't lock folders.
fn lock_folder(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok().map(|()| folder)
}

/// Removes the folders of runs that have ended without doing it. `alone` says that no other run is about to make such a folder.
fn remove_leftovers(folder: &Path, alone: bool) {
    let named = |entry: &std::fs::DirEntry| entry.file_name().to_string_lossy().starts_with(PREFIX);
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten().filter(named) {
        let is_over = match OpenOptions::new().read(true).write(true).open(entry.path().join(LOCK)) {
            Ok(lock) => lock.try_lock().is_ok(),
            Err(error) => alone && error.kind() == ErrorKind::NotFound,
        };
        if is_over && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Fails if there is something else than a regular file at a place.
fn replaceable(place: &Path) -> Result<(), String> {
    match std::fs::symlink_metadata(place) {
        Ok(metadata) if !metadata.is_file() => {
            Err(format!("`{}` can't be written: there is something else of that name, which is no regular file", place.display()))
        }
        _ => Ok(()),
    }
}

/// Keeps the present file at `place` beside the new one at `path` until the whole set is in its place; `None` if there is none.
fn keep(place: &Path, path: &Path) -> Result<Option<PathBuf>, String> {
    if !place.exists() {
        return Ok(None);
    }
    let kept = path.with_extension("kept");
    // a second name costs nothing, but not every disk has them
    let linked = std::fs::hard_link(place, &kept).or_else(|_| std::fs::copy(place, &kept).map(|_| ()));
    linked.map_err(|error| fault(place, error))?;
    Ok(Some(kept))
}

/// Puts a file back that was kept; if there was none, removes the new one.
fn restore(place: &Path, kept: Option<&Path>) {
    // the first fault is reported, and nothing more can be done about a second one
    let _ = match kept {
        Some(kept) => std::fs::rename(kept, place),
        None => std::fs::remove_file(place),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the names in a folder, sorted.
    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap().flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_set_is_saved_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
        let add =
            |set: &mut Set, names: [&str; 2], text: &str| names.iter().for_each(|name| set.add(name, text.as_bytes()).unwrap());
        std::fs::create_dir(folder.path().join("c")).unwrap();
        let staging = Staging::open(folder.path()).unwrap();
        let mut set = staging.set().unwrap();
        add(&mut set, ["a", "b"], "old");
        set.finish(|| Ok(())).unwrap();
        for (names, allowed) in [(["a", "c"], Ok(())), (["a", "b"], Err("not now".to_string()))] {
            let mut set = staging.set().unwrap();
            add(&mut set, names, "new");
            assert!(set.finish(|| allowed).is_err());
        }
        // a fault between two moves: the first file is put back, and one that was not there is taken away
        for first in ["a", "d"] {
            let mut set = staging.set().unwrap();
            add(&mut set, [first, "b"], "new");
            std::fs::remove_file(&set.files[1].1).unwrap();
            assert!(set.finish(|| Ok(())).unwrap_err().contains("can't be written"));
        }
        assert_eq!([read("a"), read("b")], ["old", "old"]);
        drop(staging);
        assert_eq!(names(folder.path()), ["a", "b", "c"], "nothing else is left");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_takes_no_files_is_told_in_the_same_words_each_time() {
        let said = [(); 2].map(|()| Staging::open(Path::new("/proc")).err().unwrap());
        assert!(said[0].starts_with("`/proc` can't be written: ") && said[0] == said[1], "{said:?}");
    }

    #[test]
    fn leftovers_of_runs_that_are_over_are_taken_away_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let [dead, unlocked, foreign] = ["x", "y", "z"].map(|end| folder.path().join(format!("{PREFIX}{end}")));
        [&dead, &unlocked].iter().for_each(|path| std::fs::create_dir(path).unwrap());
        std::fs::write(dead.join(LOCK), "").unwrap();
        std::fs::write(&foreign, "a file of somebody's").unwrap();
        let live = Staging::open(folder.path()).unwrap();
        let second = Staging::open(folder.path()).unwrap();
        assert!(live.own.path().exists() && !dead.exists() && !unlocked.exists() && foreign.exists());
        drop((live, second));
        assert_eq!(names(folder.path()).len(), 1);
    }
}
