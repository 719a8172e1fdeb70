//! Opens regular files, and nothing else. A name may lead to another kind of file, and to another file from one moment to the next, so what has been opened
//! is looked at, and nothing is waited for.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{Error, ErrorKind, Read, Write};
use std::path::Path;

/// Reads a regular file of at most `most` bytes.
///
/// # Errors
/// Fails if there is no such file (`NotFound`), if it is a folder (`IsADirectory`) or no regular file (`InvalidInput`), if it has more than `most` bytes
/// (`FileTooLarge`), or if the system can't read it.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Error> {
    // a device may do something when it is opened
    regular(&std::fs::metadata(path)?)?;
    let file = open(path, OpenOptions::new().read(true), false)?;
    let mut bytes = Vec::new();
    // the size that the system gives is no limit: a file may grow while it is read, and those of `/proc` say that they are empty
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(Error::new(ErrorKind::FileTooLarge, format!("it has more than {} MB", most >> 20)));
    }
    Ok(bytes)
}

/// Adds bytes at the end of a regular file, which is made if it is missing.
///
/// # Errors
/// Fails if there is something else at `path`, a symbolic link included, or if the system can't write the file.
pub fn append(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    match std::fs::symlink_metadata(path) {
        Ok(metadata) => regular(&metadata)?,
        Err(error) if error.kind() == ErrorKind::NotFound => (),
        Err(error) => return Err(error),
    }
    open(path, OpenOptions::new().append(true).create(true), true)?.write_all(bytes)
}

/// Opens a file and refuses it if it is not regular; a symbolic link is refused too if `is_itself`.
fn open(path: &Path, options: &mut OpenOptions, is_itself: bool) -> Result<File, Error> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // a pipe that nobody writes to would be waited for
        let no_link = if is_itself { OFlags::NOFOLLOW } else { OFlags::empty() };
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY | no_link).bits() as i32);
    }
    #[cfg(not(unix))]
    let _ = is_itself;
    let file = options.open(path)?;
    regular(&file.metadata()?)?;
    Ok(file)
}

/// Fails if the metadata are not those of a regular file.
fn regular(metadata: &Metadata) -> Result<(), Error> {
    match metadata.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_dir() => Err(Error::new(ErrorKind::IsADirectory, "it is a folder")),
        kind if kind.is_symlink() => Err(Error::new(ErrorKind::InvalidInput, "it is a symbolic link")),
        _ => Err(Error::new(ErrorKind::InvalidInput, "it is no regular file but a pipe, a device or a socket")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "four").unwrap();
        assert_eq!(read(&path, 4).unwrap(), b"four");
        assert_eq!(read(&path, 3).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!(read(folder.path(), 4).unwrap_err().kind(), ErrorKind::IsADirectory);
        assert_eq!(read(&folder.path().join("b"), 4).unwrap_err().kind(), ErrorKind::NotFound);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn pipes_devices_and_endless_files_are_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
        for path in [&pipe, &folder.path().join("socket"), Path::new("/dev/zero"), Path::new("/dev/tty")] {
            assert_eq!(read(path, 4).unwrap_err().kind(), ErrorKind::InvalidInput, "{}", path.display());
            assert_eq!(append(path, b"a").unwrap_err().kind(), ErrorKind::InvalidInput, "{}", path.display());
        }
        // the race between a look and the opening: what has been opened is looked at once more
        let opened = open(&pipe, OpenOptions::new().read(true), false);
        assert_eq!(opened.unwrap_err().kind(), ErrorKind::InvalidInput);
        assert!(!read(Path::new("/proc/self/status"), 1 << 20).unwrap().is_empty(), "its size is 0 by its metadata");
        let sparse = folder.path().join("sparse");
        File::create(&sparse).unwrap().set_len(1 << 40).unwrap();
        assert_eq!(read(&sparse, 1 << 10).unwrap_err().kind(), ErrorKind::FileTooLarge);
        std::os::unix::fs::symlink(&sparse, folder.path().join("link")).unwrap();
        assert!(append(&folder.path().join("link"), b"a").is_err(), "what is appended goes to the file of that name");
    }
}
