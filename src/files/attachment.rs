//! Reads the files that records name: only from inside the dossier, only ordinary files, only up to a given size.

use super::loader::Loader;
use crate::source::Text;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The reason why a file is refused, and the advice to the author, both in words for a message.
pub type Refusal = (String, String);

/// The folder in which the files that records name are looked for, and the loader that reads them.
#[derive(Clone, Copy)]
pub struct Attachments<'a> {
    /// The folder of the dossier. Nothing outside it is read.
    pub root: &'a Path,
    /// The loader of the files.
    pub loader: &'a Loader,
}

/// The kind of file that the caller expects.
pub struct Wanted {
    /// The use of the file, for messages: `a picture`.
    pub what: &'static str,
    /// The formats of the file, for messages: `a PNG or JPEG file`.
    pub name: &'static str,
    /// The greatest size of the file, in bytes.
    pub most: u64,
}

/// Reads the file that `file` names, relative to the dossier's folder; returns its path below that folder and its bytes.
///
/// # Errors
///
/// Refuses a path that leads out of the dossier, and a file that is missing, is no regular file, or is too large.
pub fn open(attachments: Attachments, file: &Text, wanted: &Wanted) -> Result<(PathBuf, Arc<[u8]>), Refusal> {
    let Attachments { root, loader } = attachments;
    let shown = &file.value;
    let path = place(attachments, file)?;
    let missing = |error: std::io::Error| {
        (format!("`{shown}` can't be read: {error}"), format!("it is looked for in `{}`", root.display()))
    };
    let bytes = loader.attachment(&path, wanted.most).map_err(|error| match error.kind() {
        ErrorKind::IsADirectory | ErrorKind::InvalidInput => {
            (format!("`{shown}` can't be read: {error}"), format!("name {}", wanted.name))
        }
        ErrorKind::FileTooLarge => {
            (format!("`{shown}` is too large: {error}"), format!("{} has at most {} MB", wanted.what, wanted.most >> 20))
        }
        _ => missing(error),
    })?;
    Ok((PathBuf::from(shown), bytes))
}

/// Returns the path of the file that `file` names, relative to the dossier's folder.
fn place(attachments: Attachments, file: &Text) -> Result<PathBuf, Refusal> {
    let Attachments { root, loader } = attachments;
    let relative = Path::new(&file.value);
    let path = root.join(relative);
    let leaves = relative.is_absolute() || relative.components().any(|part| matches!(part, Component::ParentDir));
    // a symbolic link may lead elsewhere
    if leaves || path.exists() && !loader.real(&path).starts_with(loader.real(root)) {
        let advice = "copy the file into the dossier's folder".to_string();
        return Err((format!("`{}` leads out of the dossier", file.value), advice));
    }
    Ok(path)
}

/// Looks whether the file that `file` names is there, without reading it.
///
/// # Errors
///
/// Refuses a path that leads out of the dossier, and a file that is missing or is no regular file.
pub fn find(attachments: Attachments, file: &Text) -> Result<(), Refusal> {
    let path = place(attachments, file)?;
    if attachments.loader.is_file(&path) {
        return Ok(());
    }
    let where_sought = format!("it is looked for in `{}`", attachments.root.display());
    Err((format!("there is no file `{}`", file.value), where_sought))
}
