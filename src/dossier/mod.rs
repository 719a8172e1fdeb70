//! A folder of YAML files, or a single file, → a set of records and submissions.
//!
//! 1. The dossier of a file is found upward, as Cargo finds a package.
//! 2. Every file is read and decoded; all shape errors of all files are reported together.
//! 3. Records of all files are put together; a submission without a body gets the usual one of its kind.

mod files;
pub mod schema;
mod texts;

pub use files::MAX_BYTES;
pub use texts::Texts;

use crate::authored::{BlockList, Submission, Usual};
use crate::diagnostic::{Diagnostics, Reported};
use crate::records::call::Call;
use crate::records::meeting::Meeting;
use crate::records::registry::Registry;
use crate::source::{FileId, Sources, Span, Spanned, Text};
use crate::yaml::{Decode, Fields, Kind, Node, parse};
use files::Found;
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
}

/// A submission and where it was read from.
pub struct Loaded {
    /// The submission.
    pub submission: Submission,
    /// The stem of its file: outputs are named by it.
    pub stem: String,
    /// Whether it was asked for.
    pub wanted: bool,
}

/// What is to be read.
pub enum Input<'a> {
    /// A folder or a file.
    Path(&'a Path),
    /// A text that stands in no file, with the folder in which its pictures are looked for.
    Text(String, &'a Path),
}

/// Reads all that belongs to `input`. Faults of the author's files go to the report; an `Err` says that there is nothing to read.
pub fn open(input: Input, sources: &mut Sources, report: &mut Diagnostics) -> Result<Option<Dossier>, String> {
    let mut reader = Reader { sources, report, registry: Registry::default(), texts: Texts::default(), submissions: Vec::new() };
    let root = match input {
        Input::Text(text, root) => {
            let file = reader.sources.add("<stdin>", text);
            let _: Result<(), Reported> = reader.any(file, "stdin", true);
            root.to_path_buf()
        }
        Input::Path(path) => reader.path(path)?,
    };
    let Reader { registry, texts, mut submissions, .. } = reader;
    registry.check_bounds(report);
    for Loaded { submission, .. } in &mut submissions {
        texts::put_in(submission, &texts, report);
    }
    // rules on half a record would complain of what the other half says
    Ok((!report.has_errors()).then_some(Dossier { root, registry, texts, submissions }))
}

struct Reader<'a> {
    sources: &'a mut Sources,
    report: &'a mut Diagnostics,
    registry: Registry,
    texts: Texts,
    submissions: Vec<Loaded>,
}

impl Reader<'_> {
    /// Reads the dossier at, or above, `path`; its root.
    fn path(&mut self, path: &Path) -> Result<PathBuf, String> {
        let metadata = std::fs::metadata(path).map_err(|error| format!("`{}` can't be read: {error}", path.display()))?;
        let is_manifest = path.file_name().is_some_and(|name| name == MANIFEST);
        if metadata.is_dir() || is_manifest {
            let root = if is_manifest { folder(path) } else { path.to_path_buf() };
            if !root.join(MANIFEST).is_file() {
                let hint = "`rapporteur new annual-report DIR` makes a dossier";
                return Err(format!("`{}` has no `{MANIFEST}`; {hint}", root.display()));
            }
            self.folder(&root, None)?;
            return Ok(root);
        }
        match files::root_above(path) {
            Some(root) => {
                self.folder(&root, Some(path))?;
                Ok(root)
            }
            None => {
                let root = folder(path);
                let _: Result<(), Reported> = self.file(&Found::alone(path), &root, None);
                Ok(root)
            }
        }
    }

    /// Reads all files of a dossier; only the submission in `wanted` is wanted, if there is such a file.
    fn folder(&mut self, root: &Path, wanted: Option<&Path>) -> Result<(), String> {
        let found = files::find(root)?;
        let wanted = wanted.and_then(|path| path.canonicalize().ok());
        let known = |file: &Found| Some(file.real.clone()) == wanted;
        if let Some(path) = &wanted
            && !found.iter().any(known)
        {
            let places = "submissions stand in `submissions/`, meetings in `meetings/`, records beside `dossier.yaml`";
            return Err(format!("`{}` is not part of the dossier `{}`; {places}", path.display(), root.display()));
        }
        for file in &found {
            let _: Result<(), Reported> = self.file(file, root, wanted.as_deref());
        }
        Ok(())
    }

    /// Reads one file. An `Err` says that what is in it, or a part of that, is left out; the other files are read all the same.
    fn file(&mut self, found: &Found, root: &Path, wanted: Option<&Path>) -> Result<(), Reported> {
        let wanted = wanted.is_none_or(|path| path == found.real);
        let file = files::read(found, root, self.sources).map_err(|diagnostic| self.report.push(diagnostic))?;
        match found.role {
            files::Role::Meeting => self.meeting(file),
            files::Role::Call => self.call(file, &found.stem),
            files::Role::Text => self.text(file, &found.stem),
            files::Role::Any => self.any(file, &found.stem, wanted),
        }
    }

    fn meeting(&mut self, file: FileId) -> Result<(), Reported> {
        let meeting = Meeting::decode(&self.node(file)?, self.report)?;
        self.registry.meetings.push(meeting);
        Ok(())
    }

    fn call(&mut self, file: FileId, stem: &str) -> Result<(), Reported> {
        let call = Call::decode(&self.node(file)?, self.report)?;
        self.registry.calls.0.push((named_by_its_file(file, stem), call));
        Ok(())
    }

    fn text(&mut self, file: FileId, stem: &str) -> Result<(), Reported> {
        let blocks = BlockList::decode(&self.node(file)?, self.report)?;
        self.texts.0.push((named_by_its_file(file, stem), blocks));
        Ok(())
    }

    fn keep(&mut self, records: Records) {
        self.registry.merge(records.registry, self.report);
        self.texts.0.extend(records.texts.0);
    }

    /// A file with `kind:` is a submission, any other holds records.
    fn any(&mut self, file: FileId, stem: &str, wanted: bool) -> Result<(), Reported> {
        let node = self.node(file)?;
        let is_submission = matches!(&node.kind, Kind::Map(entries) if entries.iter().any(|(key, _)| key.value == "kind"));
        let mut fields = Fields::open(&node, if is_submission { "submission" } else { "dossier" }, self.report)?;
        let read =
            if is_submission { self.submission(&mut fields, stem, wanted) } else { self.records(&mut fields, stem, wanted) };
        fields.finish(self.report);
        read
    }

    /// A submission, with the records of a file that stands alone.
    fn submission(&mut self, fields: &mut Fields, stem: &str, wanted: bool) -> Result<(), Reported> {
        let own = fields.take::<Option<Records>>("dossier", self.report);
        let submission = Submission::take(fields, self.report);
        own?.into_iter().for_each(|records| self.keep(records));
        self.add(submission?, stem.into(), wanted);
        Ok(())
    }

    /// Records, with the submissions of a dossier that is one file.
    fn records(&mut self, fields: &mut Fields, stem: &str, wanted: bool) -> Result<(), Reported> {
        let records = Records::take(fields, self.report);
        let submissions = fields.take::<Vec<Submission>>("submissions", self.report);
        self.keep(records?);
        for (at, submission) in submissions?.into_iter().enumerate() {
            let symbol = stem_of(submission.common.symbol.as_ref(), submission.common.meeting);
            self.add(submission, symbol.unwrap_or_else(|| format!("{stem}-{}", at + 1)), wanted);
        }
        Ok(())
    }

    fn node(&mut self, file: FileId) -> Result<Node, Reported> {
        parse(self.sources, file, self.report)
    }

    fn add(&mut self, mut submission: Submission, stem: String, wanted: bool) {
        if let (true, Some(yaml)) = (submission.common.body.is_empty(), submission.kind.usual) {
            let (file, usual) = self.usual(submission.kind.name, yaml);
            submission.usual = Some(file);
            submission.common.body = usual.body;
            if submission.common.annexes.is_empty() {
                submission.common.annexes = usual.annexes;
            }
        }
        let editions = submission.common.editions.iter().enumerate();
        let editions = editions.map(|(at, edition)| {
            let symbol = stem_of(edition.symbol.as_ref(), edition.meeting);
            let stem = symbol.unwrap_or_else(|| format!("{stem}-{}", at + 2));
            Loaded { submission: edition.of(&submission), stem, wanted }
        });
        let editions: Vec<_> = editions.collect();
        for loaded in std::iter::once(Loaded { submission, stem, wanted }).chain(editions) {
            let stem = self.unused(loaded.stem);
            self.submissions.push(Loaded { stem, ..loaded });
        }
    }

    /// The stem, or with a number if a submission has it already: none is written over another.
    fn unused(&self, stem: String) -> String {
        let is_used = |stem: &String| self.submissions.iter().any(|loaded| loaded.stem == *stem);
        let numbered = (2..).map(|at| format!("{stem}-{at}"));
        std::iter::once(stem.clone()).chain(numbered).find(|stem| !is_used(stem)).unwrap_or(stem)
    }

    fn usual(&mut self, kind: &str, yaml: &str) -> (FileId, Usual) {
        let file = self.sources.add(format!("<the usual body of {kind}>"), yaml);
        let node = parse(self.sources, file, self.report).expect("a file of our own");
        (file, Usual::decode(&node, self.report).expect("a file of our own"))
    }
}

/// A name for the outputs of a document with this symbol; a short one is completed from its meeting.
fn stem_of(symbol: Option<&Text>, meeting: Option<Spanned<u32>>) -> Option<String> {
    let stem = files::stem_of_symbol(&symbol?.value);
    let short = stem.starts_with(|c: char| c.is_ascii_digit());
    Some(meeting.filter(|_| short).map_or_else(|| stem.clone(), |meeting| format!("{}-{stem}", meeting.value)))
}

/// The id of what stands alone in a file.
fn named_by_its_file(file: FileId, stem: &str) -> Text {
    Text::generated(stem, Span::new(file, 0..0))
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}
