//! Lowers a submission to a document: what is meant, still without numbers and without words of a language.
//!
//! 1. The front is made: masthead, author line, title and box ([`front`]).
//! 2. The body and the annexes are made block by block ([`body`]). Blocks that are made from records have a file each in [`block`]; what several of these
//!    share is in [`meeting`], [`people`], [`recommendation`] and [`register_entry`].
//! 3. The paragraphs of each clause are marked as numbered, unless a paragraph is the only one.
//!
//! All files add methods to one type, [`words::Lowering`], and so use each other: a body contains generated blocks, and generated blocks contain bodies.

mod annex;
mod apart;
mod block;
mod body;
mod chart;
mod front;
mod letter;
mod liaison;
mod meeting;
mod party;
mod people;
mod recommendation;
mod register_entry;
mod signature;
mod table;
mod words;

pub use block::GeneratedBlock;

use words::Lowering;

use crate::diagnostic::Diagnostics;
use crate::document::{Block, Document, Front, Item, List, ListKind};
use crate::files::word_template::{self, WordTemplate};
use crate::query::{Scope, Wording};
use crate::source::Span;

/// Makes the document of a submission. Faults of texts and pictures are pushed to `report`.
pub fn lower(scope: &Scope, report: &mut Diagnostics) -> Document {
    let mut lowering = Lowering::new(scope, report);
    let common = &scope.submission.common;
    let numbered = lowering.numbered_at_top();
    Document {
        front: lowering.front(),
        numbers: common.numbering.as_ref().map(|numbering| numbering.0.levels.clone()).unwrap_or_default(),
        body: match scope.submission.special.letter() {
            Some(letter) => lowering.letter(letter, common),
            None => lowering.main(common, numbered),
        },
        annexes: lowering.all_annexes(&common.annexes),
        questionnaire: scope.questionnaire(),
    }
}

/// Makes a document that is one list, with a bullet for what each of some records of recommendations says: its sentence, with its parts below it.
pub fn statements(scope: &Scope, wordings: &[Wording], report: &mut Diagnostics) -> Document {
    let mut lowering = Lowering::new(scope, report);
    let items = wordings.iter().map(|wording| {
        let content = lowering.statement(wording, &mut None);
        Item { content, body: lowering.parts(wording, false), span: wording.words.recommendation.span, ..Item::default() }
    });
    let list = Block::List(List { kind: ListKind::Bullets, start: 1, items: items.collect(), span: Span::NONE });
    Document { body: vec![list], front: Front::default(), numbers: Vec::new(), annexes: Vec::new(), questionnaire: None }
}

/// Reads the Word file whose look the DOCX of the submission takes: the file that the submission names in `reference:`, or else the one that the dossier
/// names. Returns `None` if neither names a file, or if the file can't be used; the reason is then pushed to `report`.
pub fn word_template(scope: &Scope, report: &mut Diagnostics) -> Option<WordTemplate> {
    let file = scope.submission.common.reference.as_ref().or(scope.registry.reference.as_ref())?;
    word_template::read(scope.attachments, file, report).ok()
}
