//! Blocks of a contribution: what the call says, the answers to its questions, an annex for each Goal.

use super::super::Lowering;
use crate::authored::Selection;
use crate::authored::{Annex as AuthoredAnnex, BlockList};
use crate::document::{Annex, Block, Clause, Inline, Numbering, Paragraph, Sentence};
use crate::records::call::Question;
use crate::source::{Span, Text};
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// The theme, and the Goals under review.
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

    /// A clause for each question.
    pub fn answers(&mut self, out: &mut Vec<Block>) {
        let Some((contribution, call)) = self.scope.answered() else { return };
        let mut skipped = false;
        for (at, question) in call.questions.iter().enumerate() {
            let answer = contribution.answer(&question.id.value);
            if answer.is_none() && !question.is_obligatory() {
                skipped = true;
                continue;
            }
            // the numbers are those of the questionnaire
            let given = Numbering::Given(Text::generated((at + 1).to_string(), question.heading.span));
            let numbering = if skipped { given } else { Numbering::Counted };
            out.push(self.answer(question, answer, numbering));
        }
    }

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

    /// An annex, or one for each Goal under review that the record has something to show for.
    pub fn annexes(&mut self, annex: &AuthoredAnnex) -> Vec<Annex> {
        let heading = self.prose(&annex.heading);
        if annex.each.is_none() {
            return vec![self.annex(annex, heading)];
        }
        let goals = self.scope.call().map(|call| call.goals.0.as_slice()).unwrap_or_default();
        let each = goals.iter().map(|goal| {
            let texts = vec![("heading", heading.clone())];
            let values = vec![("goal", json!(goal.value))];
            let title = vec![Sentence { texts, ..Sentence::new("annex-of-goal", annex.span, values) }.into()];
            self.goal = Some(goal.value);
            let made = self.annex(annex, title);
            self.goal = None;
            made
        });
        each.filter(|annex| !annex.body.is_empty()).collect()
    }
}

/// `Goal 4 (Quality education)`
fn named(goal: u32, span: Span) -> Inline {
    Inline::sentence("goal", span, vec![("goal", json!(goal))])
}

fn paragraph(sentence: Sentence, span: Span) -> Block {
    Block::Paragraph(Paragraph { content: vec![sentence.into()], span })
}
