//! Files that a record names: read only from inside the dossier, only if they are files, only if they are of a bearable size.

use super::loader::Loader;
use crate::source::Text;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What is wrong with a file, and what to do about it.
pub type Refusal = (String, String);

/// Where the files that records name are looked for.
#[derive(Clone, Copy)]
pub struct Attachments<'a> {
    /// The folder of the dossier: nothing outside of it is read.
    pub root: &'a Path,
    /// What reads them.
    pub loader: &'a Loader,
}

/// What kind of file is wanted.
pub struct Wanted {
    /// `a picture`
    pub what: &'static str,
    /// `a PNG or JPEG file`
    pub name: &'static str,
    /// The most bytes that it may have.
    pub most: u64,
}

/// The path and the bytes of the file that `file` names, relative to the dossier's folder.
pub fn open(attachments: Attachments, file: &Text, wanted: &Wanted) -> Result<(PathBuf, Arc<[u8]>), Refusal> {
    let Attachments { root, loader } = attachments;
    let shown = &file.value;
    let outside = || (format!("`{shown}` leads out of the dossier"), "copy the file into the dossier's folder".to_string());
    let relative = Path::new(shown);
    if relative.is_absolute() || relative.components().any(|part| matches!(part, Component::ParentDir)) {
        return Err(outside());
    }
    let missing = |error: std::io::Error| {
        (format!("`{shown}` can't be read: {error}"), format!("it is looked for in `{}`", root.display()))
    };
    let path = root.join(relative);
    // a symbolic link may lead elsewhere
    if path.exists() && !loader.real(&path).starts_with(loader.real(root)) {
        return Err(outside());
    }
    let bytes = loader.attachment(&path, wanted.most).map_err(|error| match error.kind() {
        ErrorKind::IsADirectory => (format!("`{shown}` is not a file"), format!("name {}", wanted.name)),
        ErrorKind::FileTooLarge => {
            (format!("`{shown}` {error}"), format!("{} has at most {} MB", wanted.what, wanted.most >> 20))
        }
        _ => missing(error),
    })?;
    Ok((relative.to_path_buf(), bytes))
}
