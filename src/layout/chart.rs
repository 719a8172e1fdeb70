//! Charts: which way bars go when labels or figures have no room.

use super::flow::known;
use super::metrics::{AROUND_CHART, LEAST_BAR, LETTER_OF_A_LABEL};
use crate::document::ChartKind;
use crate::house::Page;
use crate::resolved;
use crate::source::{BlockId, Span};

/// A chart, ready to be drawn.
#[derive(Debug)]
pub struct Chart<'d> {
    /// The labels, the figures and the caption.
    pub chart: &'d resolved::Chart,
    /// Which way the bars go.
    pub kind: ChartKind,
    /// Whether the series stand on one another.
    pub stacked: bool,
    /// The identity of the chart.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the chart.
    pub anchor: Option<&'d str>,
    /// Where the chart stands.
    pub span: Span,
}

impl<'d> Chart<'d> {
    /// The chart in a block as it has room on a page: columns whose labels or figures have no room become bars; bars that would fill more than a page
    /// are put on one another.
    pub(super) fn of(chart: &'d resolved::Chart, block: &'d resolved::Block, page: &Page) -> Self {
        // some of the width is the axis
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

    /// What the chart shows, for those who can't see it.
    pub fn alt(&self) -> &'d str {
        self.chart.alt.of(self.kind)
    }
}

/// The least width in which columns have room for their labels, in three lines at most, and for their figures, in twips.
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
