//! The tables that authors write.

use super::block::BlockList;
use crate::diagnostic::{Diagnostics, Reported};
use crate::document::Align;
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node, text_with_colon};
use crate::{choice, record};
use serde_json::{Value, json};

record! {
    /// A column of a table that has more than a heading.
    pub struct LongColumn as "column" {
        /// The heading of the column.
        pub label: Text,
        /// The width of the column in proportion to the other columns (1 unless given).
        pub width: Option<u32>,
        /// The alignment of the cells: `left`, `center` or `right`.
        pub align: Option<ColumnAlign>,
    }
}

/// A column of a table, written as a heading or as a map.
#[derive(Debug, Clone)]
pub struct Column(pub LongColumn);

choice! {
    /// The alignment of the cells of a column.
    pub enum ColumnAlign {
        /// The text stands at the beginning of the line.
        Left = "left",
        /// The text stands in the middle.
        Center = "center",
        /// The text stands at the end of the line, as figures do.
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
    /// A cell of a table that may have a mark.
    pub struct MarkedCell as "cell" {
        /// The strength of the mark: 1, 2 or 3.
        pub mark: Option<Spanned<u32>>,
        /// The text of the cell; without it, the sign that the house style has for the mark.
        pub text: Option<Text>,
        /// Blocks below the text: paragraphs, lists, tables, figures.
        pub body: BlockList,
    }
}

/// A cell of a table, written as a text or as a map.
#[derive(Debug, Clone)]
pub struct Cell(pub MarkedCell);

record! {
    /// A table.
    pub struct Table as "table" {
        /// The id by which texts refer to the table: `[](#id)`.
        pub id: Option<Text>,
        /// The caption of the table.
        pub caption: Option<Text>,
        /// The columns: headings, or maps with `label`, `width` and `align`.
        pub columns: Vec<Column>,
        /// Whether the first cell of each row says what the row is about.
        pub header_column: Option<bool>,
        /// Whether the table stands on a landscape page; without it, it does if it has too many columns for an upright page.
        pub wide: Option<bool>,
        /// The rows, each a list with one cell for each column: a text, or a map with `mark` and `text`.
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
        match &node.kind {
            Kind::Map(entries) => match text_with_colon(entries, &["mark", "text", "body"]) {
                Some(fault) => Err(report.push(fault)),
                None => MarkedCell::decode(node, report).map(Self),
            },
            _ => Option::<Text>::decode(node, report)
                .map(|text| Self(MarkedCell { span: node.span, mark: None, text, body: BlockList::default() })),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), { "type": "null" }, MarkedCell::schema(schemas)] })
    }
}
