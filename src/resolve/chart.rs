//! Charts get their labels as plain text and their alternative text.

use super::runs::Resolver;
use crate::document::{self, ChartKind, Inline};
use crate::resolved::{Chart, ChartAlt, Series, plain_text};
use crate::source::Span;
use serde_json::{Value, json};

impl Resolver<'_> {
    /// Resolves a chart, and returns the name by which references lead to it.
    pub(super) fn chart(&mut self, chart: &document::Chart) -> (Option<String>, Chart) {
        let (anchor, caption) = self.figure_caption(chart.id.as_ref(), chart.caption.as_deref());
        let series = chart.series.iter().map(|series| Series { name: self.plain(&series.name), values: series.values.clone() });
        let series = series.collect();
        let categories = chart.categories.iter().map(|category| self.plain(category)).collect();
        let (kind, stacked, unit) = (chart.kind, chart.stacked && chart.series.len() > 1, self.plain(&chart.unit));
        let mut resolved = Chart { caption, alt: ChartAlt::default(), kind, stacked, unit, categories, series };
        resolved.alt = match &chart.alt {
            Some(alt) => ChartAlt { columns: alt.clone(), bars: alt.clone() },
            None => {
                let [columns, bars] =
                    [ChartKind::Columns, ChartKind::Bars].map(|kind| self.chart_alt(&resolved, kind, chart.span));
                ChartAlt { columns, bars }
            }
        };
        (anchor, resolved)
    }

    /// Returns text without markup, which is all that a chart has room for.
    fn plain(&mut self, inlines: &[Inline]) -> String {
        plain_text(&self.runs(inlines))
    }

    /// Returns the sentence with all figures of a chart, for bars in this direction.
    fn chart_alt(&mut self, chart: &Chart, kind: ChartKind, span: Span) -> String {
        let point = |(category, value): (&String, &f64)| json!({ "category": category, "value": value.to_string() });
        let series: Vec<Value> = chart
            .series
            .iter()
            .map(|series| {
                let points: Vec<Value> = chart.categories.iter().zip(&series.values).map(point).collect();
                json!({ "name": series.name, "points": points })
            })
            .collect();
        let values = vec![("kind", json!(kind)), ("unit", json!(chart.unit)), ("series", json!(series))];
        self.plain(&[Inline::sentence("chart", span, values)])
    }
}
