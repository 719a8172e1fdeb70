//! The Typst source of a document: measures of the house style, functions of the house style, then the document as calls of these
//! functions.
//!
//! 1. `main.typ.j2` is rendered: properties and measures.
//! 2. `house.typ` and `chart.typ` follow, which define what each call looks like.
//! 3. The document follows. For each call, [`SourceMap`] keeps the place in the author's file that it comes from.
//!
//! All is one file, so that `--to typ` writes exactly what is compiled.

mod annex;
mod body;
mod chart;
mod front;
mod list;
mod math;
mod side_by_side;
mod table;
mod words;

pub use body::SourceMap;

use super::{Job, Written, plain, template_fault};
use crate::diagnostic::SourceResult;
use crate::house::House;
use crate::layout::flow;
use crate::resolved::ResolvedDocument;
use crate::template;
use minijinja::value::Serde;
use serde_json::{Value, json};

/// A Typst source, with everything that is needed to compile it and to trace its messages.
pub struct Source {
    /// The text of the source.
    pub text: String,
    /// The map from the bytes of the text to the author's files.
    pub map: SourceMap,
    /// The pictures: the paths that the text names, and the bytes of the files.
    pub pictures: Vec<(String, std::sync::Arc<[u8]>)>,
}

/// Writes the Typst source of a document.
///
/// # Errors
/// A message about a template that can't be rendered.
pub fn write(job: &Job) -> SourceResult<Written> {
    Ok(plain(source(job)?.text.into_bytes()))
}

/// Makes the Typst source of a document.
///
/// # Errors
/// A message about a template that can't be rendered.
pub fn source(job: &Job) -> SourceResult<Source> {
    let environment = template::environment_of(job.assets);
    let House { font, page_number, .. } = job.house;
    let (document, measures) = (properties(job.document), measures(job.house));
    let values = json!({ "document": document, "measures": measures, "font": font.pdf.value, "page_number": page_number.value });
    let mut text = template::render(&environment, "typst/main.typ.j2", Serde(values)).map_err(template_fault)?;
    for part in ["typst/house.typ", "typst/chart.typ"] {
        let part = template::source(job.assets, part).map_err(|error| template_fault(format!("{error:#}")))?;
        text.push_str(&part.unwrap_or_default());
    }
    let mut body = body::TypstBuilder::new(text, job.house);
    body.document(job.document, &flow(job.document, job.house));
    Ok(body.finish())
}

fn properties(document: &ResolvedDocument) -> Value {
    let properties = &document.properties;
    json!({
        "title": properties.title, "author": properties.author, "symbol": properties.symbol.clone().unwrap_or_default(),
        "date": properties.date, "language": document.language,
        "header": document.header.clone().unwrap_or_default(), "footer": document.footer.clone().unwrap_or_default(),
    })
}

/// Returns the measures of the house style, in points.
fn measures(house: &House) -> Value {
    let points = |twips: u32| f64::from(twips) / 20.0;
    let page = &house.page;
    let headings: Vec<f64> = house.spacing.heading.iter().map(|space| points(*space)).collect();
    json!({
        "width": points(page.width), "height": points(page.height), "top": points(page.top), "bottom": points(page.bottom),
        "left": points(page.left), "right": points(page.right), "header": points(page.header), "footer": points(page.footer),
        "size": f64::from(house.font.size) / 2.0, "paragraph": points(house.spacing.paragraph), "headings": headings,
        "hanging": points(house.hanging), "step": points(house.step),
    })
}
