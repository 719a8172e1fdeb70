//! Tables.

use super::{Block, Caption, Run};
use crate::document::Align;
use crate::source::{BlockId, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A table with a header row.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// The caption.
    pub caption: Option<Caption>,
    /// The columns.
    pub columns: Vec<Column>,
    /// Whether the first cell of each row says what the row is about.
    pub header_column: bool,
    /// Whether the author wants it on a landscape page; none leaves that to the layout.
    pub wide: Option<bool>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Column {
    /// The heading.
    pub label: Vec<Run>,
    /// The share of the width.
    pub width: u32,
    /// How the cells are aligned.
    pub align: Align,
}

/// A row, with a cell for each column.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// The identity of the row; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// The cells.
    pub cells: Vec<Cell>,
    /// Where the row stands in the author's file.
    #[serde(skip)]
    pub span: Span,
}

/// A cell: a line, and what stands below it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// The identity of the cell; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// The words, or the sign of the mark.
    pub content: Vec<Run>,
    /// What stands below the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// Which of the house style's marks the cell bears, from 1.
    pub mark: Option<u8>,
    /// Where the cell stands in the author's file.
    #[serde(skip)]
    pub span: Span,
}
