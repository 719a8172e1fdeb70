//! Texts that several submissions reuse, such as the introduction that is the same each year.

use crate::authored::{Block, BlockList, Special, Submission};
use crate::diagnostic::{Diagnostics, Reported};
use crate::records::registry::Registry;
use crate::yaml::schema::{Property, Schemas};
use crate::yaml::{Decode, Entries, Fields, Node};
use std::sync::Arc;

/// Texts by id.
pub type Texts = Entries<BlockList>;

/// What a file of a dossier may hold besides submissions: records, and texts.
#[derive(Clone, Default)]
pub struct Records {
    /// The records.
    pub registry: Registry,
    /// The texts.
    pub texts: Texts,
}

impl Records {
    /// Reads the keys of records from a map and leaves other keys to the caller.
    pub fn take(fields: &mut Fields, report: &mut Diagnostics) -> Result<Self, Reported> {
        let registry = Registry::take(fields, report);
        let texts = fields.take::<Texts>("texts", report);
        Ok(Self { registry: registry?, texts: texts? })
    }

    /// The schemas of its keys.
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
        schemas.define("Records", "Records of a dossier.", Self::properties)
    }
}

/// The most texts that one submission reuses, those in other texts included: texts that hold one another twice over would otherwise grow without end.
pub const MOST: usize = 1000;

/// Puts the texts that a submission reuses in their places. A text that there is not, that would contain itself, or that is one too many, is left for a
/// rule to find.
pub fn put_in(submission: &mut Submission, texts: &Texts) {
    let mut reuse = Reuse { texts, open: Vec::new(), left: MOST };
    let common = &mut submission.common;
    reuse.put(&mut common.body);
    for annex in &mut common.annexes {
        reuse.put(&mut annex.body);
    }
    if let Special::Contribution(contribution) = &mut submission.special {
        contribution.answers.0.iter_mut().for_each(|answer| reuse.put(&mut Arc::make_mut(answer).1));
    }
}

struct Reuse<'a> {
    texts: &'a Texts,
    /// The texts in which the present blocks stand.
    open: Vec<String>,
    /// How many more may be put in.
    left: usize,
}

impl Reuse<'_> {
    fn put(&mut self, blocks: &mut BlockList) {
        blocks.0 = std::mem::take(&mut blocks.0).into_iter().flat_map(|block| self.expanded(block)).collect();
    }

    fn expanded(&mut self, mut block: Block) -> Vec<Block> {
        match &mut block {
            Block::Clause(clause) => self.put(&mut clause.body),
            Block::List(_, items, _) => items.iter_mut().for_each(|item| self.put(&mut item.0.body)),
            Block::Reuse(id) => {
                if let Some(blocks) = self.text(&id.value) {
                    return blocks;
                }
            }
            _ => {}
        }
        vec![block]
    }

    /// The blocks of a text that can be put in.
    fn text(&mut self, id: &str) -> Option<Vec<Block>> {
        let within_itself = self.open.iter().any(|open| open == id);
        let mut text = self.texts.get(id).filter(|_| !within_itself && self.left > 0)?.clone();
        self.left -= 1;
        self.open.push(id.into());
        self.put(&mut text);
        self.open.pop();
        Some(text.0)
    }
}
