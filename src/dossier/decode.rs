//! One file → the records and submissions that it holds.

use super::files::{Role, stem_of_symbol};
use super::texts::Records;
use crate::authored::{BlockList, Submission};
use crate::diagnostic::{Diagnostics, Reported};
use crate::records::call::Call;
use crate::records::meeting::Meeting;
use crate::source::{FileId, Sources, Span, Spanned, Text};
use crate::yaml::{Decode, Fields, NamedTree, Node, parse};
use std::sync::Arc;

/// What a file holds.
#[derive(Default)]
pub struct Contents {
    /// Its records and texts.
    pub records: Records,
    /// Whether there are no records and no texts, and none that are empty either.
    pub is_submission_alone: bool,
    /// Its submissions, as their author wrote them, each with the name of its outputs.
    pub submissions: Vec<(String, Submission)>,
    /// Its tree, by which records and texts have their identities; none if it is no YAML.
    pub tree: Option<Arc<NamedTree>>,
}

/// Reads all that is in a file with this name. What is wrong goes to the report, and is left out.
pub fn decode(sources: &Sources, file: FileId, role: Role, stem: &str, report: &mut Diagnostics) -> Contents {
    let mut decoder = Decoder { sources, file, stem, report, contents: Contents::default() };
    // the proof that what is left out was reported
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
    /// Parses the file; the identities of what is in it begin with the prefix.
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

    /// The id of what stands alone in a file.
    fn named_by_the_file(&self) -> Text {
        Text::generated(self.stem, Span::new(self.file, 0..0))
    }

    /// A file with `kind:` is a submission, any other holds records.
    fn any(&mut self) -> Result<(), Reported> {
        let is_submission = |node: &Node| node.get("kind").is_some();
        // records of several files are put together: what they are does not depend on the file
        let prefix =
            |own: &Self, node: &Node| if is_submission(node) { format!("submissions.{}", own.stem) } else { String::new() };
        let node = self.tree(prefix)?;
        let is_submission = is_submission(&node);
        let mut fields = Fields::open(&node, if is_submission { "submission" } else { "dossier" }, self.report)?;
        let read = if is_submission { self.submission(&mut fields) } else { self.records(&mut fields) };
        fields.finish(self.report);
        read
    }

    /// A submission, with the records of a file that stands alone.
    fn submission(&mut self, fields: &mut Fields) -> Result<(), Reported> {
        let own = fields.take::<Option<Records>>("dossier", self.report);
        let submission = Submission::take(fields, self.report);
        let own = own?;
        self.contents.is_submission_alone = own.is_none();
        self.contents.records = own.unwrap_or_default();
        self.contents.submissions.push((self.stem.into(), submission?));
        Ok(())
    }

    /// Records, with the submissions of a dossier that is one file.
    fn records(&mut self, fields: &mut Fields) -> Result<(), Reported> {
        let records = Records::take(fields, self.report);
        let submissions = fields.take::<Vec<Submission>>("submissions", self.report);
        self.contents.records = records?;
        for (at, submission) in submissions?.into_iter().enumerate() {
            let symbol = stem_of(submission.common.symbol.as_ref(), submission.common.meeting);
            let stem = symbol.unwrap_or_else(|| format!("{}-{}", self.stem, at + 1));
            self.contents.submissions.push((stem, submission));
        }
        Ok(())
    }
}

/// A name for the outputs of a document with this symbol; a short one is completed from its meeting.
pub fn stem_of(symbol: Option<&Text>, meeting: Option<Spanned<u32>>) -> Option<String> {
    let stem = stem_of_symbol(&symbol?.value);
    let short = stem.starts_with(|c: char| c.is_ascii_digit());
    Some(meeting.filter(|_| short).map_or_else(|| stem.clone(), |meeting| format!("{}-{stem}", meeting.value)))
}
