//! A folder of YAML files, or a single file, → a set of records and submissions.
//!
//! 1. The dossier of a file is found upward, as Cargo finds a package.
//! 2. Every file is read, and decoded unless it is the same as before ([`cache`]); all shape errors of all files are reported together.
//! 3. Records of all files are put together; a submission without a body gets the usual one of its kind.

mod cache;
mod decode;
mod files;
pub mod schema;
mod texts;

pub use cache::{Cache, Stamp};
pub use files::MAX_BYTES;
pub use texts::Texts;

use crate::authored::Submission;
use crate::diagnostic::Diagnostics;
use crate::files::loader::Loader;
use crate::records::registry::Registry;
use crate::source::FileId;
use crate::yaml::Identities;
use decode::stem_of;
use files::Found;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use texts::Records;

/// The name of the file that makes a folder a dossier.
pub const MANIFEST: &str = "dossier.yaml";

/// Records and submissions, as read.
pub struct Dossier {
    /// The folder below which pictures may be used.
    pub root: PathBuf,
    /// All records.
    pub registry: Registry,
    /// Texts that submissions reuse; they stand in the submissions already.
    pub texts: Texts,
    /// The documents to be produced.
    pub submissions: Vec<Loaded>,
    /// By which name each record and text is known.
    pub identities: Identities,
    /// The files with its records and texts: what a submission draws on is the same as long as these are.
    pub stamps: Vec<Stamp>,
}

/// A submission and where it was read from.
pub struct Loaded {
    /// The submission.
    pub submission: Submission,
    /// The stem of its file: outputs are named by it.
    pub stem: String,
    /// Whether it was asked for.
    pub wanted: bool,
    /// The file it was read from.
    pub stamp: Stamp,
}

/// What is to be read.
pub enum Input<'a> {
    /// A folder or a file.
    Path(&'a Path),
    /// A text that stands in no file, with the folder in which its pictures are looked for.
    Text(String, &'a Path),
}

/// Reads all that belongs to `input`. Faults of the author's files go to the report, and with errors there is no dossier.
///
/// # Errors
/// There is nothing to read.
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
        stamps: Vec::new(),
        stems: HashSet::new(),
    };
    let root = match input {
        Input::Text(text, root) => {
            let file = reader.cache.read("<stdin>", text);
            reader.take(file, files::Role::Any, "stdin", true);
            root.to_path_buf()
        }
        Input::Path(path) => reader.path(path)?,
    };
    let Reader { registry, texts, mut submissions, identities, stamps, .. } = reader;
    registry.check_bounds(report);
    for Loaded { submission, .. } in &mut submissions {
        texts::put_in(submission, &texts, report);
    }
    // rules on half a record would complain of what the other half says
    Ok((!report.has_errors()).then_some(Dossier { root, registry, texts, submissions, identities, stamps }))
}

struct Reader<'a> {
    loader: &'a Loader,
    cache: &'a mut Cache,
    report: &'a mut Diagnostics,
    registry: Registry,
    texts: Texts,
    submissions: Vec<Loaded>,
    identities: Identities,
    stamps: Vec<Stamp>,
    /// The names of their outputs.
    stems: HashSet<String>,
}

impl Reader<'_> {
    /// Reads the dossier at, or above, `path`; its root.
    fn path(&mut self, path: &Path) -> Result<PathBuf, String> {
        let is_manifest = path.file_name().is_some_and(|name| name == MANIFEST);
        let is_folder = path.is_dir();
        if !is_folder && !self.loader.is_file(path) {
            let error = std::fs::metadata(path).map_or_else(|error| error.to_string(), |_| "it is no file".into());
            return Err(format!("`{}` can't be read: {error}", path.display()));
        }
        if is_folder || is_manifest {
            let root = if is_manifest { folder(path) } else { path.to_path_buf() };
            if !self.loader.is_file(&root.join(MANIFEST)) {
                let hint = "`rapporteur new annual-report DIR` makes a dossier";
                return Err(format!("`{}` has no `{MANIFEST}`; {hint}", root.display()));
            }
            self.folder(&root, None)?;
            return Ok(root);
        }
        match files::root_above(path, self.loader) {
            Some(root) => {
                self.folder(&root, Some(path))?;
                Ok(root)
            }
            None => {
                let root = folder(path);
                self.file(&Found::alone(path, self.loader), &root, None);
                Ok(root)
            }
        }
    }

    /// Reads all files of a dossier; only the submission in `wanted` is wanted, if there is such a file.
    fn folder(&mut self, root: &Path, wanted: Option<&Path>) -> Result<(), String> {
        let found = files::find(root, self.loader)?;
        let wanted = wanted.map(|path| self.loader.real(path));
        let known = |file: &Found| Some(file.real.clone()) == wanted;
        if let Some(path) = &wanted
            && !found.iter().any(known)
        {
            let places = "submissions stand in `submissions/`, meetings in `meetings/`, records beside `dossier.yaml`";
            return Err(format!("`{}` is not part of the dossier `{}`; {places}", path.display(), root.display()));
        }
        for file in &found {
            self.file(file, root, wanted.as_deref());
        }
        Ok(())
    }

    /// Reads one file; one that can't be read has a message.
    fn file(&mut self, found: &Found, root: &Path, wanted: Option<&Path>) {
        let wanted = wanted.is_none_or(|path| path == found.real);
        match files::read(found, root, self.loader, self.cache) {
            Ok(file) => self.take(file, found.role, &found.stem, wanted),
            Err(fault) => {
                self.report.push(fault);
            }
        }
    }

    /// Adds what is in a file.
    fn take(&mut self, file: FileId, role: files::Role, stem: &str, wanted: bool) {
        let contents = self.cache.contents(file, role, stem, self.report);
        let stamp = self.cache.stamp(file);
        if !contents.is_submission_alone {
            self.stamps.push(stamp);
        }
        contents.tree.iter().for_each(|tree| self.identities.add(file, tree.clone()));
        let Records { registry, texts } = contents.records.clone();
        self.registry.merge(registry, self.report);
        self.texts.0.extend(texts.0);
        for (stem, submission) in &contents.submissions {
            self.add(submission.clone(), stem.clone(), stamp, wanted);
        }
    }

    fn add(&mut self, mut submission: Submission, stem: String, stamp: Stamp, wanted: bool) {
        if let (true, Some(yaml)) = (submission.common.body.is_empty(), submission.kind.usual) {
            let (file, usual, tree) = self.cache.usual(submission.kind.name, yaml);
            self.identities.add(file, tree);
            submission.usual = Some(file);
            submission.common.body.clone_from(&usual.body);
            if submission.common.annexes.is_empty() {
                submission.common.annexes.clone_from(&usual.annexes);
            }
        }
        let editions = submission.common.editions.iter().enumerate();
        let editions = editions.map(|(at, edition)| {
            let symbol = stem_of(edition.symbol.as_ref(), edition.meeting);
            let stem = symbol.unwrap_or_else(|| format!("{stem}-{}", at + 2));
            Loaded { submission: edition.of(&submission), stem, wanted, stamp }
        });
        let editions: Vec<_> = editions.collect();
        for loaded in std::iter::once(Loaded { submission, stem, wanted, stamp }).chain(editions) {
            let stem = self.unused(loaded.stem);
            self.submissions.push(Loaded { stem, ..loaded });
        }
    }

    /// The stem, or with a number if a submission has it already: none is written over another.
    fn unused(&mut self, stem: String) -> String {
        let numbered = (2..).map(|at| format!("{stem}-{at}"));
        let mut all = std::iter::once(stem.clone()).chain(numbered);
        let unused = all.find(|stem| !self.stems.contains(stem)).unwrap_or(stem);
        self.stems.insert(unused.clone());
        unused
    }
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}
