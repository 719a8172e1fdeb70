//! A submission → a document.
//!
//! 1. The front: masthead, author line, title, box ([`front`]).
//! 2. The body and the annexes, block by block ([`body`]); what is made from the record stands in [`block`].
//! 3. In each clause, paragraphs get numbers, unless there is one alone.

mod apart;
mod block;
mod body;
mod chart;
mod front;
mod letter;
mod meeting;
mod people;
mod recommendation;
mod register_entry;
mod table;
mod words;

pub use block::{BLOCKS, GeneratedBlock};

use words::Lowering;

use crate::diagnostic::Diagnostics;
use crate::document::{Block, Document, Front, Paragraph};
use crate::files::word_template::{self, WordTemplate};
use crate::query::Scope;

/// Makes the document; what is wrong with its texts and pictures goes to the report.
pub fn lower(scope: &Scope, report: &mut Diagnostics) -> Document {
    let mut lowering = Lowering { scope, report, goal: None };
    let common = &scope.submission.common;
    let numbered = common.numbered.unwrap_or(scope.submission.kind.numbered);
    Document {
        front: lowering.front(),
        body: match scope.submission.special.letter() {
            Some(letter) => lowering.letter(letter, &common.body),
            None => lowering.body(&common.body, numbered, false),
        },
        annexes: common.annexes.iter().flat_map(|annex| lowering.annexes(annex)).collect(),
        questionnaire: scope.questionnaire(),
    }
}

/// A document with one paragraph for each recommendation of the scope's ledger, in its order: the sentence, without what became of it.
pub fn statements(scope: &Scope, report: &mut Diagnostics) -> Document {
    let mut lowering = Lowering { scope, report, goal: None };
    let paragraphs = scope.ledger().tracked.iter().map(|tracked| {
        let span = tracked.first().recommendation.span;
        Block::Paragraph(Paragraph { content: lowering.statement(tracked), span })
    });
    Document { body: paragraphs.collect(), front: Front::default(), annexes: Vec::new(), questionnaire: None }
}

/// Reads the Word file whose look the submission's Word form takes: the submission's own, or else the dossier's. None if neither names one, or
/// if it can't be used, of which the report then has a message.
pub fn word_template(scope: &Scope, report: &mut Diagnostics) -> Option<WordTemplate> {
    let file = scope.submission.common.reference.as_ref().or(scope.registry.reference.as_ref())?;
    word_template::read(scope.attachments, file, report).ok()
}
