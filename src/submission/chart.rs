//! Charts as authors write them, and what they become.

use super::lower::Lowering;
use crate::diagnostic::Diagnostic;
use crate::document::{self, ChartKind, Inline};
use crate::source::{Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node, Report};
use crate::{choice, record};
use serde_json::{Value, json};

/// The most series that can be told apart without colour.
const MOST_SERIES: usize = 6;

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
    fn decode(node: &Node, report: &mut Report) -> Option<Self> {
        let text = Text::decode(node, report)?;
        let plain = text.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let number = text.value.parse().ok().filter(|number: &f64| plain && number.is_finite());
        if number.is_none() {
            let message = format!("expected a number, 0 or more, found `{}`", text.value);
            report.push(Diagnostic::error("wrong-type", node.span, message));
        }
        number.map(Self)
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

impl Lowering<'_, '_, '_> {
    /// The chart; each series has to have a value for each category.
    pub fn chart(&mut self, chart: &Chart) -> Option<document::Chart> {
        let faults = faults(chart);
        let good = faults.is_empty();
        self.report.extend(faults);
        let series = chart.series.iter().map(|series| document::Series {
            name: series.name.iter().map(plain).collect(),
            values: series.values.value.iter().map(|value| value.0).collect(),
        });
        good.then(|| document::Chart {
            id: chart.id.clone(),
            caption: chart.caption.as_ref().map(|caption| self.prose(caption)),
            kind: chart.kind.into(),
            stacked: chart.stacked.unwrap_or(false),
            unit: chart.unit.iter().map(plain).collect(),
            categories: chart.categories.iter().map(|category| vec![plain(category)]).collect(),
            series: series.collect(),
            alt: chart.alt.as_ref().map(|alt| alt.value.clone()).filter(|alt| !alt.is_empty()),
            span: chart.span,
        })
    }
}

fn plain(text: &Text) -> Inline {
    Inline::text(text.value.clone(), text.span)
}

fn faults(chart: &Chart) -> Vec<Diagnostic> {
    let fault = |span, message: String| Diagnostic::error("chart-shape", span, message);
    let mut faults = Vec::new();
    if chart.categories.is_empty() || chart.series.is_empty() {
        faults.push(fault(chart.span, "a chart needs `categories` and `series`".into()));
    }
    if chart.series.len() > MOST_SERIES {
        let message = format!("a chart has {MOST_SERIES} series at most, this one {}", chart.series.len());
        faults.push(fault(chart.span, message).hint("put the smallest together, or make two charts"));
    }
    for series in &chart.series {
        let (values, categories) = (series.values.value.len(), chart.categories.len());
        if values != categories {
            faults.push(fault(series.values.span, format!("this series has {values} values, the chart {categories} categories")));
        }
        if series.name.is_none() && chart.series.len() > 1 {
            faults.push(fault(series.span, "one of several series needs a `name`".into()));
        }
    }
    faults
}
