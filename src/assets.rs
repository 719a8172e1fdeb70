//! Gives access to the files of `templates/`, which are embedded in the binary; a folder on disk may override any of them.

use crate::disk;
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The greatest size of a file of templates on disk, in bytes: a font of all scripts has some 20 MB.
const MOST: u64 = 64 << 20;

/// Returns the path of the file at `path` in `folder`; `None` if there is none, or if `..` or a link leads out of the folder.
fn within(folder: &Path, path: &str) -> Option<PathBuf> {
    let real = folder.join(path).canonicalize().ok()?;
    real.starts_with(folder.canonicalize().ok()?).then_some(real)
}

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
        let own = self.overrides.as_ref().and_then(|folder| disk::read(&within(folder, path)?, MOST).ok());
        own.map(Cow::Owned).or_else(|| EMBEDDED.get_file(path).map(|file| Cow::Borrowed(file.contents())))
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
