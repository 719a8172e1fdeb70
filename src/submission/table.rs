//! Tables as authors write them, and what they become.

use super::lower::Lowering;
use crate::diagnostic::Diagnostic;
use crate::document::{self, Align};
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node, Report};
use crate::{choice, record};
use serde_json::{Value, json};

/// The strengths that a mark may have.
const STRENGTHS: std::ops::RangeInclusive<u32> = 1..=3;

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
    /// A cell that is marked.
    pub struct MarkedCell as "cell" {
        /// How strongly: 1, 2 or 3.
        pub mark: Option<Spanned<u32>>,
        /// Its text; without it, the sign that the house style has for the mark.
        pub text: Option<Text>,
    }
}

/// A cell of a table: its text alone, or a mark as well.
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
        /// Its rows, each a list with one cell a column: a text, or a map with `mark` and `text`.
        pub rows: Vec<Spanned<Vec<Cell>>>,
    }
}

impl Decode for Column {
    fn decode(node: &Node, report: &mut Report) -> Option<Self> {
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
    fn decode(node: &Node, report: &mut Report) -> Option<Self> {
        match node.kind {
            Kind::Map(_) => MarkedCell::decode(node, report).map(Self),
            _ => Option::<Text>::decode(node, report).map(|text| Self(MarkedCell { span: node.span, mark: None, text })),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), { "type": "null" }, MarkedCell::schema(schemas)] })
    }
}

impl Lowering<'_, '_, '_> {
    /// The table; its rows have to have as many cells as there are columns.
    pub fn table(&mut self, table: &Table) -> Option<document::Table> {
        let columns: Vec<_> = table.columns.iter().map(|column| self.column(column)).collect();
        if columns.is_empty() {
            let message = "a table needs columns";
            self.report.push(Diagnostic::error("table-shape", table.span, message).hint("`columns: [Meeting, Dates]`"));
            return None;
        }
        for row in table.rows.iter().filter(|row| row.value.len() != columns.len()) {
            let message = format!("this row has {} cells, the table {} columns", row.value.len(), columns.len());
            self.report.push(Diagnostic::error("table-shape", row.span, message).hint("an empty cell is written `\"\"`"));
        }
        let rows = table.rows.iter().map(|row| row.value.iter().map(|cell| self.cell_of(cell)).collect()).collect();
        let caption = table.caption.as_ref().map(|caption| self.prose(caption));
        let header_column = table.header_column.unwrap_or(false);
        Some(document::Table { id: table.id.clone(), caption, columns, header_column, wide: table.wide, rows, span: table.span })
    }

    fn column(&mut self, column: &Column) -> document::Column {
        let column = &column.0;
        document::Column {
            label: self.prose(&column.label),
            width: column.width.unwrap_or(1).clamp(1, 100),
            align: column.align.map(Into::into).unwrap_or_default(),
        }
    }

    fn cell_of(&mut self, cell: &Cell) -> document::Cell {
        let cell = &cell.0;
        if let Some(mark) = cell.mark.filter(|mark| !STRENGTHS.contains(&mark.value)) {
            let message = format!("a mark is 1, 2 or 3, not {}", mark.value);
            self.report.push(Diagnostic::error("table-shape", mark.span, message));
        }
        document::Cell { content: self.optional(&cell.text), mark: cell.mark.and_then(|mark| mark.value.try_into().ok()) }
    }
}
