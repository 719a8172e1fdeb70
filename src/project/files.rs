//! Files of a document: those that it is made from, and those that are made of it.

use crate::analysis::records;
use crate::dossier::{Dossier, LoadedSubmission};
use crate::resolved::ResolvedDocument;
use crate::source::{FileId, Sources, Span};
use std::collections::BTreeSet;
use std::path::Path;

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
    // every document names the body in its properties, and in many generated sentences
    let body = dossier.registry.own_body().map(|body| body.span);
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
