//! Remembers which files of a folder the program has made, from which dossier, so that nothing else is replaced.
//!
//! A line of JSON is added to [`NAME`] before a file is moved to its place: the name, a digest of the bytes, the dossier. A file is the program's as
//! long as its bytes have the digest of such a line. A line that can't be read says nothing; the worst that can follow is that a file is not replaced.

use crate::disk;
use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::collections::{HashMap, HashSet};
use std::hash::Hasher;
use std::path::{Component, Path, PathBuf};

/// The name of the file that remembers, in the folder of the files.
pub const NAME: &str = ".rapporteur.jsonl";
/// The greatest size of that file, and of a file whose bytes are compared.
const MOST: u64 = 256 << 20;

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct Line {
    name: String,
    digest: String,
    /// The dossier, as a path from the folder, so that both can be moved together.
    from: String,
}

/// The files that the program has made in a folder.
pub struct MadeFiles {
    path: PathBuf,
    /// The dossiers by the name and digest of what was made from them.
    from: HashMap<(String, String), String>,
    /// The names that occur.
    names: HashSet<String>,
    /// The size of the file when it was read.
    size: u64,
}

impl MadeFiles {
    /// Returns what is remembered of the files in `folder`.
    pub fn of(folder: &Path) -> Self {
        let mut made = Self { path: folder.join(NAME), from: HashMap::new(), names: HashSet::new(), size: 0 };
        made.read();
        made
    }

    fn read(&mut self) {
        // without the file nothing is known, and nothing is replaced
        let bytes = disk::read(&self.path, MOST).unwrap_or_default();
        self.size = bytes.len() as u64;
        for line in bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Line>(line).ok()) {
            self.add(line);
        }
    }

    fn add(&mut self, line: Line) {
        self.names.insert(line.name.clone());
        self.from.insert((line.name, line.digest), line.from);
    }

    /// Asks whether a file that is to have these bytes may be put in its place, and remembers that it is made from the dossier `from`.
    ///
    /// # Errors
    /// A sentence that says whose the file is that is there now, unless `force`.
    pub fn allow(&mut self, files: &[(&str, &[u8])], from: &str, force: bool) -> Result<(), String> {
        // another run may have added lines
        if std::fs::metadata(&self.path).map_or(0, |metadata| metadata.len()) != self.size {
            self.read();
        }
        for (name, bytes) in files.iter().filter(|_| !force) {
            self.allow_one(name, bytes, from)?;
        }
        self.remember(files, from)
    }

    fn allow_one(&self, name: &str, bytes: &[u8], from: &str) -> Result<(), String> {
        let path = self.path.with_file_name(name);
        let Ok(metadata) = std::fs::symlink_metadata(&path) else { return Ok(()) };
        let refused = |why: String| Err(format!("`{}` is not replaced: {why}", path.display()));
        let present = disk::read(&path, MOST).ok();
        if present.as_deref() == Some(bytes) {
            return Ok(());
        }
        if metadata.permissions().readonly() {
            return refused("it is read-only".into());
        }
        match present.and_then(|present| self.from.get(&(name.to_string(), digest(&present)))) {
            Some(own) if own == from => Ok(()),
            Some(other) => refused(format!("it was made from another dossier, `{other}`")),
            None if self.names.contains(name) => refused("it has been changed since it was made".into()),
            None => refused("it was not made by this program".into()),
        }
    }

    fn remember(&mut self, files: &[(&str, &[u8])], from: &str) -> Result<(), String> {
        let mut lines = String::new();
        for (name, bytes) in files {
            let line = Line { name: (*name).into(), digest: digest(bytes), from: from.into() };
            if self.from.get(&(line.name.clone(), line.digest.clone())) != Some(&line.from) {
                // what a run that was killed has left of a line is closed
                lines += &format!("\n{}", serde_json::to_string(&line).expect("strings alone"));
                self.add(line);
            }
        }
        if lines.is_empty() {
            return Ok(());
        }
        lines.push('\n');
        self.size += lines.len() as u64;
        disk::append(&self.path, lines.as_bytes()).map_err(|error| format!("`{}` can't be written: {error}", self.path.display()))
    }
}

/// Returns a digest of the bytes: that two files have the same by accident is out of the question.
fn digest(bytes: &[u8]) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    format!("{:032x}", hasher.finish128().as_u128())
}

/// Returns the path from one folder to another folder or file, with `/` between its parts; an absolute path if there is no way from the one to the other.
/// What is no file (`-`, the standard input) stays as it is.
pub fn way(from: &Path, to: &Path) -> String {
    let (Ok(from), Ok(to)) = (from.canonicalize(), to.canonicalize()) else { return to.to_string_lossy().into_owned() };
    let parts = |path: &Path| path.components().map(|part| part.as_os_str().to_owned()).collect::<Vec<_>>();
    let (up, down) = (parts(&from), parts(&to));
    let common = up.iter().zip(&down).take_while(|(one, other)| one == other).count();
    if common == 0 {
        return to.to_string_lossy().replace('\\', "/");
    }
    let up = up[common..].iter().map(|_| Component::ParentDir.as_os_str().to_owned());
    let way: Vec<_> = up.chain(down[common..].iter().cloned()).map(|part| part.to_string_lossy().into_owned()).collect();
    if way.is_empty() { ".".into() } else { way.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_two_folders_does_not_depend_on_where_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let [output, dossier] = ["a/output", "a/b/dossier"].map(|path| folder.path().join(path));
        [&output, &dossier].iter().for_each(|path| std::fs::create_dir_all(path).unwrap());
        assert_eq!(way(&output, &dossier), "../b/dossier");
        assert_eq!(way(&output, &output), ".");
        assert_eq!(way(&dossier, &folder.path().join("a")), "../..");
    }

    #[test]
    fn a_line_that_was_cut_off_spoils_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let files: [(&str, &[u8]); 1] = [("a.txt", b"one")];
        MadeFiles::of(folder.path()).allow(&files, "d", false).unwrap();
        disk::append(&folder.path().join(NAME), b"{\"name\":\"b.txt\",\"dig").unwrap();
        std::fs::write(folder.path().join("a.txt"), "one").unwrap();
        let later: [(&str, &[u8]); 2] = [("a.txt", b"two"), ("b.txt", b"two")];
        MadeFiles::of(folder.path()).allow(&later, "d", false).unwrap();
        let made = MadeFiles::of(folder.path());
        assert_eq!((made.names.len(), made.from.len()), (2, 3));
    }
}
