//! Files of a document: those that it is made from, and those that are saved. A file is written under a temporary name beside its
//! place, flushed and then renamed, so that it is replaced as a whole or not at all.

use crate::analysis::records;
use crate::dossier::{Dossier, LoadedSubmission};
use crate::resolved::ResolvedDocument;
use crate::source::{FileId, Sources, Span};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file of a document in one format.
#[derive(Debug, Clone)]
pub struct Output {
    /// The name of the file: `c22-8.en.pdf`.
    pub name: String,
    /// The content of the file.
    pub bytes: std::sync::Arc<[u8]>,
    /// The number of pages, for formats with pages.
    pub pages: Option<usize>,
}

/// Returns the paths of the files that a document is made from, relative to the dossier's folder, sorted.
pub fn sources(dossier: &Dossier, loaded: &LoadedSubmission, document: &ResolvedDocument, sources: &Sources) -> Vec<String> {
    // every document names its body in its properties, and in many generated sentences
    let body = dossier.registry.bodies.get(loaded.submission.body_id(&dossier.registry)).map(|body| body.span);
    let own = [loaded.submission.common.span].into_iter().chain(body);
    let used: BTreeSet<FileId> = records(document).into_iter().chain(own).filter_map(Span::file).collect();
    // a name in angle brackets is no file: standard input, a default body
    let files = sources.all().filter(|(id, file)| used.contains(id) && !file.path.starts_with('<'));
    let paths = files.map(|(_, file)| {
        let path = Path::new(&file.path);
        let parts = path.strip_prefix(&dossier.root).unwrap_or(path).components();
        parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    });
    let mut paths: Vec<String> = paths.collect();
    paths.sort();
    paths
}

/// Saves a file in `folder`, which is created if it is missing, and returns the path.
///
/// # Errors
/// A sentence that says why the file can't be written.
pub fn save(output: &Output, folder: &Path) -> Result<PathBuf, String> {
    let path = folder.join(&output.name);
    let fault = |error: std::io::Error| format!("`{}` can't be written: {error}", path.display());
    std::fs::create_dir_all(folder).map_err(fault)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rapporteur-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // the permissions of any new file; the system takes the user's mask off
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(fault)?;
    file.write_all(&output.bytes).and_then(|()| file.as_file().sync_all()).map_err(fault)?;
    file.persist(&path).map_err(|error| fault(error.error))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_replaced_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("a.pdf")).unwrap();
        let output = Output { name: "a.pdf".into(), bytes: b"new".to_vec().into(), pages: None };
        assert!(save(&output, folder.path()).unwrap_err().contains("can't be written"));
        let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(names, ["a.pdf"], "no temporary file is left");
    }
}
