//! The numbers of pages in references, for formats that have no pages of their own. The PDF counts its pages itself.

use super::Layout;
use crate::document::Part;
use crate::resolved::{Link, ResolvedDocument, Role, Run, Text, Visitor, VisitorMut, walk, walk_mut};
use std::borrow::Cow;

/// Says whether a reference in the document gives the number of a page.
pub fn are_shown(document: &ResolvedDocument) -> bool {
    struct Shown(bool);
    impl<'d> Visitor<'d> for Shown {
        fn line(&mut self, _: Role, runs: &'d [Run]) {
            self.0 |= runs.iter().any(|run| matches!(run, Run::Text(text) if page_of(text).is_some()));
        }
    }
    let mut shown = Shown(false);
    walk(document, &mut shown);
    shown.0
}

/// Returns the document with the numbers of pages in its references.
pub fn filled_in<'d>(document: &'d ResolvedDocument, layout: &Layout) -> Cow<'d, ResolvedDocument> {
    if !are_shown(document) {
        return Cow::Borrowed(document);
    }
    let mut document = document.clone();
    walk_mut(&mut document, &mut Filler(layout));
    Cow::Owned(document)
}

/// Returns the name of the place whose page a text gives, if it gives one.
pub fn page_of(text: &Text) -> Option<&str> {
    match &text.link {
        Some(Link::Place { anchor, number: true, part: Part::Page }) => Some(anchor),
        _ => None,
    }
}

struct Filler<'l>(&'l Layout);

impl VisitorMut for Filler<'_> {
    fn line(&mut self, _: Role, runs: &mut Vec<Run>) {
        for run in runs {
            if let Run::Text(text) = run
                && let Some(page) = page_of(text).and_then(|anchor| self.0.places.get(anchor))
            {
                text.text = page.to_string();
            }
        }
    }
}
