//! The state of lowering, and the conversion of texts and document symbols to inlines.

use crate::authored::Generated;
use crate::diagnostic::Diagnostics;
use crate::document::{Inline, Numbered, Style};
use crate::locale::Locale;
use crate::query::{Scope, VALUES};
use crate::records::meeting::Meeting;
use crate::source::{Span, Text};
use crate::text::prose::Prose;

/// The state of lowering one submission to a document.
pub(super) struct Lowering<'s, 'a, 'r> {
    /// The submission, with the records on which it may draw.
    pub scope: &'s Scope<'a>,
    /// The diagnostics of texts and pictures.
    pub report: &'r mut Diagnostics,
    /// The Goal to which generated blocks are restricted, in an annex that is repeated for each Goal.
    pub goal: Option<u32>,
    /// The generated blocks around the present blocks, from the outermost: authors write what some of them show, and could write the same block there.
    pub open: Vec<Generated>,
    /// How many clauses, lists, tables and quotations are around the present blocks.
    pub depth: usize,
    /// What is numbered.
    pub numbered: Numbered,
    /// True where paragraphs are counted through the whole document or annex.
    pub is_running: bool,
    /// True in the box, a cell or a quotation.
    pub is_apart: bool,
    /// The language of the present blocks, if it is said to be another one than that of the document.
    pub lang: Option<Locale>,
}

impl<'s, 'a, 'r> Lowering<'s, 'a, 'r> {
    /// Begins to lower the submission of a scope.
    pub fn new(scope: &'s Scope<'a>, report: &'r mut Diagnostics) -> Self {
        Self {
            scope,
            report,
            goal: None,
            open: Vec::new(),
            depth: 0,
            is_apart: false,
            numbered: Numbered::Clauses,
            is_running: false,
            lang: None,
        }
    }
}

impl Lowering<'_, '_, '_> {
    /// Reads the markup of a text and returns the inlines. Faults of the markup are pushed to the report.
    pub fn prose(&mut self, text: &Text) -> Vec<Inline> {
        let scope = self.scope;
        let values = |name: &str| scope.tally_of_period().value(name).map(|count| count as u64);
        let inlines = Prose { symbols: scope.symbols, values: &values, names: &VALUES }.read(text, self.report);
        match self.lang.filter(|_| !inlines.is_empty()) {
            Some(locale) => vec![Inline::Styled(Style::Language(locale), inlines)],
            None => inlines,
        }
    }

    /// Lowers what is in the language `lang`, or, if none is given, in that of the blocks around it.
    pub fn in_language<T>(&mut self, lang: Option<Locale>, lower: impl FnOnce(&mut Self) -> T) -> T {
        let around = self.lang;
        self.lang = lang.or(around);
        let lowered = lower(self);
        self.lang = around;
        lowered
    }

    /// Lowers what is in the language of the document, also within blocks in another one: what is made from records, and what is said to those who draft.
    pub fn in_own_language<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> T {
        let around = self.lang.take();
        let lowered = lower(self);
        self.lang = around;
        lowered
    }

    /// Returns the inlines of a text; none if there is no text.
    pub fn optional(&mut self, text: &Option<Text>) -> Vec<Inline> {
        text.as_ref().map(|text| self.prose(text)).unwrap_or_default()
    }

    /// Returns ` (symbol, symbol)`, or nothing if there are no documents. A short symbol is completed from the meeting beside it.
    pub fn symbols_after(&mut self, documents: &[(&Text, Option<&Meeting>)], span: Span) -> Vec<Inline> {
        let symbol =
            |(short, meeting): &(&Text, Option<&Meeting>)| self.symbol(self.scope.symbol(&short.value, *meeting), short.span);
        in_parentheses(documents.iter().map(symbol).collect(), span)
    }

    /// Returns a full symbol, with a link to the document if a register gives its address, or the address follows from the symbol.
    pub fn symbol(&self, text: String, span: Span) -> Inline {
        let url = self.scope.symbols.url(&text);
        Inline::Symbol { text, url, span }
    }
}

/// Returns ` (one, another)`, or nothing if there are no pieces.
pub(super) fn in_parentheses(pieces: Vec<Inline>, span: Span) -> Vec<Inline> {
    if pieces.is_empty() {
        return Vec::new();
    }
    let mut inlines = vec![Inline::text(" (", span)];
    inlines.extend(joined(pieces.into_iter().map(|piece| vec![piece]).collect(), ", ", span));
    inlines.push(Inline::text(")", span));
    inlines
}

/// Joins pieces with a separator between them.
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
