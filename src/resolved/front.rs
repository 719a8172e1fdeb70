//! What stands above the body: masthead, date and address, author, title, box.

use super::{Block, Run, Text};
use crate::document::Picture;
use crate::source::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What stands above the body.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Front {
    /// The two columns at the top of the first page.
    pub masthead: Masthead,
    /// The date, where no masthead gives it.
    pub date: Vec<Run>,
    /// The address of a letter, and to what the letter refers.
    pub address: Vec<Vec<Run>>,
    /// Who submits the document.
    pub author: Vec<Run>,
    /// The title.
    pub title: Vec<Run>,
    /// A line below the title.
    pub subtitle: Vec<Run>,
    /// The box on the first page.
    #[serde(rename = "box")]
    pub summary_box: Vec<BoxRow>,
}

impl Front {
    /// The paragraphs between the masthead and the author: the date, the address.
    pub fn opening(&self) -> impl Iterator<Item = &[Run]> {
        let lines = std::iter::once(&self.date).chain(&self.address);
        lines.filter(|line| !line.is_empty()).map(Vec::as_slice)
    }
}

/// The two columns at the top of the first page; empty where the house style has none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Masthead {
    /// At the left: the session or meeting, its place and dates.
    pub event: Vec<Vec<Run>>,
    /// At the left below them: the agenda item.
    pub agenda_item: Vec<Run>,
    /// At the right: `Addendum 1 to`.
    pub supplement: Vec<Run>,
    /// At the right: the symbol of the document.
    pub symbol: Option<Symbol>,
    /// At the right: the date of the document.
    pub date: Vec<Run>,
    /// At the right: the original language.
    pub original: Vec<Run>,
    /// The user's emblem.
    pub logo: Option<Picture>,
}

impl Masthead {
    /// The lines at the right, as far as there are any: carrier, symbol, date, original language.
    pub fn document_lines(&self) -> Vec<Vec<Run>> {
        let symbol = self.symbol.iter().map(|symbol| vec![symbol.run()]);
        let lines = std::iter::once(self.supplement.clone()).chain(symbol).chain([self.date.clone(), self.original.clone()]);
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// Says whether nothing but an emblem stands in the masthead.
    pub fn is_empty(&self) -> bool {
        self.event.is_empty() && self.agenda_item.is_empty() && self.document_lines().is_empty()
    }
}

/// The symbol of the document, with the words around it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Symbol {
    /// `Document `
    pub before: String,
    /// `C22/8-E`
    pub symbol: String,
    /// What follows the symbol, in languages where something does.
    pub after: String,
    /// Where the author gives the symbol.
    #[serde(skip)]
    pub span: Span,
}

impl Symbol {
    /// The whole line, which is not broken.
    pub fn run(&self) -> Run {
        let text = format!("{}{}{}", self.before, self.symbol, self.after);
        Run::Text(Text { text, unbroken: true, span: self.span, ..Text::default() })
    }
}

/// A label in the box and what stands below it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct BoxRow {
    /// `summary`, `action`, `references`
    pub key: String,
    /// `Summary`
    pub label: String,
    /// What stands below the label.
    pub body: Vec<Block>,
}
