//! The charts that authors write.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::document::ChartKind;
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use crate::{choice, record};
use serde_json::{Value, json};

choice! {
    /// The direction of the bars of a chart.
    pub enum Direction {
        /// Upright bars; where the labels have too little room, horizontal ones.
        Columns = "columns",
        /// Horizontal bars, for long labels.
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

/// A number that is not negative.
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
    /// A series of values in a chart.
    pub struct Series as "series" {
        /// The name of the series in the legend; it may be left out if there is only one series.
        pub name: Option<Text>,
        /// The values of the series: one for each category.
        pub values: Spanned<Vec<Quantity>>,
    }
}

record! {
    /// A chart.
    pub struct Chart as "chart" {
        /// The direction of the bars: `columns` or `bars`.
        pub kind: Direction,
        /// Whether the series are stacked instead of standing side by side.
        pub stacked: Option<bool>,
        /// The caption of the chart.
        pub caption: Option<Text>,
        /// The id by which texts refer to the chart: `[](#id)`.
        pub id: Option<Text>,
        /// What the values count: the title of their axis.
        pub unit: Option<Text>,
        /// The names of the categories, in the order of the values.
        pub categories: Vec<Text>,
        /// The series, each with a `name` and `values`.
        pub series: Vec<Series>,
        /// A description of the chart for readers who can't see it; without it, a sentence with all figures.
        pub alt: Option<Text>,
    }
}
