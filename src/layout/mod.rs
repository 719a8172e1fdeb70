//! Decides everything that depends on pages: a resolved document, which is a tree, becomes a flat flow of blocks for the formats
//! with pages.
//!
//! 1. Clauses become headings and paragraphs in the order of the page; paragraphs of quotations become paragraphs that are set
//!    apart ([`mod@flow`]).
//! 2. Tables get their type size and the widths of their columns: lines are measured ([`measure`]), columns need room for words,
//!    symbols and figures ([`needs`]), the rest goes where there is text ([`widths`]), and the whole fits into its place or not
//!    ([`fit`], [`table`]). Charts get the direction of bars for which there is room ([`chart`]).
//! 3. Wide tables go to landscape pages, with the headings directly above them ([`landscape`]).
//!
//! Measures of the page are in [`metrics`].

mod chart;
mod fit;
mod flow;
mod landscape;
mod measure;
mod metrics;
mod needs;
mod plot;
mod table;
mod widths;

pub use chart::Chart;
pub use flow::{Annex, Block, BoxRow, Figure, Flow, Heading, Item, List, Paragraph};
pub use metrics::cell_margins;
pub use plot::{LABELS, Plot, TYPE};
pub use table::{Cell, Column, Table};

use crate::diagnostic::Diagnostic;
use crate::house::House;
use crate::resolved::ResolvedDocument;
use std::cell::RefCell;

/// Returns the flow of a document for the pages of a house style.
pub fn flow<'d>(document: &'d ResolvedDocument, house: &House) -> Flow<'d> {
    flow::Builder { house, faults: RefCell::default() }.document(document)
}

/// Returns the messages about what has no room on the pages of a house style.
pub fn check(document: &ResolvedDocument, house: &House) -> Vec<Diagnostic> {
    let builder = flow::Builder { house, faults: RefCell::default() };
    builder.document(document);
    builder.faults.into_inner()
}
