//! Files that a record names: read only from inside the dossier, only if they are files, only if they are of a bearable size.

use crate::source::Text;
use std::path::{Component, Path, PathBuf};

/// What is wrong with a file, and what to do about it.
pub type Refusal = (String, String);

/// What kind of file is wanted.
pub struct Wanted {
    /// `a picture`
    pub what: &'static str,
    /// `a PNG or JPEG file`
    pub name: &'static str,
    /// The most bytes that it may have.
    pub most: u64,
}

/// The path and the bytes of the file that `file` names, relative to `root`.
pub fn open(root: &Path, file: &Text, wanted: &Wanted) -> Result<(PathBuf, Vec<u8>), Refusal> {
    let shown = &file.value;
    let outside = || (format!("`{shown}` leads out of the dossier"), "copy the file into the dossier's folder".to_string());
    let relative = Path::new(shown);
    if relative.is_absolute() || relative.components().any(|part| matches!(part, Component::ParentDir)) {
        return Err(outside());
    }
    let missing = |error: std::io::Error| {
        (format!("`{shown}` can't be read: {error}"), format!("it is looked for in `{}`", root.display()))
    };
    let real = root.join(relative).canonicalize().map_err(missing)?;
    // a symbolic link may lead elsewhere
    if !real.starts_with(root.canonicalize().map_err(missing)?) {
        return Err(outside());
    }
    let metadata = std::fs::metadata(&real).map_err(missing)?;
    if !metadata.is_file() {
        return Err((format!("`{shown}` is not a file"), format!("name {}", wanted.name)));
    }
    if metadata.len() > wanted.most {
        let message = format!("`{shown}` has {} MB", metadata.len() >> 20);
        return Err((message, format!("{} has at most {} MB", wanted.what, wanted.most >> 20)));
    }
    let bytes = std::fs::read(&real).map_err(missing)?;
    Ok((relative.to_path_buf(), bytes))
}
