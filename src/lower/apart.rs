//! Lowers blocks that stand apart from the running text: in the box, in a cell of a table, in a quotation. Numbers stand there only where
//! they are asked for.

use super::words::Lowering;
use crate::authored::Block as Authored;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::{Block, Clause, Numbering, Paragraph};
use crate::source::Span;

/// The place in which blocks stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// The box on the first page.
    Box,
    /// A cell of a table.
    Cell,
    /// A quotation.
    Quote,
}

impl Apart {
    /// Returns the name of the place, for messages.
    fn words(self) -> &'static str {
        match self {
            Self::Box => "the box",
            Self::Cell => "a cell",
            Self::Quote => "a quotation",
        }
    }
}

impl Lowering<'_, '_, '_> {
    /// Lowers blocks that stand apart. Blocks that have no room there are reported.
    pub(super) fn apart(&mut self, blocks: &[Authored], apart: Apart) -> Vec<Block> {
        let was_apart = std::mem::replace(&mut self.is_apart, true);
        let blocks: Vec<Block> = self.body(blocks, false, false).into_iter().map(plain).collect();
        self.is_apart = was_apart;
        blocks.iter().for_each(|block| self.look(block, apart));
        blocks
    }

    /// Reports blocks, at any depth, that have no room in the place: a page break would split it, a chart is as wide as the page, and the box can only
    /// contain paragraphs, because Word draws it as their borders.
    fn look(&mut self, block: &Block, apart: Apart) {
        match block {
            Block::PageBreak(span) => self.misplaced("a new page", *span, apart),
            Block::Chart(chart) if apart != Apart::Quote => self.misplaced("a chart", chart.span, apart),
            Block::SideBySide(block) if apart == Apart::Box => {
                self.misplaced("a contact, or signatures beside one another,", block.span, apart)
            }
            Block::Table(table) if apart == Apart::Box => self.misplaced("a table", table.span, apart),
            Block::Figure(figure) if apart == Apart::Box => self.misplaced("a figure", figure.picture.span, apart),
            Block::Clause(clause) => clause.body.iter().for_each(|block| self.look(block, apart)),
            Block::List(list) => list.items.iter().flat_map(|item| &item.body).for_each(|block| self.look(block, apart)),
            Block::Quote(quote) => quote.body.iter().for_each(|block| self.look(block, apart)),
            Block::Paragraph(_)
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Chart(_)
            | Block::SideBySide(_)
            | Block::Equation(_) => {}
        }
    }

    fn misplaced(&mut self, what: &str, span: Span, apart: Apart) {
        let message = format!("{what} can't stand in {}", apart.words());
        self.report.push(Diagnostic::new(catalogue::MISPLACED_BLOCK, span, message).hint("put it into the body"));
    }
}

/// Returns a paragraph for a clause that is a text and nothing else; other blocks are returned unchanged.
fn plain(block: Block) -> Block {
    match block {
        Block::Clause(Clause { id: None, numbering: Numbering::None, heading: None, text: Some(content), body, span })
            if body.is_empty() =>
        {
            Block::Paragraph(Paragraph { content, span })
        }
        other => other,
    }
}
