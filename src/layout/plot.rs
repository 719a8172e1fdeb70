//! How a chart is drawn, the same in every format: its scale, its height, and which figures have room in their bars.

use super::Chart;
use super::metrics::{AROUND_CHART, FIGURE};
use crate::document::ChartKind;
use crate::house::House;

/// The size of figures and labels, in points.
pub const TYPE: f64 = 8.0;
/// The height of columns, in points.
const COLUMNS: f64 = 220.0;
/// The share of the width that labels of bars take at most.
pub const LABELS: f64 = 0.4;

/// Measures of a chart.
#[derive(Debug)]
pub struct Plot {
    /// The end of the axis of values.
    pub top: f64,
    /// From one line of the grid to the next.
    pub step: f64,
    /// The height of the bars together, in points.
    pub height: f64,
    /// For each series and category, whether its figure has room.
    pub shown: Vec<Vec<bool>>,
}

impl Plot {
    /// The measures of a chart in a house's pages.
    pub fn of(chart: &Chart, house: &House) -> Self {
        let (top, step) = scale(most(chart), whole(chart));
        let height = height(chart, house);
        // how long a bar of the whole axis is
        let length = match chart.kind {
            ChartKind::Columns => height,
            ChartKind::Bars => f64::from(house.page.text_width()) / 20.0 * (1.0 - LABELS),
        };
        let room = |value: f64| !chart.stacked || value * length / top >= needed(chart.kind, value);
        let shown = chart.chart.series.iter().map(|series| series.values.iter().map(|value| room(*value)).collect()).collect();
        Self { top, step, height, shown }
    }
}

/// What a figure inside a bar takes of its length, in points.
fn needed(kind: ChartKind, value: f64) -> f64 {
    match kind {
        ChartKind::Columns => TYPE - 1.0,
        ChartKind::Bars => value.to_string().len() as f64 * FIGURE * TYPE + 3.0,
    }
}

/// The longest bar.
fn most(chart: &Chart) -> f64 {
    let values = |at: usize| chart.chart.series.iter().filter_map(move |series| series.values.get(at));
    let bar = |at| if chart.stacked { values(at).sum() } else { values(at).copied().fold(0.0, f64::max) };
    (0..chart.chart.categories.len()).map(bar).fold(0.0, f64::max)
}

/// Whether all values are whole numbers.
fn whole(chart: &Chart) -> bool {
    chart.chart.series.iter().flat_map(|series| &series.values).all(|value| value.fract() == 0.0)
}

/// The end of an axis and its step: 1, 2 or 5 times a power of ten, with some five lines.
fn scale(most: f64, whole: bool) -> (f64, f64) {
    let most = if most > 0.0 { most } else { 1.0 };
    let power = 10f64.powi((most / 5.0).log10().floor() as i32);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|times| times * power);
    let step = steps.into_iter().find(|step| most / step <= 5.0).unwrap_or(most);
    // half a document is no line of a grid
    let step = if whole { step.max(1.0) } else { step };
    ((most / step).ceil() * step, step)
}

/// The height of the bars: columns have one, bars as much as they need and a page has.
fn height(chart: &Chart, house: &House) -> f64 {
    let side_by_side = if chart.stacked { 1 } else { chart.chart.series.len() };
    let wanted = match chart.kind {
        ChartKind::Columns => COLUMNS,
        ChartKind::Bars => (chart.chart.categories.len() * (side_by_side * 11 + 9)) as f64,
    };
    wanted.min(f64::from(house.page.text_height().saturating_sub(AROUND_CHART)) / 20.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolved::{self, ChartAlt, Series};

    fn figures() -> resolved::Chart {
        let series = [vec![18.0, 0.0], vec![1.0, 0.1]].map(|values| Series { name: String::new(), values }).to_vec();
        let (caption, alt, unit) = (None, ChartAlt::default(), String::new());
        let categories = vec!["a".into(), "b".into()];
        resolved::Chart { caption, alt, kind: ChartKind::Columns, stacked: false, unit, categories, series }
    }

    #[test]
    fn axes_end_at_round_numbers() {
        assert_eq!([18.0, 20.0, 5.0, 0.0].map(|most| scale(most, true)), [(20.0, 5.0), (20.0, 5.0), (5.0, 1.0), (1.0, 1.0)]);
        assert_eq!([1.0, 101.0, 1234.0].map(|most| scale(most, false)), [(1.0, 0.2), (150.0, 50.0), (1500.0, 500.0)]);
    }

    #[test]
    fn figures_that_have_no_room_in_their_bars_are_left_out() {
        let house = House::load(&crate::assets::Assets::default(), "itu-council").expect("a house style of ours");
        let figures = figures();
        let chart = |stacked| Chart {
            chart: &figures,
            kind: ChartKind::Columns,
            stacked,
            id: None,
            anchor: None,
            span: Default::default(),
        };
        assert_eq!(Plot::of(&chart(true), &house).shown, [[true, false], [true, false]]);
        assert_eq!(Plot::of(&chart(false), &house).shown, [[true, true], [true, true]]);
    }
}
