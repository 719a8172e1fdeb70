//! Gives access to the files of `templates/`, which are embedded in the binary; a folder on disk may override any of them.

use crate::disk;
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// The greatest size of a file of templates on disk, in bytes: a font of all scripts has some 20 MB.
const MOST: u64 = 64 << 20;

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The source of templates, house styles, words of languages and fonts.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// A folder on disk whose files replace the embedded files with the same paths.
    pub overrides: Option<PathBuf>,
}

impl Assets {
    /// Returns the bytes of the file at `path` below `templates/`, if there is one.
    pub fn bytes(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        let own = self.overrides.as_ref().and_then(|folder| own(folder, path).ok());
        own.map(Cow::Owned).or_else(|| Self::embedded(path).map(Cow::Borrowed))
    }

    /// Returns the bytes of the embedded file at `path`, whatever a folder on disk has.
    pub fn embedded(path: &str) -> Option<&'static [u8]> {
        EMBEDDED.get_file(path).map(|file| file.contents())
    }

    /// Returns the text of the file at `path`, if there is one; bytes that are not UTF-8 become U+FFFD.
    pub fn text(&self, path: &str) -> Option<String> {
        self.bytes(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Returns the names of all files in `folder` that end with `ending`, without the folder and the ending, sorted.
    pub fn names(&self, folder: &str, ending: &str) -> Vec<String> {
        let embedded = EMBEDDED.get_dir(folder).into_iter().flat_map(Dir::files).map(|file| file.path().to_path_buf());
        let own = self.overrides.iter().filter_map(|root| std::fs::read_dir(root.join(folder)).ok());
        let own = own.flatten().flatten().map(|entry| entry.path());
        let mut names: Vec<String> =
            embedded.chain(own).filter_map(|path| Some(path.file_name()?.to_str()?.strip_suffix(ending)?.to_string())).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Returns the paths, relative to the folder on disk and sorted, of the files in it that are used by nothing: they have the path of no embedded file, and are no house
    /// style, language, font or template that another one may include. Hidden files, and those that only speak of the folder (`README`, `LICENSE`), are not listed.
    pub fn idle(&self) -> Vec<String> {
        let mut found = self.on_disk();
        found.retain(|path| is_idle(path));
        found
    }

    /// Returns the paths, as [`Self::idle`] does, of the files that would be used but can't be read, each with the reason.
    pub fn unreadable(&self) -> Vec<(String, String)> {
        let Some(root) = &self.overrides else { return Vec::new() };
        let used = self.on_disk().into_iter().filter(|path| !is_idle(path));
        used.filter_map(|path| own(root, &path).err().map(|error| (path, error.to_string()))).collect()
    }

    /// Returns the paths of all files in the folder on disk that are not hidden, relative to it and sorted.
    fn on_disk(&self) -> Vec<String> {
        let mut found = Vec::new();
        let Some(root) = &self.overrides else { return found };
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let kind = entry.file_type();
                if name.starts_with('.') || kind.is_err() {
                    continue;
                }
                // links to folders are not followed, since they may lead round in a circle
                if kind.is_ok_and(|kind| kind.is_dir()) {
                    folders.push(entry.path());
                } else if let Some(path) = entry.path().strip_prefix(root).ok().and_then(|path| path.to_str()) {
                    found.push(path.replace('\\', "/"));
                }
            }
        }
        found.sort();
        found
    }

    /// Returns the paths, relative to `folder`, of all embedded files at any depth below it, sorted. Files on disk are not listed.
    pub fn tree(&self, folder: &str) -> Vec<String> {
        let mut folders: Vec<&Dir> = EMBEDDED.get_dir(folder).into_iter().collect();
        let mut paths = Vec::new();
        while let Some(next) = folders.pop() {
            folders.extend(next.dirs());
            let relative = next.files().filter_map(|file| file.path().strip_prefix(folder).ok());
            paths.extend(relative.map(|path| path.to_string_lossy().into_owned()));
        }
        paths.sort();
        paths
    }
}

/// Says whether nothing uses a file at this path below a folder of templates.
fn is_idle(path: &str) -> bool {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let own = match folder {
        "houses" | "languages" => name.ends_with(".yaml") && !name.contains('/'),
        "fonts" => name.ends_with(".ttf") && !name.contains('/'),
        "typst" | "docx" => name.ends_with(".j2") || name.ends_with(".typ"),
        // what `rapporteur new` writes is never replaced
        "new" => return true,
        "" => ["README", "LICENSE", "LICENCE"].iter().any(|about| name.starts_with(about)),
        _ => false,
    };
    !own && EMBEDDED.get_file(path).is_none()
}

/// Returns the bytes of the file at `path` in `folder`, which neither the path nor a link may lead out of: an author names languages and house styles, and a
/// template names templates.
fn own(folder: &Path, path: &str) -> Result<Vec<u8>, Error> {
    let real = folder.join(path).canonicalize()?;
    if !real.starts_with(folder.canonicalize()?) {
        return Err(Error::new(ErrorKind::InvalidInput, "it leads out of the folder"));
    }
    disk::read(&real, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_read_from_their_folder_only() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("templates");
        std::fs::create_dir_all(root.join("a")).unwrap();
        std::fs::write(folder.path().join("secret"), "secret").unwrap();
        std::fs::write(root.join("a/b"), "b").unwrap();
        let assets = Assets { overrides: Some(root.clone()) };
        assert_eq!(assets.text("a/b").as_deref(), Some("b"));
        let absolute = folder.path().join("secret").display().to_string();
        for path in ["../secret", "a/../../secret", absolute.as_str()] {
            assert_eq!(assets.text(path), None, "{path}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../secret", root.join("link")).unwrap();
            assert_eq!(assets.text("link"), None);
        }
    }
}
