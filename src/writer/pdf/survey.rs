//! What is asked of a document before its pages are laid out: whether it has pictures, and headings without words, which no accessible PDF may have.
//! Typst would refuse them without saying where they stand.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Block, ResolvedDocument, Run, plain_text};
use crate::source::Span;

/// What is in a document.
#[derive(Default)]
pub struct Survey {
    /// Whether there are pictures.
    pub pictures: bool,
    /// A message for the title and each heading without words.
    pub without_words: Vec<Diagnostic>,
}

impl Survey {
    /// Looks through a document.
    pub fn of(document: &ResolvedDocument) -> Self {
        let mut survey = Self { pictures: document.masthead.logo.is_some(), without_words: Vec::new() };
        survey.heading(&document.title, "this title", document.span);
        survey.blocks(&document.body);
        for annex in &document.annexes {
            survey.heading(&annex.title, "the heading of this annex", annex.span);
            survey.blocks(&annex.body);
        }
        survey
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(&heading.content, "this heading", heading.span),
                Block::Figure(_) => self.pictures = true,
                Block::List(list) => list.items.iter().for_each(|item| self.blocks(&item.body)),
                Block::Landscape(blocks) => self.blocks(blocks),
                Block::Paragraph(_) | Block::Table(_) | Block::Chart(_) | Block::PageBreak => {}
            }
        }
    }

    fn heading(&mut self, words: &[Run], what: &str, span: Span) {
        if plain_text(words).trim().is_empty() {
            let message = format!("{what} has no words, and a PDF for assistive technology needs some");
            let diagnostic = Diagnostic::new(catalogue::EMPTY_HEADING, span, message);
            self.without_words.push(diagnostic.hint("write the words, or leave the whole heading out"));
        }
    }
}
