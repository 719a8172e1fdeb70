//! Charts: figures that are drawn.

use super::Inline;
use crate::source::{Span, Text};

/// Which way the bars of a chart go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChartKind {
    /// Upright.
    Columns,
    /// From the side, with room for long labels.
    Bars,
}

/// A chart, numbered with the pictures.
#[derive(Debug, Clone)]
pub struct Chart {
    /// For references.
    pub id: Option<Text>,
    /// Its caption.
    pub caption: Option<Vec<Inline>>,
    /// Which way its bars go. Columns whose labels have no room become bars.
    pub kind: ChartKind,
    /// Whether the series stand on one another, not side by side.
    pub stacked: bool,
    /// What is counted: the title of the axis of values.
    pub unit: Vec<Inline>,
    /// What the values of each series belong to.
    pub categories: Vec<Vec<Inline>>,
    /// The series.
    pub series: Vec<Series>,
    /// What it shows, for those who can't see it; without it, a sentence with all figures.
    pub alt: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// A series of values.
#[derive(Debug, Clone)]
pub struct Series {
    /// Its name.
    pub name: Vec<Inline>,
    /// A value for each category, none below zero.
    pub values: Vec<f64>,
}
