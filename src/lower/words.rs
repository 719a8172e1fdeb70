//! Texts → inlines, and the symbols of documents.

use crate::diagnostic::Diagnostics;
use crate::document::Inline;
use crate::query::Scope;
use crate::records::meeting::Meeting;
use crate::source::{Span, Text};
use crate::text::prose::Prose;

/// A submission on its way to a document.
pub(super) struct Lowering<'s, 'a, 'r> {
    pub scope: &'s Scope<'a>,
    pub report: &'r mut Diagnostics,
    /// The Goal to which generated blocks keep.
    pub goal: Option<u32>,
}

/// Names of the counted values that may stand in a text.
const VALUES: [&str; 4] = ["documents.count", "documents.secretariat", "meetings.count", "recommendations.count"];

impl Lowering<'_, '_, '_> {
    /// The inlines of a text.
    pub fn prose(&mut self, text: &Text) -> Vec<Inline> {
        let scope = self.scope;
        let values = |name: &str| value(scope, name).map(|count| count as u64);
        Prose { symbols: scope.symbols, values: &values, names: &VALUES }.read(text, self.report)
    }

    /// The inlines of a text that may be absent.
    pub fn optional(&mut self, text: &Option<Text>) -> Vec<Inline> {
        text.as_ref().map(|text| self.prose(text)).unwrap_or_default()
    }

    /// ` (symbol, symbol)`, or nothing.
    pub fn symbols_after(&mut self, documents: &[(&Text, Option<&Meeting>)], span: Span) -> Vec<Inline> {
        let symbol =
            |(short, meeting): &(&Text, Option<&Meeting>)| self.symbol(self.scope.symbol(&short.value, *meeting), short.span);
        in_parentheses(documents.iter().map(symbol).collect(), span)
    }

    /// A symbol, linked as far as its address is known.
    pub fn symbol(&self, text: String, span: Span) -> Inline {
        let url = self.scope.symbols.url(&text);
        Inline::Symbol { text, url, span }
    }
}

fn value(scope: &Scope, name: &str) -> Option<usize> {
    let own = || scope.documents().filter(|document| document.own);
    match name {
        "documents.count" => Some(own().count()),
        "documents.secretariat" => {
            Some(own().filter(|document| document.entry.from.as_ref().is_some_and(|from| from.value == "secretariat")).count())
        }
        "meetings.count" => Some(scope.meetings.len()),
        "recommendations.count" => Some(scope.recommendations().count()),
        _ => None,
    }
}

/// ` (one, another)`, or nothing.
pub(super) fn in_parentheses(pieces: Vec<Inline>, span: Span) -> Vec<Inline> {
    if pieces.is_empty() {
        return Vec::new();
    }
    let mut inlines = vec![Inline::text(" (", span)];
    inlines.extend(joined(pieces.into_iter().map(|piece| vec![piece]).collect(), ", ", span));
    inlines.push(Inline::text(")", span));
    inlines
}

/// Pieces with a separator between them.
pub(super) fn joined(pieces: Vec<Vec<Inline>>, separator: &str, span: Span) -> Vec<Inline> {
    let mut out = Vec::new();
    for (at, piece) in pieces.into_iter().enumerate() {
        if at > 0 {
            out.push(Inline::text(separator, span));
        }
        out.extend(piece);
    }
    out
}
