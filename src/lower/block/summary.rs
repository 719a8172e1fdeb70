//! The block `summary`: the summaries that meetings give of their topics.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::Block;
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;

/// The block `summary`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Summary,
    why_empty: |scope, selection| {
        (scope.selected_summaries(selection).is_empty()).then_some("the meetings of the period have no such summary")
    },
    lower: |lowering, selection, out| lowering.summary(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends each summary as a numbered paragraph.
    pub fn summary(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        for text in self.scope.selected_summaries(selection) {
            let content = self.prose(text);
            out.push(paragraph_clause(content, text.span));
        }
    }
}
