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
mod run;
mod table;
#[cfg(test)]
mod tests;

pub use contents::Contents;

use crate::assets::Assets;
use crate::house::House;
use crate::resolve::ResolvedDocument;

/// Writes a DOCX. An error is a damaged template.
pub fn write(document: &ResolvedDocument, house: &House, assets: &Assets) -> Result<Vec<u8>, String> {
    write_with(document, house, assets, None)
}

/// Writes a DOCX with a table of contents between the front and the body.
pub fn write_with(
    document: &ResolvedDocument,
    house: &House,
    assets: &Assets,
    contents: Option<&Contents>,
) -> Result<Vec<u8>, String> {
    let body = body::write(document, house, contents);
    Ok(package::zip(parts::render(document, house, assets, body)?))
}
