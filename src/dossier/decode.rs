//! Decodes one file to the records and submissions that it contains.

use super::files::Role;
use super::names;
use super::texts::Records;
use crate::authored::{BlockList, Submission};
use crate::diagnostic::{Diagnostics, Reported};
use crate::records::call::Call;
use crate::records::meeting::Meeting;
use crate::source::{FileId, Sources, Span, Text};
use crate::yaml::{Decode, Fields, NamedTree, Node, parse};
use std::sync::Arc;

/// The contents of a file.
#[derive(Default)]
pub struct Contents {
    /// The records and texts of the file.
    pub records: Records,
    /// True if the file is a submission without `dossier:`, and so can't contain records or texts.
    pub is_submission_alone: bool,
    /// The submissions of the file as the author wrote them, each with the name of its outputs.
    pub submissions: Vec<(String, Submission)>,
    /// The tree of the file, from which records and texts have their identities; `None` if the file is not YAML.
    pub tree: Option<Arc<NamedTree>>,
}

/// Decodes a file by its role; `stem` is the name of the file without ending. Whatever has a fault is reported and left out.
pub fn decode(sources: &Sources, file: FileId, role: Role, stem: &str, report: &mut Diagnostics) -> Contents {
    let mut decoder = Decoder { sources, file, stem, report, contents: Contents::default() };
    // an error of this type proves that whatever was left out has been reported
    let _: Result<(), Reported> = match role {
        Role::Meeting => decoder.meeting(),
        Role::Call => decoder.call(),
        Role::Text => decoder.text(),
        Role::Any => decoder.any(),
    };
    decoder.contents
}

struct Decoder<'a> {
    sources: &'a Sources,
    file: FileId,
    stem: &'a str,
    report: &'a mut Diagnostics,
    contents: Contents,
}

impl Decoder<'_> {
    /// Parses the file. `prefix` gives the beginning of the identities of the file's records and texts.
    fn tree(&mut self, prefix: impl FnOnce(&Self, &Node) -> String) -> Result<Node, Reported> {
        let node = parse(self.sources, self.file, self.report)?;
        self.contents.tree = Some(Arc::new(NamedTree::new(prefix(self, &node), node.clone())));
        Ok(node)
    }

    fn meeting(&mut self) -> Result<(), Reported> {
        let number = |node: &Node| node.get("number").and_then(Node::text).map(|number| number.value.clone());
        let node = self.tree(|own, node| format!("meetings.{}", number(node).unwrap_or_else(|| own.stem.into())))?;
        let meeting = Meeting::decode(&node, self.report)?;
        self.contents.records.registry.meetings.0.push(Arc::new(meeting));
        Ok(())
    }

    fn call(&mut self) -> Result<(), Reported> {
        let node = self.tree(|own, _| format!("calls.{}", own.stem))?;
        let call = Call::decode(&node, self.report)?;
        self.contents.records.registry.calls.0.push(Arc::new((self.named_by_the_file(), call)));
        Ok(())
    }

    fn text(&mut self) -> Result<(), Reported> {
        let node = self.tree(|own, _| format!("texts.{}", own.stem))?;
        let blocks = BlockList::decode(&node, self.report)?;
        self.contents.records.texts.0.push(Arc::new((self.named_by_the_file(), blocks)));
        Ok(())
    }

    /// Returns the name of the file as the id of the one record that the file contains.
    fn named_by_the_file(&self) -> Text {
        Text::generated(self.stem, Span::new(self.file, 0..0))
    }

    /// Decodes a file that may be a submission or contain records: a file with `kind:` is a submission.
    fn any(&mut self) -> Result<(), Reported> {
        let is_submission = |node: &Node| node.get("kind").is_some();
        // records of several files are merged, and so their identities do not depend on the file
        let prefix =
            |own: &Self, node: &Node| if is_submission(node) { format!("submissions.{}", own.stem) } else { String::new() };
        let node = self.tree(prefix)?;
        let is_submission = is_submission(&node);
        let mut fields = Fields::open(&node, if is_submission { "submission" } else { "dossier" }, self.report)?;
        let read = if is_submission { self.submission(&mut fields) } else { self.records(&mut fields) };
        fields.finish(self.report);
        read
    }

    /// Decodes a submission, and the records in the `dossier:` of a file that stands alone.
    fn submission(&mut self, fields: &mut Fields) -> Result<(), Reported> {
        let own = fields.take::<Option<Records>>("dossier", self.report);
        let submission = Submission::take(fields, self.report);
        let own = own?;
        self.contents.is_submission_alone = own.is_none();
        self.contents.records = own.unwrap_or_default();
        self.contents.submissions.push((self.stem.into(), submission?));
        Ok(())
    }

    /// Decodes records, and the `submissions:` of a dossier that is one file.
    fn records(&mut self, fields: &mut Fields) -> Result<(), Reported> {
        let records = Records::take(fields, self.report);
        let submissions = fields.take::<Vec<Submission>>("submissions", self.report);
        self.contents.records = records?;
        for (at, submission) in submissions?.into_iter().enumerate() {
            let stem = names::of_header(&submission.common).unwrap_or_else(|| format!("{}-{}", self.stem, at + 1));
            self.contents.submissions.push((stem, submission));
        }
        Ok(())
    }
}
