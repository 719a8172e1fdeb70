//! Charts: figures that the program draws from numbers.

use super::Inline;
use crate::source::{Span, Text};

/// The direction of the bars of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChartKind {
    /// Upright bars.
    Columns,
    /// Horizontal bars, with room for long labels.
    Bars,
}

/// A chart. Charts and pictures share one count of captions: `Figure 1`, `Figure 2` …
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The id by which references name the chart, if the author gives one.
    pub id: Option<Text>,
    /// The caption below the chart.
    pub caption: Option<Vec<Inline>>,
    /// The direction of the bars. The layout turns columns into bars if their labels have no room.
    pub kind: ChartKind,
    /// True if the series are stacked on one another, false if they stand side by side.
    pub stacked: bool,
    /// The title of the axis of values: what is counted.
    pub unit: Vec<Inline>,
    /// The labels of the other axis: one for each value of a series.
    pub categories: Vec<Vec<Inline>>,
    /// The series of values.
    pub series: Vec<Series>,
    /// The alternative text, for readers who can't see the chart; without one, the program makes a sentence with all figures.
    pub alt: Option<String>,
    /// The place of the chart in the author's file.
    pub span: Span,
}

/// A series of values.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The name of the series, for the legend.
    pub name: Vec<Inline>,
    /// One value for each category, none below zero.
    pub values: Vec<f64>,
}
