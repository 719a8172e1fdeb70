//! Lowers the charts that authors write.

use super::words::Lowering;
use crate::authored::Chart;
use crate::diagnostic::{Diagnostic, Reported, catalogue};
use crate::document::{self, Inline};
use crate::source::Text;

/// The largest number of series that can be told apart without colour.
const MOST_SERIES: usize = 6;

impl Lowering<'_, '_, '_> {
    /// Lowers a chart. A chart with faults is left out: one without categories or series, with too many series, or with a series that lacks values or
    /// a name.
    pub fn chart(&mut self, chart: &Chart) -> Result<document::Chart, Reported> {
        self.report.push_all(faults(chart))?;
        let series = chart.series.iter().map(|series| document::Series {
            name: series.name.iter().map(plain).collect(),
            values: series.values.value.iter().map(|value| value.0).collect(),
        });
        Ok(document::Chart {
            id: chart.id.clone(),
            caption: chart.caption.as_ref().map(|caption| self.prose(caption)),
            kind: chart.kind.into(),
            stacked: chart.stacked.unwrap_or(false),
            unit: chart.unit.iter().map(plain).collect(),
            categories: chart.categories.iter().map(|category| vec![plain(category)]).collect(),
            series: series.collect(),
            alt: chart.alt.as_ref().map(|alt| alt.value.clone()).filter(|alt| !alt.is_empty()),
            span: chart.span,
        })
    }
}

fn plain(text: &Text) -> Inline {
    Inline::text(text.value.clone(), text.span)
}

fn faults(chart: &Chart) -> Vec<Diagnostic> {
    let fault = |span, message: String| Diagnostic::new(catalogue::CHART_SHAPE, span, message);
    let mut faults = Vec::new();
    if chart.categories.is_empty() || chart.series.is_empty() {
        faults.push(fault(chart.span, "a chart needs `categories` and `series`".into()));
    }
    if chart.series.len() > MOST_SERIES {
        let message = format!("a chart has {MOST_SERIES} series at most, this one {}", chart.series.len());
        faults.push(fault(chart.span, message).hint("put the smallest together, or make two charts"));
    }
    for series in &chart.series {
        let (values, categories) = (series.values.value.len(), chart.categories.len());
        if values != categories {
            faults.push(fault(series.values.span, format!("this series has {values} values, the chart {categories} categories")));
        }
        if series.name.is_none() && chart.series.len() > 1 {
            faults.push(fault(series.span, "one of several series needs a `name`".into()));
        }
    }
    faults
}
