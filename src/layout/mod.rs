//! Decides everything that depends on pages: a resolved document, which is a tree, becomes a flat flow of blocks for the formats
//! with pages.
//!
//! 1. Clauses become headings and paragraphs in the order of the page; paragraphs of quotations become paragraphs that are set
//!    apart ([`mod@flow`]).
//! 2. Cells get their places and alignment ([`cells`], [`decimal`]); tables get their type size and the columns in which words have to be divided; charts get the direction of bars for which
//!    there is room ([`table`], [`chart`]).
//! 3. Wide tables go to landscape pages, with the headings directly above them ([`landscape`]).
//!
//! The estimates of the width of text are in [`metrics`].

mod cells;
mod chart;
mod decimal;
mod flow;
mod landscape;
mod metrics;
mod plot;
mod table;

pub use cells::{Cell, CellKind, Row};
pub use chart::Chart;
pub use decimal::is_figure;
pub use flow::{Annex, Block, BoxRow, Equation, Figure, Flow, Heading, Item, List, Paragraph, SideBySide};
pub use plot::{LABELS, Plot, TYPE};
pub use table::{Column, Table};

use crate::house::House;
use crate::resolved::ResolvedDocument;

/// Returns the flow of a document for the pages of a house style.
pub fn flow<'d>(document: &'d ResolvedDocument, house: &House) -> Flow<'d> {
    flow::Builder { house, decimal_sign: &document.language.decimal_sign }.document(document)
}
