//! Texts that several submissions reuse, such as an introduction that is the same each year.

use crate::authored::{Block, BlockList, KindData, Submission, weight};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::records::registry::Registry;
use crate::source::{Span, Text};
use crate::yaml::schema::{Property, Schemas};
use crate::yaml::{Decode, Entries, Fields, Node};
use std::sync::Arc;

/// The texts of a dossier, by id.
pub type Texts = Entries<BlockList>;

/// What a file of a dossier may contain besides submissions: records and texts.
#[derive(Clone, Default)]
pub struct Records {
    /// The records.
    pub registry: Registry,
    /// The texts.
    pub texts: Texts,
}

impl Records {
    /// Decodes the keys of records and texts from a map, and leaves other keys to the caller.
    ///
    /// # Errors
    /// [`Reported`] if a key can't be decoded; the reason has been pushed to `report`.
    pub fn take(fields: &mut Fields, report: &mut Diagnostics) -> Result<Self, Reported> {
        let registry = Registry::take(fields, report);
        let texts = fields.take::<Texts>("texts", report);
        Ok(Self { registry: registry?, texts: texts? })
    }

    /// Returns the schemas of the keys of records and texts.
    pub fn properties(schemas: &mut Schemas) -> Vec<Property> {
        let mut properties = Registry::properties(schemas);
        properties.push(Property::of::<Texts>("texts", "Texts that submissions reuse, by id.", schemas));
        properties
    }
}

impl Decode for Records {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let mut fields = Fields::open(node, "dossier", report)?;
        let records = Self::take(&mut fields, report);
        fields.finish(report);
        records
    }

    fn schema(schemas: &mut Schemas) -> serde_json::Value {
        schemas.define("Records", "dossier", "Records of a dossier.", Self::properties)
    }
}

/// The largest number of texts that one submission reuses, including texts within texts. Without a limit, a chain of texts each of which contains the
/// next one twice would grow exponentially.
const MOST: usize = 1000;
/// The largest weight of all texts that one submission reuses, in bytes as [`weight`] counts them.
const HEAVIEST: usize = 16 << 20;
/// The deepest nesting of clauses, lists and texts, counted through texts that reuse texts. The nesting within one file is limited in the same way.
const DEEPEST: usize = 64;

/// Replaces each `reuse:` of a submission by the text that it names. If the texts become too many, too large or too deeply nested, no more of them are
/// put in, and a message is pushed to `report` at the `reuse:` that goes too far. A `reuse:` of a text that does not exist or contains itself is left in
/// its place, where the lint rule `unknown-text` finds it.
pub fn expand(submission: &mut Submission, texts: &Texts, report: &mut Diagnostics) {
    let mut reuse = Reuse { texts, open: Vec::new(), depth: 0, texts_left: MOST, weight_left: HEAVIEST, fault: None };
    let common = &mut submission.common;
    for blocks in common.r#box.iter_mut().flat_map(|summary| [&mut summary.summary, &mut summary.action]) {
        reuse.put(blocks);
    }
    reuse.put(&mut common.body);
    for annex in &mut common.annexes {
        annex.each_body(&mut |body| reuse.put(body));
    }
    if let KindData::Contribution(contribution) = &mut submission.special {
        contribution.answers.0.iter_mut().for_each(|answer| reuse.put(&mut Arc::make_mut(answer).1));
    }
    if let Some((span, message)) = reuse.fault {
        // the usual body is in no file of the author's
        let span = if submission.is_of_the_author(span) { span } else { submission.kind_span };
        let hint = "write the text out, or look whether texts reuse one another more often than they should";
        report.push(Diagnostic::new(catalogue::TOO_MUCH_REUSE, span, message).hint(hint));
    }
}

/// The state of putting texts into one submission.
struct Reuse<'a> {
    texts: &'a Texts,
    /// The ids of the texts around the present blocks, from the outermost.
    open: Vec<String>,
    /// How many clauses and lists are around the present blocks.
    depth: usize,
    /// How many more texts may be put in.
    texts_left: usize,
    /// How many bytes more those texts may weigh.
    weight_left: usize,
    /// The first `reuse:` that goes too far, and the message.
    fault: Option<(Span, String)>,
}

impl Reuse<'_> {
    /// Puts texts into these blocks.
    fn put(&mut self, blocks: &mut BlockList) {
        blocks.0 = std::mem::take(&mut blocks.0).into_iter().flat_map(|block| self.expanded(block)).collect();
    }

    /// Puts texts into blocks that are nested a level deeper.
    fn put_below(&mut self, blocks: &mut BlockList) {
        self.depth += 1;
        self.put(blocks);
        self.depth -= 1;
    }

    /// Returns the block with texts put in; the blocks of the text in the place of a `reuse:`.
    fn expanded(&mut self, mut block: Block) -> Vec<Block> {
        if let Block::Reuse(id) = &block
            && let Some(blocks) = self.text(id)
        {
            return blocks;
        }
        block.bodies_mut().into_iter().for_each(|body| self.put_below(body));
        vec![block]
    }

    /// Returns the blocks of a text, with other texts put in; `None` if the text can't be put in.
    fn text(&mut self, id: &Text) -> Option<Vec<Block>> {
        let within_itself = self.open.contains(&id.value);
        let text = self.texts.get(&id.value).filter(|_| !within_itself && self.fault.is_none())?;
        let weight = weight(text);
        if let Some(why) = self.excess(text, weight) {
            self.fault = Some((id.span, format!("the text `{}` can't be put in here: {why}", id.value)));
            return None;
        }
        (self.texts_left, self.weight_left) = (self.texts_left - 1, self.weight_left - weight);
        let mut text = text.clone();
        self.open.push(id.value.clone());
        self.put(&mut text);
        self.open.pop();
        Some(text.0)
    }

    /// Returns the reason why this text can't be put in; `None` if it can.
    fn excess(&self, text: &BlockList, weight: usize) -> Option<String> {
        if self.texts_left == 0 {
            return Some(format!("this document reuses more than {MOST} texts"));
        }
        if weight > self.weight_left {
            return Some(format!("the texts that this document reuses have more than {} MB", HEAVIEST >> 20));
        }
        let too_deep = self.depth + self.open.len() + depth(text) > DEEPEST;
        too_deep.then(|| format!("clauses, lists and texts would stand in one another more than {DEEPEST} deep"))
    }
}

/// Returns how deeply clauses and lists are nested in these blocks; 0 if there are none.
fn depth(blocks: &BlockList) -> usize {
    let below = |block: &Block| block.bodies().into_iter().map(|body| 1 + depth(body)).max().unwrap_or(0);
    blocks.iter().map(below).max().unwrap_or(0)
}
