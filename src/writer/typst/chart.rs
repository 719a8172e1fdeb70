//! Writes charts as calls of Typst functions.

use super::body::TypstBuilder;
use super::words::visible;
use crate::document::ChartKind;
use crate::house::{Colour, SeriesStyle};
use crate::layout::{Chart, LABELS, Plot, TYPE};
use crate::template::typst_literal;

impl TypstBuilder<'_> {
    /// Adds a chart with its caption.
    pub fn chart(&mut self, chart: &Chart) {
        self.from(chart.span, |body| {
            body.push("#chart(caption: ");
            body.caption(chart.chart.caption.as_ref());
            let plot = Plot::of(chart, body.house);
            let (alt, unit) = (typst_literal(chart.alt()), visible(&chart.chart.unit));
            let categories: String = chart.chart.categories.iter().map(|category| format!("{}, ", visible(category))).collect();
            body.push(&format!(
                ", alt: {alt}, columns: {}, stacked: {}, unit: {unit}, top: {:?}, step: {:?}, height: {}pt, size: {TYPE}pt, \
                 labels: {LABELS}, categories: ({categories}), series: (\n",
                chart.kind == ChartKind::Columns,
                chart.stacked,
                plot.top,
                plot.step,
                plot.height
            ));
            for (at, shown) in plot.shown.iter().enumerate() {
                body.series(chart, at, shown);
            }
            body.push("))");
            body.label(chart.anchor);
        });
    }

    fn series(&mut self, chart: &Chart, at: usize, shown: &[bool]) {
        let series = &chart.chart.series[at];
        let values: String = series.values.iter().map(|value| format!("{value:?}, ")).collect();
        let figure = |(value, shown): (&f64, &bool)| match shown {
            true => format!("{}, ", typst_literal(&value.to_string())),
            false => "none, ".into(),
        };
        let figures: String = series.values.iter().zip(shown).map(figure).collect();
        let look = look(&self.house.series(at));
        self.push(&format!("(name: {}, values: ({values}), figures: ({figures}), {look}),\n", visible(&series.name)));
    }
}

fn look(style: &SeriesStyle) -> String {
    let rgb = |colour: Colour| format!("rgb(\"#{}\")", colour.hex());
    let pattern = style.pattern.map_or("none".into(), |pattern| typst_literal(pattern.word()));
    format!("fill: {}, words: {}, ink: {}, pattern: {pattern}", rgb(style.fill), rgb(style.words()), rgb(style.ink()))
}
