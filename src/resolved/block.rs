//! The blocks of a resolved document. They form a tree: clauses, items, cells and quotations contain the blocks that belong to
//! them.

use super::{Chart, Equation, Label, Run, Table};
use crate::document::{ListKind, Picture};
use crate::source::{BlockId, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A block of a resolved document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// The identity of the block, which edits in other blocks do not change; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// The name by which references lead to the block, if the author gives one.
    pub anchor: Option<String>,
    /// The content of the block.
    pub content: Content,
    /// The place of the block in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// The content of a block.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A heading or a numbered paragraph, with the blocks that belong to it.
    Clause(Clause),
    /// A paragraph without a number.
    Paragraph(Vec<Run>),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A chart.
    Chart(Chart),
    /// An equation on a line of its own.
    Equation(Equation),
    /// A quotation, set apart from the text.
    Quote(Vec<Block>),
    /// Paragraphs beside one another.
    SideBySide(SideBySide),
    /// A page break: the next block begins on a new page.
    PageBreak,
}

/// The number of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Number {
    /// The number as it is printed: `4.1.3`.
    pub label: String,
    /// The depth of the number: 1 for `4`, 2 for `4.1` …
    pub depth: u8,
    /// True if the author gives the number, or that of a clause around it, so that counting would not arrive at it.
    pub given: bool,
}

/// A heading, a paragraph with or without a number, or both in one line.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// The number, if the clause has one.
    pub number: Option<Number>,
    /// The level of the heading in the outline, from 1, without gaps; none if the clause has no heading on a line of its own.
    pub level: Option<u8>,
    /// The heading, if the clause has one.
    pub heading: Option<Vec<Run>>,
    /// The text, if the clause has one; after a heading it stands in the same line.
    pub text: Option<Vec<Run>>,
    /// The blocks that belong to the clause.
    pub body: Vec<Block>,
}

impl Clause {
    /// The separator between a heading and the text in the same line.
    pub const RUN_IN: &'static str = ": ";
}

/// Paragraphs beside one another, such as signatures; rows of them stand below one another.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SideBySide {
    /// The rows, each with a paragraph for each width; a paragraph may be empty.
    pub rows: Vec<Vec<Vec<Run>>>,
    /// The width of each paragraph of a row, as a share of the sum of all widths.
    pub widths: Vec<u32>,
}

/// A list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct List {
    /// The kind of the marks of the items.
    pub kind: ListKind,
    /// The number from which the items are counted.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub start: u32,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// The identity of the item; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// The name by which references lead to the item, if the author gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The mark: `•`, `a)`; empty in a list of definitions.
    pub label: String,
    /// True if the author gives the number in the mark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub given: bool,
    /// The term that the text explains; empty in other lists than those of definitions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub term: Vec<Run>,
    /// The text beside the mark.
    pub content: Vec<Run>,
    /// The blocks below the text.
    pub body: Vec<Block>,
    /// The place of the item in the author's file.
    #[serde(skip)]
    pub span: Span,
}

impl Item {
    /// The separator between a term and its text.
    pub const AFTER_TERM: &'static str = ": ";
}

fn first() -> u32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_first(start: &u32) -> bool {
    *start == 1
}

/// The caption of a table, which stands above it, or of a picture or chart, which stands below.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Caption {
    /// The label: `Table 1`.
    pub label: Label,
    /// The text of the caption.
    pub content: Vec<Run>,
}

impl Caption {
    /// The separator between the label and the text.
    pub const SEPARATOR: &'static str = " – ";

    /// Returns the label and the text, without looks.
    pub fn words(&self) -> String {
        format!("{}{}{}", self.label.text(), Self::SEPARATOR, super::plain_text(&self.content))
    }
}

/// A picture with its caption.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// The caption, if there is one.
    pub caption: Option<Caption>,
    /// The picture.
    pub picture: Picture,
    /// The width of the picture, in per cent of the width of the text.
    pub width: u32,
}
