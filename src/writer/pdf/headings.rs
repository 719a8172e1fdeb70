//! A title or a heading without words: a PDF that is accessible can't have one, and Typst would not say where it stands.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Block, ResolvedDocument, Run, plain_text};
use crate::source::Span;

/// A message for each.
pub fn without_words(document: &ResolvedDocument) -> Vec<Diagnostic> {
    let mut empty = Vec::new();
    look(&document.title, "this title", document.span, &mut empty);
    of_blocks(&document.body, &mut empty);
    for annex in &document.annexes {
        look(&annex.title, "the heading of this annex", annex.span, &mut empty);
        of_blocks(&annex.body, &mut empty);
    }
    empty
}

fn of_blocks(blocks: &[Block], empty: &mut Vec<Diagnostic>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => look(&heading.content, "this heading", heading.span, empty),
            Block::Landscape(blocks) => of_blocks(blocks, empty),
            Block::Paragraph(_) | Block::List(_) | Block::Table(_) | Block::Figure(_) | Block::Chart(_) | Block::PageBreak => {}
        }
    }
}

fn look(words: &[Run], what: &str, span: Span, empty: &mut Vec<Diagnostic>) {
    if plain_text(words).trim().is_empty() {
        let message = format!("{what} has no words, and a PDF for assistive technology needs some");
        empty.push(
            Diagnostic::new(catalogue::EMPTY_HEADING, span, message).hint("write the words, or leave the whole heading out"),
        );
    }
}
