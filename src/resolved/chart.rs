//! Charts.

use super::Caption;
use crate::document::ChartKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A chart.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Chart {
    /// The caption.
    pub caption: Option<Caption>,
    /// What the chart shows.
    pub alt: ChartAlt,
    /// Which way the bars go if there is room.
    pub kind: ChartKind,
    /// Whether the series stand on one another.
    pub stacked: bool,
    /// What is counted; it may be empty.
    pub unit: String,
    /// The labels of the axis.
    pub categories: Vec<String>,
    /// The series.
    pub series: Vec<Series>,
}

/// What a chart shows, for those who can't see it: the author's words, or all figures. Which way the bars go is settled when there are pages.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ChartAlt {
    /// If the bars are upright.
    pub columns: String,
    /// If the bars are drawn from the side.
    pub bars: String,
}

impl ChartAlt {
    /// The words for bars that go this way.
    pub fn of(&self, kind: ChartKind) -> &str {
        match kind {
            ChartKind::Columns => &self.columns,
            ChartKind::Bars => &self.bars,
        }
    }
}

/// A series of values.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Series {
    /// The name; it may be empty where there is one series alone.
    pub name: String,
    /// A value for each category.
    pub values: Vec<f64>,
}
