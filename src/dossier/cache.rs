//! The cache of decoded files. A file whose text has not changed is neither parsed nor decoded again; its messages are given again.

use super::decode::{Contents, decode};
use super::files::Role;
use crate::authored::UsualBody;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{FileId, Sources};
use crate::yaml::{Decode, NamedTree, parse};
use std::collections::HashMap;
use std::sync::Arc;

/// The files of all dossiers that a process has read. A file keeps its id as long as its text is the same, so that spans in it stay valid.
#[derive(Default)]
pub struct Cache {
    sources: Sources,
    by_path: HashMap<String, FileId>,
    decoded: HashMap<(FileId, Role), Decoded>,
    usual: HashMap<&'static str, (FileId, Arc<UsualBody>, Arc<NamedTree>)>,
    /// How many files were decoded since the cache was made.
    pub decodings: usize,
}

struct Decoded {
    contents: Arc<Contents>,
    messages: Vec<Diagnostic>,
}

impl Cache {
    /// Returns the texts of all files.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Stores the present text of a file and returns the id of the file with this text. If the text has changed, what was decoded from the old one is dropped.
    pub fn read(&mut self, path: &str, text: String) -> FileId {
        let Some(&file) = self.by_path.get(path) else {
            let file = self.sources.add(path, text);
            self.by_path.insert(path.into(), file);
            return file;
        };
        if self.sources.file(file).text != text {
            self.decoded.retain(|(decoded, _), _| *decoded != file);
            let file = self.sources.replace(file, text);
            self.by_path.insert(path.into(), file);
            return file;
        }
        file
    }

    /// Returns the contents of a file, decoded by its role; `stem` is the name of the file without ending. Faults are pushed to `report`.
    pub fn contents(&mut self, file: FileId, role: Role, stem: &str, report: &mut Diagnostics) -> Arc<Contents> {
        let decoded = self.decoded.entry((file, role)).or_insert_with(|| {
            self.decodings += 1;
            let mut report = Diagnostics::new();
            let contents = Arc::new(decode(&self.sources, file, role, stem, &mut report));
            Decoded { contents, messages: report.into_iter().collect() }
        });
        report.extend(decoded.messages.iter().cloned());
        decoded.contents.clone()
    }

    /// Returns the usual body and annexes of a kind of submission, which are written in `yaml`, with the id and the tree of that text.
    pub fn usual(&mut self, kind: &'static str, yaml: &str) -> (FileId, Arc<UsualBody>, Arc<NamedTree>) {
        let Self { usual, sources, .. } = self;
        let usual = usual.entry(kind).or_insert_with(|| {
            let file = sources.add(format!("<the usual body of {kind}>"), yaml);
            let mut report = Diagnostics::new();
            let node = parse(sources, file, &mut report).expect("a file of our own");
            let usual = UsualBody::decode(&node, &mut report).expect("a file of our own");
            (file, Arc::new(usual), Arc::new(NamedTree::new(format!("usual.{kind}"), node)))
        });
        usual.clone()
    }
}
