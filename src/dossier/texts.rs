//! Texts that several submissions reuse, such as the introduction that is the same each year.

use crate::model::registry::Registry;
use crate::submission::{Block, BlockList, Special, Submission};
use crate::yaml::schema::{Property, Schemas};
use crate::yaml::{Decode, Entries, Fields, Node, Report};

/// Texts by id.
pub type Texts = Entries<BlockList>;

/// What a file of a dossier may hold besides submissions: records, and texts.
pub struct Records {
    /// The records.
    pub registry: Registry,
    /// The texts.
    pub texts: Texts,
}

impl Records {
    /// Takes its keys out of a map that may have others besides.
    pub fn take(fields: &mut Fields, report: &mut Report) -> Option<Self> {
        let registry = Registry::take(fields, report);
        let texts = fields.take::<Texts>("texts", report);
        Some(Self { registry: registry?, texts: texts? })
    }

    /// The schemas of its keys.
    pub fn properties(schemas: &mut Schemas) -> Vec<Property> {
        let mut properties = Registry::properties(schemas);
        properties.push(Property::of::<Texts>("texts", "Texts that submissions reuse, by id.", schemas));
        properties
    }
}

impl Decode for Records {
    fn decode(node: &Node, report: &mut Report) -> Option<Self> {
        let mut fields = Fields::open(node, "dossier", report)?;
        let records = Self::take(&mut fields, report);
        fields.finish(report);
        records
    }

    fn schema(schemas: &mut Schemas) -> serde_json::Value {
        schemas.define("Records", "Records of a dossier.", Self::properties)
    }
}

/// Puts the texts that a submission reuses in their places. A text that there is not, or that would contain itself, is left for a rule to find.
pub fn put_in(submission: &mut Submission, texts: &Texts) {
    let common = &mut submission.common;
    put(&mut common.body, texts, &mut Vec::new());
    for annex in &mut common.annexes {
        put(&mut annex.body, texts, &mut Vec::new());
    }
    if let Special::Contribution(contribution) = &mut submission.special {
        for (_, answer) in &mut contribution.answers.0 {
            put(answer, texts, &mut Vec::new());
        }
    }
}

/// `open`: the texts in which these blocks stand.
fn put(blocks: &mut BlockList, texts: &Texts, open: &mut Vec<String>) {
    blocks.0 = std::mem::take(&mut blocks.0).into_iter().flat_map(|block| expanded(block, texts, open)).collect();
}

fn expanded(mut block: Block, texts: &Texts, open: &mut Vec<String>) -> Vec<Block> {
    match &mut block {
        Block::Clause(clause) => put(&mut clause.body, texts, open),
        Block::List(_, items, _) => items.iter_mut().for_each(|item| put(&mut item.0.body, texts, open)),
        Block::Reuse(id) if !open.contains(&id.value) => {
            if let Some(text) = texts.get(&id.value) {
                let mut text = text.clone();
                open.push(id.value.clone());
                put(&mut text, texts, open);
                open.pop();
                return text.0;
            }
        }
        _ => {}
    }
    vec![block]
}
