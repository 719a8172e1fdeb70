//! The tables that authors write.

use super::block::BlockList;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, listing};
use crate::document::{Align, Extent, RowKind};
use crate::locale::Locale;
use crate::source::{Span, Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Many, Node, text_with_colon};
use crate::{choice, record};
use serde_json::{Value, json};

record! {
    /// A column of a table that has more than a heading, or a group of columns below one heading.
    pub struct LongColumn as "column" {
        /// The heading of the column or of the group.
        pub label: Text,
        /// The share of the width of the page that the column has, unless its content needs more; columns without one count 1, and are as wide as their content asks for. Of a group, the width of each of its columns.
        pub width: Option<u32>,
        /// The alignment of the cells: `left`, `center`, `right` or `decimal`; of a group, that of its columns.
        pub align: Option<ColumnAlign>,
        /// The columns below this heading, if it is that of a group.
        pub columns: Vec<Column>,
    }
}

/// A column of a table, written as a heading or as a map.
#[derive(Debug, Clone)]
pub struct Column(pub LongColumn);

choice! {
    /// The alignment of a cell, or of the cells of a column.
    pub enum ColumnAlign {
        /// The text stands at the beginning of the line.
        Left = "left",
        /// The text stands in the middle.
        Center = "center",
        /// The text stands at the end of the line, as figures do.
        Right = "right",
        /// Figures stand at the end of the line, with their decimal signs below one another.
        Decimal = "decimal",
    }
}

impl From<ColumnAlign> for Align {
    fn from(align: ColumnAlign) -> Self {
        match align {
            ColumnAlign::Left => Self::Left,
            ColumnAlign::Center => Self::Center,
            ColumnAlign::Right => Self::Right,
            ColumnAlign::Decimal => Self::Decimal,
        }
    }
}

record! {
    /// A cell of a table that has more than a text.
    pub struct LongCell as "cell" {
        /// The strength of the mark: 1, 2 or 3.
        pub mark: Option<Spanned<u32>>,
        /// The text of the cell; without it, the sign that the house style has for the mark.
        pub text: Option<Text>,
        /// Blocks below the text: paragraphs, lists, tables, figures.
        pub body: BlockList,
        /// The code of the language, if it is another one than that of the document: `fr`.
        pub lang: Option<Locale>,
        /// How many columns the cell takes up (1 unless given). Its row then has fewer cells.
        pub columns: Option<Spanned<u32>>,
        /// How many rows the cell takes up (1 unless given). The rows below then have fewer cells.
        pub rows: Option<Spanned<u32>>,
        /// The alignment of the cell, if it is not that of its column.
        pub align: Option<ColumnAlign>,
    }
}

/// A cell of a table, written as a text or as a map.
#[derive(Debug, Clone)]
pub struct Cell(pub LongCell);

record! {
    /// A row of a table that is more than a list of cells: `section`, `cells`, `subtotal` or `total`.
    pub struct LongRow as "row" {
        /// A heading over all columns, of the rows that follow until the next one.
        pub section: Option<Text>,
        /// The cells of a row, which may be indented.
        pub cells: Option<Vec<Cell>>,
        /// The cells of a row with the sums of some rows above.
        pub subtotal: Option<Vec<Cell>>,
        /// The cells of a row with the sums of all rows above.
        pub total: Option<Vec<Cell>>,
        /// How far the first cell is indented: 1, 2 or 3 steps.
        pub indent: Option<Spanned<u32>>,
    }
}

/// A row of a table, written as a list of cells or as a map.
#[derive(Debug, Clone)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// The cells that begin in the row; in a section row one, which takes up all columns.
    pub cells: Vec<Cell>,
    /// How far the first cell is indented, in steps.
    pub indent: Option<Spanned<u32>>,
    /// The place of the row in its file.
    pub span: Span,
}

record! {
    /// A table.
    pub struct Table as "table" {
        /// The id by which texts refer to the table: `[](#id)`.
        pub id: Option<Text>,
        /// The caption of the table.
        pub caption: Option<Text>,
        /// Whether the caption stands below the table.
        pub caption_below: Option<Spanned<bool>>,
        /// In what the figures are given: a line above the table, `in thousands of Swiss francs`.
        pub unit: Option<Text>,
        /// The columns: headings, or maps with `label`, `width` and `align`; groups have `columns` of their own.
        pub columns: Vec<Column>,
        /// Whether the first cell of each row says what the row is about.
        pub header_column: Option<bool>,
        /// Whether the table stands on a landscape page; without it, it does if its columns have no room on an upright page.
        pub wide: Option<bool>,
        /// The rows: lists of cells, or maps with `section`, `cells`, `subtotal` or `total`.
        pub rows: Vec<Row>,
        /// Notes below the table.
        pub notes: Many<Text>,
        /// The source of the figures, below the notes.
        pub source: Option<Text>,
    }
}

impl Table {
    /// Returns the headings of all columns and of their groups, in the order of the file.
    pub fn headings(&self) -> Vec<&Text> {
        fn add<'a>(columns: &'a [Column], all: &mut Vec<&'a Text>) {
            for Column(column) in columns {
                all.push(&column.label);
                add(&column.columns, all);
            }
        }
        let mut all = Vec::new();
        add(&self.columns, &mut all);
        all
    }

    /// Returns the cells of all rows.
    pub fn cells(&self) -> impl Iterator<Item = &LongCell> {
        self.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.0)
    }
}

impl Decode for Column {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Map(_) => LongColumn::decode(node, report).map(Self),
            _ => Text::decode(node, report)
                .map(|label| Self(LongColumn { span: node.span, label, width: None, align: None, columns: Vec::new() })),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), LongColumn::schema(schemas)] })
    }
}

impl Decode for Cell {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::Map(entries) => match text_with_colon(entries, &["mark", "text", "lang", "body", "columns", "rows", "align"]) {
                Some(fault) => Err(report.push(fault)),
                None => LongCell::decode(node, report).map(Self),
            },
            _ => Option::<Text>::decode(node, report).map(|text| Self(LongCell { text, ..LongCell::empty(node.span) })),
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), { "type": "null" }, LongCell::schema(schemas)] })
    }
}

impl Column {
    /// Returns the number of columns below the heading, or 1 if it is not that of a group.
    pub fn count(&self) -> usize {
        self.0.columns.iter().map(Self::count).sum::<usize>().max(1)
    }
}

impl LongCell {
    /// Returns how many columns and rows the cell takes up.
    pub fn extent(&self) -> Extent {
        let given = |number: Option<Spanned<u32>>| number.map_or(1, |number| number.value.max(1));
        Extent { columns: given(self.columns), rows: given(self.rows) }
    }

    fn empty(span: Span) -> Self {
        Self { span, mark: None, text: None, lang: None, body: BlockList::default(), columns: None, rows: None, align: None }
    }
}

impl Decode for Row {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::Map(entries) => LongRow::decode_one_of(node, entries, report),
            _ => {
                let cells = Vec::<Cell>::decode(node, report)?;
                Ok(Self { kind: RowKind::Plain, cells, indent: None, span: node.span })
            }
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Vec::<Cell>::schema(schemas), LongRow::schema(schemas)] })
    }
}

impl LongRow {
    /// The keys of which each row has exactly one.
    const CONTENTS: [&str; 4] = ["section", "cells", "subtotal", "total"];

    /// Reads a row from a map with these entries.
    fn decode_one_of(node: &Node, entries: &[(Text, Node)], report: &mut Diagnostics) -> Result<Row, Reported> {
        let given: Vec<_> = entries.iter().filter(|(key, _)| Self::CONTENTS.contains(&key.value.as_str())).collect();
        let [_] = &given[..] else {
            let message = format!("a row has one of {}", listing(Self::CONTENTS));
            let fault = Diagnostic::new(catalogue::TABLE_SHAPE, node.span, message);
            let closest = entries.first().filter(|_| given.is_empty()).map(|(key, _)| key.value.as_str());
            return Err(report.push(fault.did_you_mean(closest.unwrap_or_default(), Self::CONTENTS)));
        };
        Self::decode(node, report).map(Self::row)
    }

    /// Returns the row, which has one of the four keys.
    fn row(self) -> Row {
        let section = self.section.map(|text| vec![Cell(LongCell { text: Some(text.clone()), ..LongCell::empty(text.span) })]);
        let all = [
            (RowKind::Section, section),
            (RowKind::Plain, self.cells),
            (RowKind::Subtotal, self.subtotal),
            (RowKind::Total, self.total),
        ];
        let given = all.into_iter().find_map(|(kind, cells)| Some((kind, cells?)));
        let (kind, cells) = given.unwrap_or_default();
        Row { kind, cells, indent: self.indent, span: self.span }
    }
}
