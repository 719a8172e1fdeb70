//! Blocks that stand apart from the text: in the box, in a cell, in a quotation. Nothing is numbered there.

use super::words::Lowering;
use crate::authored::Block as Authored;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::{Block, Clause, Numbering, Paragraph};
use crate::source::Span;

/// In what blocks stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// In the box on the first page.
    Box,
    /// In a cell of a table.
    Cell,
    /// In a quotation.
    Quote,
}

impl Apart {
    fn words(self) -> &'static str {
        match self {
            Self::Box => "the box",
            Self::Cell => "a cell",
            Self::Quote => "a quotation",
        }
    }
}

impl Lowering<'_, '_, '_> {
    /// The blocks of a list that stands apart; of what has no room there the report gets a message.
    pub(super) fn apart(&mut self, blocks: &[Authored], apart: Apart) -> Vec<Block> {
        let blocks: Vec<Block> = self.body(blocks, false, false).into_iter().map(plain).collect();
        blocks.iter().for_each(|block| self.look(block, apart));
        blocks
    }

    /// A page break would tear what it stands in; a chart is as wide as the page; Word draws the box as the borders of paragraphs.
    fn look(&mut self, block: &Block, apart: Apart) {
        match block {
            Block::PageBreak(span) => self.misplaced("a new page", *span, apart),
            Block::Chart(chart) if apart != Apart::Quote => self.misplaced("a chart", chart.span, apart),
            Block::Table(table) if apart == Apart::Box => self.misplaced("a table", table.span, apart),
            Block::Figure(figure) if apart == Apart::Box => self.misplaced("a figure", figure.picture.span, apart),
            Block::Clause(clause) => clause.body.iter().for_each(|block| self.look(block, apart)),
            Block::List(list) => list.items.iter().flat_map(|item| &item.body).for_each(|block| self.look(block, apart)),
            Block::Quote(quote) => quote.body.iter().for_each(|block| self.look(block, apart)),
            Block::Paragraph(_) | Block::Table(_) | Block::Figure(_) | Block::Chart(_) => {}
        }
    }

    fn misplaced(&mut self, what: &str, span: Span, apart: Apart) {
        let message = format!("{what} can't stand in {}", apart.words());
        self.report.push(Diagnostic::new(catalogue::MISPLACED_BLOCK, span, message).hint("put it into the body"));
    }
}

/// A clause that is a text and nothing else is a paragraph.
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
