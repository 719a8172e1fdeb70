//! The block `mandate`: the resolutions and decisions on which the group rests.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::{Block, Sentence};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use serde_json::json;

/// The block `mandate`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Mandate,
    why_empty: |scope, selection| {
        // a block of the usual body may be empty without a message: the author has not asked for it
        let nothing =
            scope.submission.is_of_the_author(selection.span) && scope.body().is_none_or(|body| body.mandate.is_empty());
        nothing.then_some("the body has no `mandate`")
    },
    lower: |lowering, selection, out| out.extend(lowering.mandate(selection)),
};

impl Lowering<'_, '_, '_> {
    /// Returns the paragraph that names the group and its mandate; `None` if the record of the group has no mandate.
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
