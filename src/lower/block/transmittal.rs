//! The block `transmittal`: in the note of a transmittal, the sentence that hands the document on.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::{Block, Sentence};
use crate::lower::body::paragraph_clause;
use crate::lower::party::Place;
use crate::lower::words::Lowering;
use serde_json::json;

/// The block `transmittal`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Transmittal,
    why_empty: |scope, _| {
        (!scope.submission.covered)
            .then_some("no document is handed on: the block stands in the `note:` of a transmittal or an edition")
    },
    lower: |lowering, selection, out| out.extend(lowering.transmittal(selection)),
};

impl Lowering<'_, '_, '_> {
    /// Returns the paragraph that hands the document on: in the first person if one officer does, who signs. `None` if no note stands in front of the document.
    pub fn transmittal(&mut self, selection: &Selection) -> Option<Block> {
        let submission = self.scope.submission;
        if !submission.covered {
            return None;
        }
        let carried = self.carried();
        let signs = matches!(&*submission.common.author, [author] if author.signs_by_office());
        let named = carried.iter().any(|author| self.is_party(author));
        let parties = if named { self.parties(carried, Place::Sentence) } else { Vec::new() };
        let values = vec![("kind", json!(submission.kind.name)), ("signs", json!(signs))];
        let sentence = Sentence { texts: vec![("parties", parties)], ..Sentence::new("transmittal", selection.span, values) };
        Some(paragraph_clause(vec![sentence.into()], selection.span))
    }
}
