//! The measures of a chart, the same in every format: scale, height, and which figures have room in their bars.

use super::Chart;
use super::metrics::{AROUND_CHART, FIGURE};
use crate::document::ChartKind;
use crate::house::House;

/// The type size of figures and labels, in points.
pub const TYPE: f64 = 8.0;
/// The height of a chart with columns, in points.
const COLUMNS: f64 = 220.0;
/// The largest share of the width that labels of horizontal bars may take.
pub const LABELS: f64 = 0.4;

/// The measures of a chart.
#[derive(Debug)]
pub struct Plot {
    /// The value at the end of the axis.
    pub top: f64,
    /// The difference between two lines of the grid, as a value.
    pub step: f64,
    /// The height of the area with the bars, in points.
    pub height: f64,
    /// For each series and category, whether its figure has room and is shown.
    pub shown: Vec<Vec<bool>>,
}

impl Plot {
    /// Returns the measures of a chart on the pages of a house style.
    pub fn of(chart: &Chart, house: &House) -> Self {
        let (top, step) = scale(most(chart), whole(chart));
        let height = height(chart, house);
        // the length of a bar as long as the axis, in points
        let length = match chart.kind {
            ChartKind::Columns => height,
            ChartKind::Bars => f64::from(house.page.text_width()) / 20.0 * (1.0 - LABELS),
        };
        let room = |value: f64| !chart.stacked || value * length / top >= needed(chart.kind, value);
        let shown = chart.chart.series.iter().map(|series| series.values.iter().map(|value| room(*value)).collect()).collect();
        Self { top, step, height, shown }
    }
}

/// Returns the length, in points, that a bar must have to hold its figure.
fn needed(kind: ChartKind, value: f64) -> f64 {
    match kind {
        ChartKind::Columns => TYPE - 1.0,
        ChartKind::Bars => value.to_string().len() as f64 * FIGURE * TYPE + 3.0,
    }
}

/// Returns the value of the longest bar.
fn most(chart: &Chart) -> f64 {
    let values = |at: usize| chart.chart.series.iter().filter_map(move |series| series.values.get(at));
    let bar = |at| if chart.stacked { values(at).sum() } else { values(at).copied().fold(0.0, f64::max) };
    (0..chart.chart.categories.len()).map(bar).fold(0.0, f64::max)
}

/// Says whether all values are whole numbers.
fn whole(chart: &Chart) -> bool {
    chart.chart.series.iter().flat_map(|series| &series.values).all(|value| value.fract() == 0.0)
}

/// Returns the end of the axis and the step of the grid for a largest value. The step is 1, 2 or 5 times a power of ten, so that
/// there are about five lines.
fn scale(most: f64, whole: bool) -> (f64, f64) {
    let most = if most > 0.0 { most } else { 1.0 };
    let power = 10f64.powi((most / 5.0).log10().floor() as i32);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|times| times * power);
    let step = steps.into_iter().find(|step| most / step <= 5.0).unwrap_or(most);
    // counts have no lines for fractions: there is no half document
    let step = if whole { step.max(1.0) } else { step };
    ((most / step).ceil() * step, step)
}

/// Returns the height of the area with the bars, in points: a fixed one for columns; for horizontal bars what they need, but no
/// more than a page has.
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
