//! Files as they were read and decoded before. A file whose text is the same is neither parsed nor decoded again, and its messages are given again.

use super::decode::{Contents, decode};
use super::files::Role;
use crate::authored::Usual;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{FileId, Sources};
use crate::yaml::{Decode, NamedTree, parse};
use std::collections::HashMap;
use std::sync::Arc;

/// The files of all dossiers that a process has read. Each path keeps its id, so that places in files that did not change stay right.
#[derive(Default)]
pub struct Cache {
    sources: Sources,
    by_path: HashMap<String, FileId>,
    decoded: HashMap<(FileId, Role), Decoded>,
    /// How often a file has changed; those that never did are left out.
    changes: HashMap<FileId, u32>,
    usual: HashMap<&'static str, (FileId, Arc<Usual>, Arc<NamedTree>)>,
    /// How many files were decoded, all in all.
    pub decodings: usize,
}

/// A file, and how often it has changed since it was read first.
pub type Stamp = (FileId, u32);

struct Decoded {
    contents: Arc<Contents>,
    messages: Vec<Diagnostic>,
}

impl Cache {
    /// All files.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Takes in the text that is now in a file.
    pub fn read(&mut self, path: &str, text: String) -> FileId {
        let Some(&file) = self.by_path.get(path) else {
            let file = self.sources.add(path, text);
            self.by_path.insert(path.into(), file);
            return file;
        };
        if self.sources.file(file).text != text {
            self.sources.replace(file, text);
            *self.changes.entry(file).or_default() += 1;
            self.decoded.retain(|(decoded, _), _| *decoded != file);
        }
        file
    }

    /// Which text of a file this is: the same stamp is the same text at the same places.
    pub fn stamp(&self, file: FileId) -> Stamp {
        (file, self.changes.get(&file).copied().unwrap_or_default())
    }

    /// What is in a file with this name; what is wrong with it goes to the report.
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

    /// The usual body and annexes of a kind of submission, with the file and its tree.
    pub fn usual(&mut self, kind: &'static str, yaml: &str) -> (FileId, Arc<Usual>, Arc<NamedTree>) {
        let Self { usual, sources, .. } = self;
        let usual = usual.entry(kind).or_insert_with(|| {
            let file = sources.add(format!("<the usual body of {kind}>"), yaml);
            let mut report = Diagnostics::new();
            let node = parse(sources, file, &mut report).expect("a file of our own");
            let usual = Usual::decode(&node, &mut report).expect("a file of our own");
            (file, Arc::new(usual), Arc::new(NamedTree::new(format!("usual.{kind}"), node)))
        });
        usual.clone()
    }
}
