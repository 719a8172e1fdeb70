//! Charts get the direction of their bars: bars become horizontal if labels or figures have no room below or above columns.

use super::flow::known;
use super::metrics::{AROUND_CHART, LEAST_BAR, LETTER_OF_A_LABEL};
use crate::document::ChartKind;
use crate::house::Page;
use crate::resolved;
use crate::source::{BlockId, Span};

/// A chart that is ready to be drawn.
#[derive(Debug)]
pub struct Chart<'d> {
    /// The labels, the figures and the caption.
    pub chart: &'d resolved::Chart,
    /// The direction of the bars.
    pub kind: ChartKind,
    /// True if the series are stacked on one another.
    pub stacked: bool,
    /// The identity of the chart.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the chart.
    pub anchor: Option<&'d str>,
    /// The place of the chart in the author's file.
    pub span: Span,
}

impl<'d> Chart<'d> {
    /// Returns the chart of a block as it fits on a page. Columns become horizontal bars if their labels or figures have no room;
    /// horizontal bars that would fill more than a page are stacked.
    pub(super) fn of(chart: &'d resolved::Chart, block: &'d resolved::Block, page: &Page) -> Self {
        // a tenth of the width is left to the axis
        let width = page.text_width() as usize * 9 / 10;
        let kind = match chart.kind {
            ChartKind::Columns if narrowest(chart) > width => ChartKind::Bars,
            asked => asked,
        };
        let height = page.text_height().saturating_sub(AROUND_CHART) as usize;
        let too_high = kind == ChartKind::Bars && chart.categories.len() * chart.series.len() * LEAST_BAR > height;
        let stacked = if too_high { chart.series.len() > 1 } else { chart.stacked };
        Self { chart, kind, stacked, id: known(&block.id), anchor: block.anchor.as_deref(), span: block.span }
    }

    /// Returns the alternative text of the chart, for bars in its direction.
    pub fn alt(&self) -> &'d str {
        self.chart.alt.of(self.kind)
    }
}

/// Returns the smallest width, in twips, in which columns have room for their labels, in three lines at most, and for their
/// figures.
fn narrowest(chart: &resolved::Chart) -> usize {
    let letters = |text: &str| text.chars().count();
    let label = chart.categories.iter().map(|category| {
        let longest = category.split([' ', '-']).map(letters).max().unwrap_or(0);
        longest.max(letters(category).div_ceil(3))
    });
    let figure = chart.series.iter().flat_map(|series| &series.values).map(|value| letters(&value.to_string()));
    let side_by_side = if chart.stacked { 1 } else { chart.series.len() };
    let each = label.max().unwrap_or(0).max(figure.max().unwrap_or(0) * side_by_side * 5 / 4);
    chart.categories.len() * each * LETTER_OF_A_LABEL
}
