//! The Typst source: measures from the house style, the house's functions, then the document as calls with a meaning.
//!
//! 1. `main.typ.j2` is rendered: properties and measures.
//! 2. `house.typ` follows: what each call looks like.
//! 3. The document follows; each stretch of it is remembered with the place in the author's file that it came from.
//!
//! All is one file, so that what `--to typ` writes is what is compiled.

mod body;
mod chart;
mod table;

pub use body::SourceMap;

use super::{Job, Written, plain, template_fault};
use crate::diagnostic::SourceResult;
use crate::house::House;
use crate::layout::flow;
use crate::resolved::ResolvedDocument;
use crate::template::environment;
use minijinja::value::Serde;
use serde_json::{Value, json};

/// A Typst source and where its parts came from.
pub struct Source {
    /// The text.
    pub text: String,
    /// Where its parts came from.
    pub map: SourceMap,
    /// Paths that the text names, and the pictures' bytes.
    pub pictures: Vec<(String, std::sync::Arc<[u8]>)>,
}

/// Writes the source alone.
pub fn write(job: &Job) -> SourceResult<Written> {
    Ok(plain(source(job)?.text.into_bytes()))
}

/// Makes the source.
pub fn source(job: &Job) -> SourceResult<Source> {
    let environment = environment(job.assets);
    let House { font, page_number, .. } = job.house;
    let (document, measures) = (properties(job.document), measures(job.house));
    let values = json!({ "document": document, "measures": measures, "font": font.pdf.value, "page_number": page_number.value });
    let main = environment.get_template("typst/main.typ.j2").and_then(|template| template.render(Serde(values)));
    let mut text = main.map_err(|error| template_fault(format!("{error:#}")))?;
    for part in ["typst/house.typ", "typst/chart.typ"] {
        text.push_str(&job.assets.text(part).unwrap_or_default());
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

/// The house's measures in points.
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
