//! Charts of a resolved document, as numbers and plain text.

use super::Caption;
use crate::document::ChartKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A chart.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Chart {
    /// The caption, if there is one.
    pub caption: Option<Caption>,
    /// The alternative text of the chart.
    pub alt: ChartAlt,
    /// The direction of the bars that was asked for; the layout changes it if there is no room.
    pub kind: ChartKind,
    /// True if the series are stacked on one another.
    pub stacked: bool,
    /// The title of the axis of values: what is counted. It may be empty.
    pub unit: String,
    /// The labels of the other axis, one for each value of a series.
    pub categories: Vec<String>,
    /// The series.
    pub series: Vec<Series>,
}

/// The alternative text of a chart, for readers who can't see it: the author's words, or a sentence with all figures. There is
/// one for each direction of the bars, since the layout settles the direction later.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ChartAlt {
    /// The text if the bars are upright.
    pub columns: String,
    /// The text if the bars are horizontal.
    pub bars: String,
}

impl ChartAlt {
    /// Returns the text for bars in this direction.
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
    /// The name of the series; it may be empty if the chart has one series only.
    pub name: String,
    /// One value for each category.
    pub values: Vec<f64>,
}
