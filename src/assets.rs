//! The files of `templates/`, embedded in the binary; a folder on disk may override any of them.

use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::path::PathBuf;

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Where templates, house styles, words and fonts come from.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// A folder whose files take the place of the embedded ones of the same path.
    pub overrides: Option<PathBuf>,
}

impl Assets {
    /// The bytes of the file at `path` below `templates/`, if there is one.
    pub fn bytes(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        let own = self.overrides.as_ref().and_then(|folder| std::fs::read(folder.join(path)).ok());
        own.map(Cow::Owned).or_else(|| EMBEDDED.get_file(path).map(|file| Cow::Borrowed(file.contents())))
    }

    /// The text of the file at `path`; bytes that are no UTF-8 become replacement characters.
    pub fn text(&self, path: &str) -> Option<String> {
        self.bytes(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The names, without folder and without `ending`, of all files in `folder` that end so, sorted.
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

    /// The paths, below `folder`, of all embedded files in it, sorted.
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
