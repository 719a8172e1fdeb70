//! The front of a resolved document: masthead, date and address, author, title, box.

use super::{Block, Run, Text};
use crate::document::Picture;
use crate::source::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Everything above the body.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Front {
    /// The masthead: the two columns at the top of the first page.
    pub masthead: Masthead,
    /// The date; empty if the masthead shows it.
    pub date: Vec<Run>,
    /// The paragraphs of a letter's address, and what the letter refers to.
    pub address: Vec<Vec<Run>>,
    /// The line that names who submits the document.
    pub author: Vec<Run>,
    /// The title.
    pub title: Vec<Run>,
    /// The place of the title in the author's file.
    #[serde(skip)]
    pub title_span: Span,
    /// A line below the title.
    pub subtitle: Vec<Run>,
    /// The rows of the box on the first page.
    #[serde(rename = "box")]
    pub summary_box: Vec<BoxRow>,
}

impl Front {
    /// Returns the paragraphs between the masthead and the author line: the date, the address.
    pub fn opening(&self) -> impl Iterator<Item = &[Run]> {
        let lines = std::iter::once(&self.date).chain(&self.address);
        lines.filter(|line| !line.is_empty()).map(Vec::as_slice)
    }
}

/// The masthead: two columns at the top of the first page; empty if the house style has none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Masthead {
    /// The lines of the left column: the session or meeting, its place and dates.
    pub event: Vec<Vec<Run>>,
    /// The agenda item, in the left column below these lines.
    pub agenda_item: Vec<Run>,
    /// The label of a supplement, in the right column: `Addendum 1 to`.
    pub supplement: Vec<Run>,
    /// The symbol of the document, in the right column.
    pub symbol: Option<Symbol>,
    /// The date of the document, in the right column.
    pub date: Vec<Run>,
    /// The original language, in the right column.
    pub original: Vec<Run>,
    /// The emblem.
    pub logo: Option<Picture>,
}

impl Masthead {
    /// Returns the lines of the right column that are not empty: label of a supplement, symbol, date, original language.
    pub fn document_lines(&self) -> Vec<Vec<Run>> {
        let symbol = self.symbol.iter().map(|symbol| vec![symbol.run()]);
        let lines = std::iter::once(self.supplement.clone()).chain(symbol).chain([self.date.clone(), self.original.clone()]);
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// Says whether the masthead has no words; it may still have an emblem.
    pub fn is_empty(&self) -> bool {
        self.event.is_empty() && self.agenda_item.is_empty() && self.document_lines().is_empty()
    }
}

/// The line with the symbol of the document, in three parts.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Symbol {
    /// The words before the symbol: `Document `.
    pub before: String,
    /// The symbol with the letter of the language: `C22/8-E`.
    pub symbol: String,
    /// The words after the symbol, in languages that have some.
    pub after: String,
    /// The place of the symbol in the author's file.
    #[serde(skip)]
    pub span: Span,
}

impl Symbol {
    /// Returns the whole line as a run that is not broken.
    pub fn run(&self) -> Run {
        let text = format!("{}{}{}", self.before, self.symbol, self.after);
        Run::Text(Text { text, unbroken: true, span: self.span, ..Text::default() })
    }
}

/// A row of the box: a label, and the blocks below it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct BoxRow {
    /// The key of the label: `summary`, `action`, `references`.
    pub key: String,
    /// The label in the language of the document: `Summary`.
    pub label: String,
    /// The blocks below the label.
    pub body: Vec<Block>,
}
