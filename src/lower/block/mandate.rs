//! What the group rests on.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::{Block, Sentence};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use serde_json::json;

/// The block.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Mandate,
    why_empty: |scope, selection| {
        // the usual body shows it where there is something to show
        let nothing =
            scope.submission.is_of_the_author(selection.span) && scope.body().is_none_or(|body| body.mandate.is_empty());
        nothing.then_some("the body has no `mandate`")
    },
    lower: |lowering, selection, out| out.extend(lowering.mandate(selection)),
};

impl Lowering<'_, '_, '_> {
    /// What the group rests on; nothing where the record does not say it.
    pub fn mandate(&mut self, selection: &Selection) -> Option<Block> {
        let body = self.scope.body()?;
        let resolutions: Vec<_> = body.mandate.iter().map(|text| self.prose(text)).collect();
        if resolutions.is_empty() {
            return None;
        }
        let mut sentence =
            Sentence::new("mandate", selection.span, vec![("body", json!(body.acronym.value)), ("name", json!(body.name.value))]);
        sentence.lists.push(("resolutions", resolutions));
        sentence.records.push(body.span);
        Some(paragraph_clause(vec![sentence.into()], selection.span))
    }
}
