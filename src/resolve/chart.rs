//! Charts: labels as text, and which way bars go when labels or figures have no room.

use super::runs::Resolver;
use crate::document::{self, ChartKind, Inline};
use crate::resolved::{AROUND_CHART, Caption, Chart, Series, plain_text};
use serde_json::{Value, json};

/// The width of a letter of a label, in twips: of 8 points.
const LETTER: usize = 80;
/// The least height of a bar with its figure, in twips: 8 points.
const BAR: usize = 160;

impl Resolver<'_> {
    /// The chart.
    pub(super) fn chart(&mut self, chart: &document::Chart) -> Chart {
        self.figures += u32::from(chart.caption.is_some());
        let caption = self.caption("figure", self.figures, chart.caption.as_deref());
        let anchor = self.anchor(chart.id.as_ref(), &caption.as_ref().map(Caption::label).unwrap_or_default());
        let series = chart.series.iter().map(|series| Series { name: self.plain(&series.name), values: series.values.clone() });
        let series = series.collect();
        let categories = chart.categories.iter().map(|category| self.plain(category)).collect();
        let (kind, stacked, unit) = (chart.kind, chart.stacked && chart.series.len() > 1, self.plain(&chart.unit));
        let mut resolved =
            Chart { anchor, caption, alt: String::new(), kind, stacked, unit, categories, series, span: chart.span };
        self.make_room(&mut resolved);
        resolved.alt = chart.alt.clone().unwrap_or_else(|| plain_text(&self.chart_alt(&resolved)).replace('\u{a0}', " "));
        resolved
    }

    /// Words without markup: a chart has no place for more.
    fn plain(&mut self, inlines: &[Inline]) -> String {
        plain_text(&self.runs(inlines)).replace('\u{a0}', " ")
    }

    /// Columns whose labels or figures have no room become bars; bars that would fill more than a page are put on one another.
    fn make_room(&self, chart: &mut Chart) {
        let page = &self.house.page;
        // some of the width is the axis
        let width = page.text_width() as usize * 9 / 10;
        if chart.kind == ChartKind::Columns && narrowest(chart) > width {
            chart.kind = ChartKind::Bars;
        }
        let height = page.text_height().saturating_sub(AROUND_CHART) as usize;
        if chart.kind == ChartKind::Bars && chart.categories.len() * chart.series.len() * BAR > height {
            chart.stacked = chart.series.len() > 1;
        }
    }

    fn chart_alt(&mut self, chart: &Chart) -> Vec<super::Run> {
        let point = |(category, value): (&String, &f64)| json!({ "category": category, "value": value.to_string() });
        let series: Vec<Value> = chart
            .series
            .iter()
            .map(|series| {
                let points: Vec<Value> = chart.categories.iter().zip(&series.values).map(point).collect();
                json!({ "name": series.name, "points": points })
            })
            .collect();
        let values = vec![("kind", json!(chart.kind)), ("unit", json!(chart.unit)), ("series", json!(series))];
        self.runs(&[Inline::sentence("chart", chart.span, values)])
    }
}

/// The least width in which columns have room for their labels, in three lines at most, and for their figures, in twips.
fn narrowest(chart: &Chart) -> usize {
    let letters = |text: &str| text.chars().count();
    let label = chart.categories.iter().map(|category| {
        let longest = category.split([' ', '-']).map(letters).max().unwrap_or(0);
        longest.max(letters(category).div_ceil(3))
    });
    let figure = chart.series.iter().flat_map(|series| &series.values).map(|value| letters(&value.to_string()));
    let side_by_side = if chart.stacked { 1 } else { chart.series.len() };
    let each = label.max().unwrap_or(0).max(figure.max().unwrap_or(0) * side_by_side * 5 / 4);
    chart.categories.len() * each * LETTER
}
