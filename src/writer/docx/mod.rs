//! Word: a resolved document → a DOCX package that an expert could have made by hand.
//!
//! 1. All places that references may lead to get their bookmarks' names ([`bookmark`]).
//! 2. The body is written as a string, paragraph by paragraph ([`body`]); on the way it gathers numbering, footnotes, links, pictures.
//! 3. The other parts are rendered from `templates/docx/` ([`parts`]).
//! 4. All parts go into one package, the same bytes for the same input ([`package`]).
//!
//! Nothing in the body is formatted by hand: looks are styles, numbers are Word's own count, references are fields with the resolved
//! text as their stored result.

mod body;
mod bookmark;
mod chart;
mod comment;
mod contents;
mod front;
mod link;
mod list;
mod note;
mod numbering;
mod package;
mod paragraph;
mod parts;
mod picture;
mod restyle;
mod run;
mod section;
mod table;
#[cfg(test)]
mod tests;
mod word_template;

pub use contents::DEEPEST;

use crate::diagnostic::Diagnostic;
use crate::writer::{Job, Layout};

/// A package, and what there is to say of it.
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Warnings.
    pub warnings: Vec<Diagnostic>,
}

/// Writes a DOCX; the numbers of pages that it stores are those of the layout, as far as that knows them. An error is a damaged template.
pub fn write(job: &Job, layout: &Layout) -> Result<Written, String> {
    let Job { word_template, .. } = *job;
    let own = word_template.and_then(|template| template.page.as_ref()).map(|page| word_template::house(job.house, page));
    let house = own.as_ref().unwrap_or(job.house);
    let mut body = body::write(job, house, &layout.headings);
    let section = body.sections.end(&house.page, body.rtl);
    let mut parts = parts::render(job, house, &body, &parts::Pages { section, count: layout.pages })?;
    let warnings = word_template.map_or(Ok(Vec::new()), |template| word_template::apply(template, &body, &mut parts))?;
    Ok(Written { bytes: package::zip(parts), warnings })
}
