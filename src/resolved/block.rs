//! Blocks: a tree, in which what belongs to a clause, an item, a cell or a quotation stands in it.

use super::{Chart, Label, Run, Table};
use crate::document::{ListKind, Picture};
use crate::source::{BlockId, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A block of a body.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// The identity of the block, which edits elsewhere do not change; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// The name by which references lead to the block.
    pub anchor: Option<String>,
    /// What the block is.
    pub content: Content,
    /// Where the block stands in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A heading with what belongs to it, or a paragraph with what belongs to it.
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
    /// A passage set apart.
    Quote(Vec<Block>),
    /// What follows begins on a new page.
    PageBreak,
}

/// A number before a heading or paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Number {
    /// The number as it is printed: `4.1.3`.
    pub label: String,
    /// 1 for `4`, 2 for `4.1` …
    pub depth: u8,
    /// Whether the number is as the author says, not as counting gives it.
    pub given: bool,
}

/// A heading, a paragraph that has or could have a number, or both in one line.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// The number of the clause.
    pub number: Option<Number>,
    /// The level of the heading in the outline, from 1, without gaps; none of a clause that has no heading on a line of its own.
    pub level: Option<u8>,
    /// The heading.
    pub heading: Option<Vec<Run>>,
    /// The text; with a heading both stand in one line.
    pub text: Option<Vec<Run>>,
    /// What belongs to the clause.
    pub body: Vec<Block>,
}

impl Clause {
    /// What stands between a heading and a text in one line.
    pub const RUN_IN: &'static str = ": ";
}

/// A list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct List {
    /// What marks the items.
    pub kind: ListKind,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// The identity of the item; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// The mark of the item: `•`, `a)`.
    pub label: String,
    /// The text of the item.
    pub content: Vec<Run>,
    /// What belongs to the item.
    pub body: Vec<Block>,
    /// Where the item stands in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// What stands above a table or below a picture.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Caption {
    /// `Table 1`
    pub label: Label,
    /// The text of the caption.
    pub content: Vec<Run>,
}

impl Caption {
    /// What stands between the label and the text.
    pub const SEPARATOR: &'static str = " – ";
}

/// A picture.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// The caption.
    pub caption: Option<Caption>,
    /// The picture.
    pub picture: Picture,
    /// The width in per cent of the text's.
    pub width: u32,
}
