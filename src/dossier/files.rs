//! Finds the files that belong to a dossier, and reads them within bounds.

use super::{Cache, MANIFEST};
use crate::diagnostic::{Diagnostic, catalogue};
use crate::files::loader::Loader;
use crate::source::{FileId, Span};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// The size of the largest file that is read, in bytes. The record of four years has well under one million.
pub const MAX_BYTES: u64 = 16 << 20;
/// The largest size of all files of one dossier together, in bytes.
pub const MAX_TOTAL: u64 = 64 << 20;
/// The largest number of files of one dossier.
const MAX_FILES: usize = 10_000;

/// The folders of a dossier, relative to its root, and the role of the files in each.
const FOLDERS: [(&str, Role); 5] =
    [("", Role::Any), ("meetings", Role::Meeting), ("calls", Role::Call), ("texts", Role::Text), ("submissions", Role::Any)];

/// The role of a file: what it contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// One meeting.
    Meeting,
    /// One call for contributions, whose id is the name of the file.
    Call,
    /// One text that submissions reuse, whose id is the name of the file.
    Text,
    /// Records, or a submission.
    Any,
}

/// A file of a dossier.
#[derive(Debug)]
pub struct DossierFile {
    /// The path as it is shown to the author.
    pub shown: PathBuf,
    /// The absolute path, with all links resolved.
    pub real: PathBuf,
    /// The name of the file without ending.
    pub stem: String,
    /// The role of the file.
    pub role: Role,
}

impl DossierFile {
    /// Describes a file that belongs to no dossier.
    pub fn alone(path: &Path, loader: &Loader) -> Self {
        Self::new(path.to_path_buf(), Role::Any, loader)
    }

    fn new(path: PathBuf, role: Role, loader: &Loader) -> Self {
        let shown = clean(&path);
        let stem = shown.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let real = loader.real(&shown);
        Self { shown, real, stem, role }
    }
}

/// Returns the path without `.` and without `..` after the name of a folder; after that of a link `..` leads elsewhere, and stays.
fn clean(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        let is_folder = || std::fs::symlink_metadata(&out).is_ok_and(|folder| folder.is_dir());
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) && is_folder() => {
                out.pop();
            }
            Component::Normal(_) | Component::ParentDir | Component::RootDir | Component::Prefix(_) => out.push(part),
        }
    }
    out
}

/// Returns the nearest folder at or above the folder `start` that has a `dossier.yaml`, also one that is no regular file and can't be read.
pub fn root_above(start: &Path, loader: &Loader) -> Option<PathBuf> {
    if loader.exists(&start.join(MANIFEST)) {
        return Some(start.to_path_buf());
    }
    // the path is made absolute, because a relative one has no folders above it; the result is shown relative again where that is shorter
    let real = start.canonicalize().ok()?;
    let root = real.ancestors().skip(1).find(|folder| loader.exists(&folder.join(MANIFEST)))?;
    let up = real.strip_prefix(root).ok()?.components().map(|_| "..");
    // from the present folder one only goes up
    let relative = if start == Path::new(".") { up.collect() } else { start.join(up.collect::<PathBuf>()) };
    // the last folder above a relative path is the present one, which has no name
    let named = |folder: &Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_path_buf() };
    let shorter = start.ancestors().map(named).find(|folder| folder.canonicalize().is_ok_and(|folder| folder == root));
    Some(shorter.unwrap_or(relative))
}

/// Lists all files of the dossier at `root`: folder by folder, sorted by path in each.
///
/// # Errors
/// A message if a folder can't be read, or if there are too many files.
pub fn find(root: &Path, loader: &Loader) -> Result<Vec<DossierFile>, String> {
    let mut found = Vec::new();
    for (folder, role) in FOLDERS {
        let folder = if folder.is_empty() { root.to_path_buf() } else { root.join(folder) };
        if !loader.exists(&folder) {
            continue;
        }
        let paths = loader.list(&folder).map_err(|error| format!("`{}` can't be read: {error}", folder.display()))?;
        found.extend(paths.into_iter().filter(|path| is_yaml(path)).map(|path| DossierFile::new(path, role, loader)));
    }
    if found.len() > MAX_FILES {
        return Err(format!("`{}` has {} files; at most {MAX_FILES} are read", root.display(), found.len()));
    }
    Ok(found)
}

fn is_yaml(path: &Path) -> bool {
    let yaml = path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    yaml && !hidden
}

/// Reads a file into the cache.
///
/// # Errors
/// A message if the file can't be read, is too large, is outside the dossier (at the first byte of the file), or is not UTF-8 (at the first wrong byte).
pub fn read(found: &DossierFile, root: &Path, loader: &Loader, cache: &mut Cache) -> Result<FileId, Diagnostic> {
    let shown = found.shown.display().to_string();
    match bytes(found, root, loader) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(cache.read(&shown, text)),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let file = cache.read(&shown, String::from_utf8_lossy(error.as_bytes()).into_owned());
                let message = "this file is not UTF-8 text";
                Err(Diagnostic::new(catalogue::NOT_UTF8, Span::new(file, at..at + 1), message).hint("save it as UTF-8"))
            }
        },
        Err((message, hint)) => {
            let file = cache.read(&shown, String::new());
            Err(Diagnostic::new(catalogue::UNREADABLE_FILE, Span::new(file, 0..0), message).hint(hint))
        }
    }
}

/// Returns the message that a file, and those after it, are not read, because the dossier would be too large.
pub fn too_much(file: FileId) -> Diagnostic {
    let message = format!(
        "the files of this dossier have more than {} MB together; this one and those after it are not read",
        MAX_TOTAL >> 20
    );
    Diagnostic::new(catalogue::UNREADABLE_FILE, Span::new(file, 0..0), message)
        .hint("look whether all of them are what they should be")
}

/// Returns the bytes of a file; the error is a message and a hint.
fn bytes(found: &DossierFile, root: &Path, loader: &Loader) -> Result<Vec<u8>, (String, String)> {
    if !found.real.starts_with(loader.real(root)) {
        return Err(("this link leads out of the dossier".into(), "copy the file into the dossier's folder".into()));
    }
    loader.read(&found.real, MAX_BYTES).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => {
            let message = format!("this file has more than {} MB", MAX_BYTES >> 20);
            (message, "cut it in parts, or look whether it is what it should be".into())
        }
        ErrorKind::IsADirectory | ErrorKind::InvalidInput => {
            (format!("this can't be read: {error}"), "give it a name that does not end in `.yaml`".into())
        }
        _ => (format!("this file can't be read: {error}"), "check its permissions".into()),
    })
}
