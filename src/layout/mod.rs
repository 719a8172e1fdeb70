//! Decides everything that depends on pages: a resolved document, which is a tree, becomes a flat flow of blocks for the formats
//! with pages.
//!
//! 1. Clauses become headings and paragraphs in the order of the page; paragraphs of quotations become paragraphs that are set
//!    apart ([`mod@flow`]).
//! 2. Cells get their places and alignment ([`cells`], [`decimal`]). Tables get their type size and the widths of their columns:
//!    lines are measured ([`measure`]), columns need room for words, symbols and figures ([`needs`]), the rest goes where there is
//!    text ([`widths`]), and the whole fits into its place or not ([`fit`], [`table`]). Charts get the direction of bars for which
//!    there is room ([`chart`]).
//! 3. Wide tables go to landscape pages, with the headings directly above them ([`landscape`]).
//!
//! Measures of the page are in [`metrics`].

mod cells;
mod chart;
mod decimal;
mod fit;
mod flow;
mod landscape;
mod measure;
mod metrics;
mod needs;
mod plot;
mod position;
mod table;
mod widths;

pub use cells::{Cell, CellKind, Row};
pub use chart::Chart;
pub use decimal::is_figure;
pub use flow::{Annex, Block, BoxRow, Equation, Figure, Flow, Heading, Item, List, Paragraph, SideBySide};
pub use metrics::{cell_margins, type_size};
pub use plot::{LABELS, Plot, TYPE};
pub use table::{Column, Table};

use crate::diagnostic::Diagnostic;
use crate::house::House;
use crate::resolved::ResolvedDocument;

/// Returns the flow of a document for the pages of a house style.
pub fn flow<'d>(document: &'d ResolvedDocument, house: &House) -> Flow<'d> {
    flow::Builder::new(document, house).document(document)
}

/// Returns the messages about what has no room on the pages of a house style.
pub fn check(document: &ResolvedDocument, house: &House) -> Vec<Diagnostic> {
    let builder = flow::Builder::new(document, house);
    builder.document(document);
    builder.faults.into_inner()
}
