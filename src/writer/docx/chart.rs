//! Charts as Word draws them, with a workbook in which their figures can be edited.

use super::body::DocumentXml;
use super::package::{Part, zip};
use super::picture::EMU;
use crate::document::ChartKind;
use crate::house::{House, Pattern};
use crate::layout::{self, Plot};
use crate::resolved;
use crate::template::{self, xml};
use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};
use serde::Serialize;

/// The height of the axis and the legend together, in points.
const AROUND: f64 = 50.0;
/// The paths of the parts of a workbook, and the templates that they are rendered from.
const WORKBOOK: [(&str, &str); 5] = [
    ("[Content_Types].xml", "docx/workbook/content-types.xml.j2"),
    ("_rels/.rels", "docx/workbook/package.rels.j2"),
    ("xl/workbook.xml", "docx/workbook/workbook.xml.j2"),
    ("xl/_rels/workbook.xml.rels", "docx/workbook/workbook.xml.rels.j2"),
    ("xl/worksheets/sheet1.xml", "docx/workbook/sheet.xml.j2"),
];

/// The values for the templates of a chart's parts.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// The number in the names of the parts and of the relationship, from 1.
    number: usize,
    columns: bool,
    stacked: bool,
    unit: String,
    top: f64,
    step: f64,
    categories: Vec<String>,
    series: Vec<Series>,
}

#[derive(Debug, Clone, Serialize)]
struct Series {
    name: String,
    /// The column of the workbook that has the values.
    column: char,
    values: Vec<String>,
    /// The indices of the values whose figures have no room and are not shown.
    hidden: Vec<usize>,
    fill: String,
    ink: String,
    words: String,
    pattern: Option<&'static str>,
}

impl DocumentXml<'_> {
    /// Adds a chart with its caption.
    pub fn chart(&mut self, chart: &layout::Chart) {
        let plot = Plot::of(chart, self.house);
        let number = self.charts.len() + 1;
        let shown = self.pictures.next();
        let (cx, cy) = (u64::from(self.house.page.text_width()) * EMU, ((plot.height + AROUND) * 20.0) as u64 * EMU);
        self.charts.push(part(chart, plot, number, self.house));
        let alt = xml(chart.alt());
        let drawing = format!(
            r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{shown}" name="Chart {number}" descr="{alt}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdChart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
        );
        self.drawn(&drawing, chart.chart.caption.as_ref(), chart.id, chart.anchor);
    }
}

fn part(chart: &layout::Chart, plot: Plot, number: usize, house: &House) -> Chart {
    let series = chart.chart.series.iter().zip(&plot.shown).enumerate();
    let series = series.map(|(at, (series, shown))| series_of(at, series, shown, house)).collect();
    Chart {
        number,
        columns: chart.kind == ChartKind::Columns,
        stacked: chart.stacked,
        unit: chart.chart.unit.clone(),
        top: plot.top,
        step: plot.step,
        categories: chart.chart.categories.clone(),
        series,
    }
}

fn series_of(at: usize, series: &resolved::Series, shown: &[bool], house: &House) -> Series {
    let style = house.series(at);
    Series {
        name: series.name.clone(),
        column: char::from(b'B' + (at % 25) as u8),
        values: series.values.iter().map(f64::to_string).collect(),
        hidden: (0..shown.len()).filter(|at| !shown[*at]).collect(),
        fill: style.fill.hex(),
        ink: style.ink().hex(),
        words: style.words().hex(),
        pattern: style.pattern.map(preset),
    }
}

/// Returns Word's name of a pattern.
fn preset(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Up => "wdUpDiag",
        Pattern::Down => "wdDnDiag",
        Pattern::Dots => "dotGrid",
        Pattern::Lines => "narHorz",
    }
}

/// Returns the parts of all charts; each has a drawing and a workbook. `values` are those of the whole document.
///
/// # Errors
/// The message of a template that can't be rendered.
pub fn parts(environment: &Environment, charts: &[Chart], values: &Value) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    for chart in charts {
        let values = context! { chart => Value::from(Serde(chart)), ..values.clone() };
        let render = |path: String, name: &str| render(environment, path, name, &values);
        let number = chart.number;
        parts.push(render(format!("word/charts/chart{number}.xml"), "docx/word/chart.xml.j2")?);
        parts.push(render(format!("word/charts/_rels/chart{number}.xml.rels"), "docx/word/_rels/chart.xml.rels.j2")?);
        let workbook = WORKBOOK.iter().map(|(path, name)| render(path.to_string(), name));
        let bytes = zip(workbook.collect::<Result<_, _>>()?);
        parts.push(Part { path: format!("word/embeddings/figures{number}.xlsx"), bytes });
    }
    Ok(parts)
}

fn render(environment: &Environment, path: String, name: &str, values: &Value) -> Result<Part, String> {
    Ok(Part { path, bytes: template::render(environment, name, values)?.into_bytes() })
}
