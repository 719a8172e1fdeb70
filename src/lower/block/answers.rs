//! The block `answers`: the questions of the call, with the answers of the contribution.

use super::GeneratedBlock;
use crate::authored::{BlockList, Generated};
use crate::document::{Block, Clause, Numbering, Paragraph, Sentence};
use crate::lower::words::Lowering;
use crate::records::call::Question;
use crate::source::{Span, Text};

/// The block `answers`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Answers,
    why_empty: |scope, _selection| {
        (scope.submission.special.contribution().is_none()).then_some("this submission is not a contribution that answers a call")
    },
    lower: |lowering, _selection, out| lowering.answers(out),
};

impl Lowering<'_, '_, '_> {
    /// Appends a clause for each question of the call. A question that may be left out, and is, has no clause.
    pub fn answers(&mut self, out: &mut Vec<Block>) {
        let Some((contribution, call)) = self.scope.answered() else { return };
        let mut skipped = false;
        for (at, question) in call.questions.iter().enumerate() {
            let answer = contribution.answer(&question.id.value);
            if answer.is_none() && !question.is_obligatory() {
                skipped = true;
                continue;
            }
            // after a question that is left out, counting would not give the numbers of the questionnaire
            let given = Numbering::Given(Text::generated((at + 1).to_string(), question.heading.span));
            let numbering = if skipped { given } else { Numbering::Counted };
            out.push(self.answer(question, answer, numbering));
        }
    }

    /// Returns the clause of a question; without an answer, the clause says that there is none yet.
    fn answer(&mut self, question: &Question, answer: Option<&(Text, BlockList)>, numbering: Numbering) -> Block {
        let (span, body) = match answer {
            Some((id, blocks)) => (id.span, self.body(blocks, false, false)),
            None => {
                let span = question.heading.span;
                (span, vec![paragraph(Sentence::new("unanswered", span, Vec::new()), span)])
            }
        };
        let heading = Some(self.prose(&question.heading));
        Block::Clause(Clause { id: Some(question.id.clone()), numbering, heading, text: None, body, span })
    }
}

fn paragraph(sentence: Sentence, span: Span) -> Block {
    Block::Paragraph(Paragraph { content: vec![sentence.into()], span })
}
