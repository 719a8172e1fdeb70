//! Lowers a submission to a document: what is meant, still without numbers and without words of a language.
//!
//! 1. The front is made: masthead, author line, title and box ([`front`]).
//! 2. The body and the annexes are made block by block ([`body`]). Blocks that are made from records have a file each in [`block`]; what several of these
//!    share is in [`meeting`], [`people`], [`recommendation`] and [`register_entry`].
//! 3. The paragraphs of each clause are marked as numbered, unless a paragraph is the only one.
//!
//! All files add methods to one type, [`words::Lowering`], and so use each other: a body contains generated blocks, and generated blocks contain bodies.

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

pub use block::GeneratedBlock;
pub use front::OFFICES_OF_THE_UNION;
pub use words::value;

use words::Lowering;

use crate::diagnostic::Diagnostics;
use crate::document::{Block, Document, Front, Paragraph};
use crate::files::word_template::{self, WordTemplate};
use crate::query::Scope;

/// Makes the document of a submission. Faults of texts and pictures are pushed to `report`.
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

/// Makes a document with one paragraph for each recommendation of the scope's ledger, in the order of the ledger: the sentence of the recommendation,
/// without what became of it.
pub fn statements(scope: &Scope, report: &mut Diagnostics) -> Document {
    let mut lowering = Lowering { scope, report, goal: None };
    let paragraphs = scope.ledger().tracked.iter().map(|tracked| {
        let span = tracked.first().recommendation.span;
        Block::Paragraph(Paragraph { content: lowering.statement(tracked), span })
    });
    Document { body: paragraphs.collect(), front: Front::default(), annexes: Vec::new(), questionnaire: None }
}

/// Reads the Word file whose look the DOCX of the submission takes: the file that the submission names in `reference:`, or else the one that the dossier
/// names. Returns `None` if neither names a file, or if the file can't be used; the reason is then pushed to `report`.
pub fn word_template(scope: &Scope, report: &mut Diagnostics) -> Option<WordTemplate> {
    let file = scope.submission.common.reference.as_ref().or(scope.registry.reference.as_ref())?;
    word_template::read(scope.attachments, file, report).ok()
}
