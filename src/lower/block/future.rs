//! The block `future`: what the submission proposes for the future of the group.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::{Block, Sentence};
use crate::lower::body::paragraph_clause;
use crate::lower::words::Lowering;
use serde_json::json;

/// The block `future`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Future,
    why_empty: |_scope, _selection| None,
    lower: |lowering, selection, out| lowering.future(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends the submission's proposal and its reasons; nothing if there is no proposal, which the rule `missing-proposal` reports.
    pub fn future(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let Some(proposal) = &self.scope.submission.common.proposal else { return };
        let body = self.scope.body();
        let values = vec![("body", json!(body.map(|body| &body.acronym.value))), ("future", json!(proposal.future.value.word()))];
        let mut sentence = Sentence::new("future", selection.span, values);
        sentence.records.push(proposal.future.span);
        out.push(paragraph_clause(vec![sentence.into()], selection.span));
        for reason in proposal.reasons.iter() {
            out.push(paragraph_clause(self.prose(reason), reason.span));
        }
    }
}
