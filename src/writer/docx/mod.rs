//! Writes a resolved document as a DOCX package such as an expert would make by hand.
//!
//! 1. All targets of references get the names of their bookmarks ([`bookmark`]).
//! 2. The main part is written as a string, paragraph by paragraph ([`body`]). On the way, numbering, footnotes, comments, links,
//!    pictures and charts are gathered.
//! 3. The other parts are rendered from `templates/docx/` ([`parts`]).
//! 4. If there is a Word template, its styles, theme, headers and footers replace ours ([`word_template`]).
//! 5. All parts go into one package, the same bytes for the same input ([`package`]).
//!
//! Nothing in the main part is formatted by hand: looks are styles, numbers are Word's own count, references are fields with the
//! resolved text as their stored result.

mod body;
mod bookmark;
mod chart;
mod comment;
mod contents;
mod front;
mod link;
mod list;
mod math;
mod note;
mod numbering;
mod package;
mod paragraph;
mod parts;
mod picture;
mod restyle;
mod run;
mod section;
mod side_by_side;
mod table;
#[cfg(test)]
mod tests;
mod word_template;

pub use contents::DEEPEST;

use crate::diagnostic::Diagnostic;
use crate::writer::{Job, Layout};

/// A DOCX package, and what there is to say of it.
pub struct Written {
    /// The bytes of the package.
    pub bytes: Vec<u8>,
    /// Warnings.
    pub warnings: Vec<Diagnostic>,
}

/// Writes a DOCX. `layout` has the page numbers that it stores; what is missing there, Word fills in when it updates its fields.
///
/// # Errors
/// The message of a template that is damaged.
pub fn write(job: &Job, layout: &Layout) -> Result<Written, String> {
    let Job { word_template, .. } = *job;
    let own = word_template.and_then(|template| template.look.page.as_ref()).map(|page| word_template::house(job.house, page));
    let house = own.as_ref().unwrap_or(job.house);
    let mut body = body::write(job, house, &layout.headings);
    let section = body.sections.end(&house.page, body.rtl);
    let mut parts = parts::render(job, house, &body, &parts::Pages { section, count: layout.pages })?;
    let warnings = word_template.map_or(Ok(None), |template| word_template::apply(template, &body, &mut parts))?;
    Ok(Written { bytes: package::zip(parts), warnings: warnings.into_iter().collect() })
}
