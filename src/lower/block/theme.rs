//! The block `theme`: the theme of the call that a contribution answers, and the Goals under review.

use super::GeneratedBlock;
use crate::authored::{Generated, Selection};
use crate::document::{Block, Inline, Paragraph, Sentence};
use crate::lower::words::Lowering;
use crate::records::call::Call;
use crate::source::Span;
use serde_json::json;

/// The block `theme`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Theme,
    why_empty: |scope, selection| {
        // a call that is not on record is reported by the rule `unknown-call`
        let nothing = scope.submission.special.call().is_none() || scope.call().is_some_and(Call::is_bare);
        (scope.submission.is_of_the_author(selection.span) && nothing)
            .then_some("there is no call with a theme or with Goals under review")
    },
    lower: |lowering, selection, out| lowering.theme(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends a paragraph with the theme and one with the Goals under review, as far as the record of the call has them.
    pub fn theme(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let Some(call) = self.scope.call() else { return };
        let span = selection.span;
        let name = json!(call.name().value);
        if let Some(theme) = &call.theme {
            let texts = vec![("theme", self.prose(theme))];
            out.push(paragraph(Sentence { texts, ..Sentence::new("theme", span, vec![("forum", name.clone())]) }, theme.span));
        }
        if let Some(first) = call.goals.first() {
            let goals = call.goals.iter().map(|goal| vec![named(goal.value, goal.span)]);
            let lists = vec![("goals", goals.collect())];
            out.push(paragraph(
                Sentence { lists, ..Sentence::new("goals-under-review", span, vec![("forum", name)]) },
                first.span,
            ));
        }
    }
}

/// Returns a Goal with its title: `Goal 4 (Quality education)`
fn named(goal: u32, span: Span) -> Inline {
    Inline::sentence("goal", span, vec![("goal", json!(goal))])
}

fn paragraph(sentence: Sentence, span: Span) -> Block {
    Block::Paragraph(Paragraph { content: vec![sentence.into()], span })
}
