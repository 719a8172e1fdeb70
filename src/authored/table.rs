//! Tables as authors write them, and what they become.

use super::block::BlockList;
use crate::diagnostic::{Diagnostics, Reported};
use crate::document::Align;
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node};
use crate::{choice, record};
use serde_json::{Value, json};

record! {
    /// A column of a table.
    pub struct LongColumn as "column" {
        /// Its heading.
        pub label: Text,
        /// Its share of the width, compared with the others' (1 unless given).
        pub width: Option<u32>,
        /// How its cells are aligned.
        pub align: Option<ColumnAlign>,
    }
}

/// A column of a table: its heading alone, or more.
#[derive(Debug, Clone)]
pub struct Column(pub LongColumn);

choice! {
    /// How cells are aligned.
    pub enum ColumnAlign {
        /// At the beginning of the line.
        Left = "left",
        /// In the middle.
        Center = "center",
        /// At its end, as figures are.
        Right = "right",
    }
}

impl From<ColumnAlign> for Align {
    fn from(align: ColumnAlign) -> Self {
        match align {
            ColumnAlign::Left => Self::Left,
            ColumnAlign::Center => Self::Center,
            ColumnAlign::Right => Self::Right,
        }
    }
}

record! {
    /// A cell that is marked, or that holds more than a text.
    pub struct MarkedCell as "cell" {
        /// How strongly: 1, 2 or 3.
        pub mark: Option<Spanned<u32>>,
        /// Its text; without it, the sign that the house style has for the mark.
        pub text: Option<Text>,
        /// Blocks below the text: paragraphs, lists, tables, figures.
        pub body: BlockList,
    }
}

/// A cell of a table: its text alone, or a mark and blocks as well.
#[derive(Debug, Clone)]
pub struct Cell(pub MarkedCell);

record! {
    /// A table.
    pub struct Table as "table" {
        /// A name for references to it.
        pub id: Option<Text>,
        /// Its caption.
        pub caption: Option<Text>,
        /// Its columns: headings, or maps with `label`, `width` and `align`.
        pub columns: Vec<Column>,
        /// Whether the first cell of each row says what the row is about.
        pub header_column: Option<bool>,
        /// Whether it stands on a landscape page; without it, if it has too many columns for an upright one.
        pub wide: Option<bool>,
        /// Its rows, each a list with one cell a column: a text, or a map with `mark`, `text` and `body`.
        pub rows: Vec<Spanned<Vec<Cell>>>,
    }
}

impl Decode for Column {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Map(_) => LongColumn::decode(node, report).map(Self),
            _ => Text::decode(node, report).map(|label| Self(LongColumn { span: node.span, label, width: None, align: None })),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), LongColumn::schema(schemas)] })
    }
}

impl Decode for Cell {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Map(_) => MarkedCell::decode(node, report).map(Self),
            _ => Option::<Text>::decode(node, report)
                .map(|text| Self(MarkedCell { span: node.span, mark: None, text, body: BlockList::default() })),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), { "type": "null" }, MarkedCell::schema(schemas)] })
    }
}
