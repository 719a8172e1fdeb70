//! Decisions of the page: a resolved document, which is a tree → the flat flow of blocks that formats with pages write.
//!
//! 1. Clauses become headings and paragraphs in the order of the page, quotations paragraphs that are set apart ([`flow`]).
//! 2. Tables get their density and columns in which words have to be divided; charts get the direction in which they have room ([`table`], [`chart`]).
//! 3. Wide tables go to landscape pages, with the headings that lead to them ([`landscape`]).
//!
//! What is estimated of the width of letters stands in [`metrics`]. A redline compares documents before this step.

mod chart;
mod flow;
mod landscape;
mod metrics;
mod plot;
mod table;

pub use chart::Chart;
pub use flow::{Annex, Block, BoxRow, Figure, Flow, Heading, Item, List, Paragraph};
pub use plot::{LABELS, Plot, TYPE};
pub use table::{Cell, Column, Table};

use crate::house::House;
use crate::resolved::ResolvedDocument;

/// Lays a document out in the pages of a house.
pub fn flow<'d>(document: &'d ResolvedDocument, house: &House) -> Flow<'d> {
    flow::Builder { house }.document(document)
}
