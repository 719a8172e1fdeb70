//! Charts as they are drawn.

use super::Caption;
use crate::document::ChartKind;
use crate::source::Span;
use serde::Serialize;

/// What a chart needs of a page besides its bars, in twips: axis, legend and caption.
pub const AROUND_CHART: u32 = 2800;

/// A chart, ready to be drawn.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// By which name references lead to it.
    pub anchor: Option<String>,
    /// Its caption.
    pub caption: Option<Caption>,
    /// What it shows: by default, all figures.
    pub alt: String,
    /// Which way its bars go.
    pub kind: ChartKind,
    /// Whether the series stand on one another.
    pub stacked: bool,
    /// What is counted; it may be empty.
    pub unit: String,
    /// Labels of the axis.
    pub categories: Vec<String>,
    /// The series.
    pub series: Vec<Series>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// A series of values.
#[derive(Debug, Clone, Serialize)]
pub struct Series {
    /// Its name; it may be empty where there is one series alone.
    pub name: String,
    /// A value for each category.
    pub values: Vec<f64>,
}
