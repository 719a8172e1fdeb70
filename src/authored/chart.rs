//! Charts as authors write them, and what they become.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::document::ChartKind;
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use crate::{choice, record};
use serde_json::{Value, json};

choice! {
    /// Which way bars go.
    pub enum Direction {
        /// Upright; where labels have no room, from the side.
        Columns = "columns",
        /// From the side, for long labels.
        Bars = "bars",
    }
}

impl From<Direction> for ChartKind {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Columns => Self::Columns,
            Direction::Bars => Self::Bars,
        }
    }
}

/// A number that is not below zero.
#[derive(Debug, Clone, Copy)]
pub struct Quantity(pub f64);

impl Decode for Quantity {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        let plain = text.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let number = text.value.parse().ok().filter(|number: &f64| plain && number.is_finite());
        number.map(Self).ok_or_else(|| {
            let message = format!("expected a number, 0 or more, found `{}`", text.value);
            report.push(Diagnostic::new(catalogue::WRONG_TYPE, node.span, message))
        })
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "number", "minimum": 0 })
    }
}

record! {
    /// A series of values.
    pub struct Series as "series" {
        /// Its name, in the legend; a chart of one series may do without.
        pub name: Option<Text>,
        /// A value for each category.
        pub values: Spanned<Vec<Quantity>>,
    }
}

record! {
    /// A chart.
    pub struct Chart as "chart" {
        /// Which way its bars go: `columns` or `bars`.
        pub kind: Direction,
        /// Whether the series stand on one another, not side by side.
        pub stacked: Option<bool>,
        /// Its caption.
        pub caption: Option<Text>,
        /// A name for references to it.
        pub id: Option<Text>,
        /// What is counted: the title of the axis of values.
        pub unit: Option<Text>,
        /// What the values of each series belong to.
        pub categories: Vec<Text>,
        /// The series, each with a `name` and `values`.
        pub series: Vec<Series>,
        /// What it shows, for those who can't see it; without it, a sentence with all figures.
        pub alt: Option<Text>,
    }
}
