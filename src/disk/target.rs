//! Where a file goes that somebody names: to a place of its own, or into something that is there already and stays there.

use super::staging::fault;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The names of the standard output.
const STANDARD_OUTPUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
/// The most symbolic links that are followed from one to the next.
const LINKS: usize = 40;

/// What is at the path that somebody names for a file to be written.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// The standard output.
    StandardOutput,
    /// A pipe, a device, or a file that another program holds open for this one: the bytes are written to it.
    Stream(PathBuf),
    /// A regular file, or nothing yet: a new file takes that place. Symbolic links have been followed.
    File(PathBuf),
}

impl Target {
    /// Looks what is at `path`.
    pub fn at(path: &Path) -> Self {
        let mut path = path.to_path_buf();
        for _ in 0..LINKS {
            if STANDARD_OUTPUT.iter().any(|name| Path::new(name) == path) {
                return Self::StandardOutput;
            }
            if is_descriptor(&path) {
                return Self::Stream(path);
            }
            let Ok(link) = std::fs::read_link(&path) else { break };
            path = path.parent().unwrap_or(Path::new("")).join(link);
        }
        let is_stream = std::fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
        if is_stream { Self::Stream(path) } else { Self::File(path) }
    }
}

/// Says whether a path names a file that this process holds open: such a path looks like a link to the file, which is not to be replaced.
fn is_descriptor(path: &Path) -> bool {
    let parts = |folder: PathBuf| folder.components().map(|part| part.as_os_str().to_os_string()).collect::<Vec<_>>();
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok()).map(parts).unwrap_or_default();
    folder.ends_with(&["fd".into()]) && folder.get(1).is_some_and(|first| first == "proc" || first == "dev")
}

/// Writes to a pipe or a device, which stays what it is; a pipe that nobody reads yet is waited for.
///
/// # Errors
/// A sentence that says why it can't be written.
pub fn write_to_stream(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let written = OpenOptions::new().append(true).open(path).and_then(|mut stream| stream.write_all(bytes));
    written.map_err(|error| fault(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn only_what_is_a_file_or_nothing_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, none] = ["file", "link", "none"].map(|name| folder.path().join(name));
        std::fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink("file", &link).unwrap();
        for (path, target) in [
            (file.as_path(), Target::File(file.clone())),
            (&link, Target::File(file.clone())),
            (&none, Target::File(none.clone())),
            (folder.path(), Target::File(folder.path().into())),
            (Path::new("-"), Target::StandardOutput),
            (Path::new("/dev/stdout"), Target::StandardOutput),
            (Path::new("/dev/null"), Target::Stream("/dev/null".into())),
            (Path::new("/dev/stderr"), Target::Stream("/proc/self/fd/2".into())),
        ] {
            assert_eq!(Target::at(path), target, "{}", path.display());
        }
        let other = folder.path().join("other");
        std::os::unix::fs::symlink("/dev/stdout", &other).unwrap();
        assert_eq!(Target::at(&other), Target::StandardOutput, "also by a link");
    }
}
