//! Reads a dossier: a folder of YAML files, or a single file, becomes a set of records and submissions.
//!
//! 1. The folder of the dossier is searched from the given file upward, as Cargo searches a package, and its files are listed ([`files`]).
//! 2. Every file is read, and decoded ([`mod@decode`]) unless it is the same as before ([`cache`]). The errors of all files are reported together.
//! 3. The records of all files are merged. A submission without a body gets the usual body of its kind.
//! 4. The texts that submissions reuse are put in their places ([`texts`]).
//!
//! `cache` and `files` use each other: the cache keeps decoded files by the role that `files` gives them, and `files` reads into the cache.

mod cache;
mod decode;
mod files;
mod names;
pub mod schema;
mod texts;

pub use cache::Cache;
pub use files::MAX_BYTES;
pub use names::{key, of_header as names_of_header, safe};
pub use texts::Texts;

use crate::authored::{Annex, Submission};
use crate::diagnostic::Diagnostics;
use crate::files::loader::Loader;
use crate::records::registry::Registry;
use crate::source::FileId;
use crate::yaml::Identities;
use files::DossierFile;
use std::path::{Path, PathBuf};
use texts::Records;

/// The name of the file that makes a folder a dossier.
pub const MANIFEST: &str = "dossier.yaml";

/// The records and submissions of a dossier.
pub struct Dossier {
    /// The folder below which pictures may be used.
    pub root: PathBuf,
    /// What was read: the folder of the dossier, a file that stands alone, or `-` for a text.
    pub origin: PathBuf,
    /// The records of all files.
    pub registry: Registry,
    /// The texts that submissions reuse. They have been put in their places in the submissions already.
    pub texts: Texts,
    /// The documents to be produced.
    pub submissions: Vec<LoadedSubmission>,
    /// The identity of each record and text.
    pub identities: Identities,
    /// All files with records or texts: as long as they are the same, so is what a submission draws on.
    pub record_files: Vec<FileId>,
}

/// A submission, with the file that it was read from.
pub struct LoadedSubmission {
    /// The submission.
    pub submission: Submission,
    /// The name of the outputs, without language and format: the stem of the file, or made from the symbol, as far as every system allows. Nothing says
    /// that no other submission has it.
    pub stem: String,
    /// Whether the submission is to be produced: false if another one of the dossier was asked for.
    pub wanted: bool,
    /// The file that the submission was read from.
    pub file: FileId,
}

/// The input of a run.
pub enum Input<'a> {
    /// A dossier's folder, a folder or file in a dossier, or a file that stands alone.
    Path(&'a Path),
    /// The text of a file that stands alone, with the folder in which pictures are searched.
    Text(String, &'a Path),
}

/// Reads the dossier to which `input` belongs. Faults of the author's files are pushed to `report`; if there are errors among them, the dossier is `None`.
///
/// # Errors
/// A message if there is nothing to read: no such file or folder, no `dossier.yaml`, a file or folder that is not part of the dossier around it, or too many files.
pub fn open(input: Input, loader: &Loader, cache: &mut Cache, report: &mut Diagnostics) -> Result<Option<Dossier>, String> {
    let (registry, texts) = (Registry::default(), Texts::default());
    let mut reader = Reader {
        loader,
        cache,
        report,
        registry,
        texts,
        submissions: Vec::new(),
        identities: Identities::default(),
        record_files: Vec::new(),
        size: 0,
    };
    let (root, origin) = match input {
        Input::Text(text, root) => {
            let file = reader.cache.read("<stdin>", text);
            reader.take(file, files::Role::Any, "stdin", true);
            (root.to_path_buf(), PathBuf::from("-"))
        }
        Input::Path(path) => reader.path(path)?,
    };
    let Reader { registry, texts, mut submissions, identities, record_files, .. } = reader;
    registry.check_bounds(report);
    for LoadedSubmission { submission, .. } in &mut submissions {
        texts::expand(submission, &texts, report);
    }
    // with errors there is no dossier, because the rules would report records as missing that only could not be read
    Ok((!report.has_errors()).then_some(Dossier { root, origin, registry, texts, submissions, identities, record_files }))
}

struct Reader<'a> {
    loader: &'a Loader,
    cache: &'a mut Cache,
    report: &'a mut Diagnostics,
    registry: Registry,
    texts: Texts,
    submissions: Vec<LoadedSubmission>,
    identities: Identities,
    record_files: Vec<FileId>,
    /// The size of all files that were read, in bytes.
    size: u64,
}

impl Reader<'_> {
    /// Reads the dossier at, or above, `path`, and returns its root and its origin.
    fn path(&mut self, path: &Path) -> Result<(PathBuf, PathBuf), String> {
        let is_folder = path.is_dir();
        if !is_folder && !self.loader.is_file(path) {
            let not_regular = "it is no regular file (`-` reads the standard input)";
            let error = std::fs::metadata(path).map_or_else(|error| error.to_string(), |_| not_regular.into());
            return Err(format!("`{}` can't be read: {error}", path.display()));
        }
        let start = if is_folder { path.to_path_buf() } else { folder(path) };
        match files::root_above(&start, self.loader) {
            Some(root) => {
                let is_manifest = path.file_name().is_some_and(|name| name == MANIFEST);
                let is_whole = self.loader.real(&start) == self.loader.real(&root) && (is_folder || is_manifest);
                self.folder(&root, (!is_whole).then_some(path))?;
                Ok((root.clone(), root))
            }
            None if is_folder => {
                let hint = "`rapporteur new annual-report DIR` makes a dossier";
                Err(format!("neither `{}` nor a folder above it has a `{MANIFEST}`; {hint}", path.display()))
            }
            None => {
                self.file(&DossierFile::alone(path, self.loader), &start, None);
                Ok((start, path.to_path_buf()))
            }
        }
    }

    /// Reads all files of the dossier at `root`. If `wanted` is given, only the submissions of that file, or of the files in that folder, are marked as wanted.
    fn folder(&mut self, root: &Path, wanted: Option<&Path>) -> Result<(), String> {
        let found = files::find(root, self.loader)?;
        let wanted = wanted.map(|path| self.loader.real(path));
        if let Some(path) = &wanted
            && !found.iter().any(|file| file.real.starts_with(path))
        {
            let places = "submissions stand in `submissions/`, meetings in `meetings/`, records beside `dossier.yaml`";
            return Err(format!("`{}` is not part of the dossier `{}`; {places}", path.display(), root.display()));
        }
        for file in &found {
            self.file(file, root, wanted.as_deref());
        }
        Ok(())
    }

    /// Reads one file. A file that can't be read is reported and left out.
    fn file(&mut self, found: &DossierFile, root: &Path, wanted: Option<&Path>) {
        let wanted = wanted.is_none_or(|path| found.real.starts_with(path));
        if self.size > files::MAX_TOTAL {
            // said at the file with which it became too much
            return;
        }
        let read = files::read(found, root, self.loader, self.cache).and_then(|file| {
            self.size += self.cache.sources().file(file).text.len() as u64;
            if self.size > files::MAX_TOTAL { Err(files::too_much(file)) } else { Ok(file) }
        });
        match read {
            Ok(file) => self.take(file, found.role, &found.stem, wanted),
            Err(fault) => {
                self.report.push(fault);
            }
        }
    }

    /// Adds the contents of a file.
    fn take(&mut self, file: FileId, role: files::Role, stem: &str, wanted: bool) {
        let contents = self.cache.contents(file, role, stem, self.report);
        if !contents.is_submission_alone {
            self.record_files.push(file);
        }
        contents.tree.iter().for_each(|tree| self.identities.add(file, tree.clone()));
        let Records { registry, texts } = contents.records.clone();
        self.registry.merge(registry, self.report);
        self.texts.0.extend(texts.0);
        for (stem, submission) in &contents.submissions {
            self.add(submission.clone(), stem.clone(), file, wanted);
        }
    }

    /// Adds a submission and its editions. A submission without a body gets the usual body and annexes of its kind.
    fn add(&mut self, mut submission: Submission, stem: String, file: FileId, wanted: bool) {
        if let (true, Some(yaml)) = (submission.common.body.is_empty(), submission.kind.usual) {
            let (of_kind, usual, tree) = self.cache.usual(submission.kind.name, yaml);
            self.identities.add(of_kind, tree);
            submission.usual = Some(of_kind);
            submission.common.body.clone_from(&usual.body);
            if submission.common.annexes.is_empty() {
                submission.common.annexes.clone_from(&usual.annexes);
            }
        }
        // no edition has editions, and the copy of a long list for each of its members would be as large as its square
        let editions = std::mem::take(&mut submission.common.editions);
        let transmittal = submission.common.transmittal.take();
        let report = &mut *self.report;
        report.extend(submission.common.annexes.iter().flat_map(Annex::faults));
        let editions = editions.iter().enumerate().map(|(at, edition)| {
            report.extend(edition.faults(&submission));
            let edited = edition.of(&submission);
            let symbol = edition.symbol.as_ref().and_then(|_| names::of_header(&edited.common));
            let stem = symbol.unwrap_or_else(|| format!("{stem}-{}", at + 2));
            LoadedSubmission { submission: edited, stem, wanted, file }
        });
        let editions: Vec<_> = editions.collect();
        if let Some(transmittal) = transmittal {
            report.extend(submission.untransmittable(&transmittal));
            submission = submission.transmitted(&transmittal, [&[], &[]]);
        }
        for loaded in std::iter::once(LoadedSubmission { submission, stem, wanted, file }).chain(editions) {
            let stem = names::safe(&loaded.stem);
            let stem = if stem.is_empty() { "document".into() } else { stem };
            self.submissions.push(LoadedSubmission { stem, ..loaded });
        }
    }
}

/// Returns the folder of a file; `.` for a bare name.
fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}
