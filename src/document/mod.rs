//! A document as authors and records mean it: blocks and inlines that depend on no house style, language or format.
//!
//! Numbers, references, labels and generated words are not in it yet; [`crate::resolve`] adds them.

mod chart;
mod inline;
mod located;
mod math;
mod numbering;
mod original;
mod part;
mod plain;
mod questionnaire;
mod table;

pub use chart::{Chart, ChartKind, Series};
pub use inline::{Inline, Number, Sentence, Style, notes, plain_text};
pub use located::LocatedText;
pub use math::{LARGE, Math};
pub use numbering::{CountForm, LEVELS, NumberPattern, Numbered, NumberingOf, PatternPart, letters, roman};
pub use original::Original;
pub use part::{Part, Script};
pub use plain::{Piece, plain};
pub use questionnaire::{Answer, Questionnaire};
pub use table::{Align, Cell, Column, Extent, Grid, Group, Heading, Row, RowKind, Table, in_page_order};

use crate::date::Date;
use crate::source::{Span, Spanned, Text};

/// A document before it is resolved: the front, the body, the annexes.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Everything above the body.
    pub front: Front,
    /// What numbers look like at each level, if the submission says so.
    pub numbers: Vec<NumberPattern>,
    /// The body.
    pub body: Vec<Block>,
    /// The annexes, each with its appendices behind it.
    pub annexes: Vec<Annex>,
    /// The questions that the document answers, with their limits; none if it answers no call.
    pub questionnaire: Option<Questionnaire>,
}

/// Everything above the body: masthead, author line, title, box.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Front {
    /// The kind of the submission: `annual-report`, `note` …
    pub kind: &'static str,
    /// The place of the submission in the author's file.
    pub span: Span,
    /// The whole symbol without a language: `C22/8(Rev.2)`.
    pub symbol: Option<Text>,
    /// The symbol of the document of which this is a supplement, or else the whole symbol: `C22/8`.
    pub base_symbol: String,
    /// The labels of the supplements, each one of all before it, as keys of the language with a number: `Addendum 1 to`, `Revision 2 to`.
    pub supplements: Vec<(&'static str, u32)>,
    /// The lines that name the session or meeting, its place and dates.
    pub event: Vec<Vec<Inline>>,
    /// The agenda item: `PL 1.1`.
    pub agenda_item: Vec<Inline>,
    /// The document's date.
    pub date: Option<Date>,
    /// The languages of origin; without them, the language of the document.
    pub original: Option<Original>,
    /// The paragraphs above the title of a letter: the address, and what the letter refers to.
    pub address: Vec<Vec<Inline>>,
    /// The line that names who submits the document.
    pub author: Vec<Inline>,
    /// The title.
    pub title: Vec<Inline>,
    /// The place of the title in the author's file.
    pub title_span: Span,
    /// A line below the title.
    pub subtitle: Vec<Inline>,
    /// The rows of the box: the key of a label, and the blocks below that label.
    pub summary_box: Vec<(&'static str, Vec<Block>)>,
    /// The emblem that the masthead shows.
    pub logo: Option<Picture>,
    /// The name of whoever submits the document, for the properties of the file; empty if the author line has to do.
    pub organization: Vec<Inline>,
    /// Acronyms that are kept on one line.
    pub acronyms: Vec<String>,
    /// Whether there is a table of contents; `None` leaves that to the house style.
    pub contents: Option<bool>,
    /// The largest number of pages that the document may have.
    pub page_limit: Option<Spanned<u32>>,
}

/// How an annex is labelled.
#[derive(Debug, Clone, PartialEq)]
pub enum AnnexLabel {
    /// With the word and, among several, a number that is counted: `Annex 2`.
    Counted,
    /// As the author says.
    Given(Text),
    /// By its title alone.
    None,
}

/// An annex, or an appendix of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex {
    /// The id by which references name the annex, if the author gives one.
    pub id: Option<Text>,
    /// How deep it stands: 0 for an annex, 1 for an appendix to the last annex before it, 2 for an appendix to that appendix …
    pub depth: u8,
    /// How it is labelled.
    pub label: AnnexLabel,
    /// What stands before the numbers of its clauses; empty if they are counted alone.
    pub prefix: String,
    /// Whether it stands on landscape pages.
    pub landscape: bool,
    /// Whether it begins below what is before it, not on a page of its own; `None` leaves that to the house style.
    pub run_on: Option<bool>,
    /// The title; empty if it has none.
    pub title: Vec<Inline>,
    /// The blocks of the annex.
    pub body: Vec<Block>,
    /// The place of the annex in the author's file.
    pub span: Span,
}

/// How a clause gets its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbering {
    /// The clause is counted.
    Counted,
    /// The clause is counted, unless it is the only paragraph of the clause around it, which then needs no number.
    Usual,
    /// The author gives the number: `8.3bis`.
    Given(Text),
    /// The clause has no number.
    None,
}

/// A block of a body.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading with what stands under it, or a numbered paragraph with its sub-paragraphs.
    Clause(Clause),
    /// A paragraph without a number.
    Paragraph(Paragraph),
    /// A list with bullets, dashes, letters or numbers.
    List(List),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A chart.
    Chart(Chart),
    /// An equation on a line of its own.
    Equation(Equation),
    /// A quotation, set apart from the text.
    Quote(Quote),
    /// Paragraphs beside one another, such as signatures.
    SideBySide(SideBySide),
    /// A page break: the next block begins on a new page.
    PageBreak(Span),
}

/// A heading, a numbered paragraph, or both in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// The id by which references name the clause, if the author gives one.
    pub id: Option<Text>,
    /// How the clause gets its number.
    pub numbering: Numbering,
    /// The heading.
    pub heading: Option<Vec<Inline>>,
    /// The text; if there is a heading as well, both stand in one line.
    pub text: Option<Vec<Inline>>,
    /// The blocks that belong to the clause.
    pub body: Vec<Block>,
    /// The place of the clause in the author's file.
    pub span: Span,
}

/// A paragraph without a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The text of the paragraph.
    pub content: Vec<Inline>,
    /// The place of the paragraph in the author's file.
    pub span: Span,
}

/// An equation on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Equation {
    /// The id by which references name the equation; one that has an id has a number.
    pub id: Option<Text>,
    /// The equation.
    pub math: Math,
    /// The words for readers who can't see the equation.
    pub alt: String,
    /// The place of the equation in the author's file.
    pub span: Span,
}

/// A quotation, set apart from the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The blocks that are quoted.
    pub body: Vec<Block>,
    /// The place of the quotation in the author's file.
    pub span: Span,
}

/// Paragraphs beside one another, such as signatures; rows of them stand below one another. Unlike a table, they are read one after the other, and have no lines
/// around them.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// The rows, each with a paragraph for each width.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// The width of each paragraph of a row, as a share of the sum of all widths.
    pub widths: Vec<u32>,
    /// The place of the block in the author's file.
    pub span: Span,
}

/// The marks of the items of a list.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum ListKind {
    /// •
    Bullets,
    /// –
    Dashes,
    /// a) b)
    Letters,
    /// i) ii)
    Roman,
    /// 1 2
    Numbers,
    /// No marks: each item begins with the term that it explains.
    Definitions,
}

impl ListKind {
    /// Says whether the items of such lists are counted.
    pub fn counts(self) -> bool {
        match self {
            Self::Letters | Self::Roman | Self::Numbers => true,
            Self::Bullets | Self::Dashes | Self::Definitions => false,
        }
    }
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The marks of the items.
    pub kind: ListKind,
    /// The number from which the items are counted, usually 1.
    pub start: u32,
    /// The items.
    pub items: Vec<Item>,
    /// The place of the list in the author's file.
    pub span: Span,
}

/// An item of a list: a line, and the blocks that belong to it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// The id by which references name the item, if the author gives one.
    pub id: Option<Text>,
    /// The number that the author gives in place of the counted one: `1bis`.
    pub number: Option<Text>,
    /// The term that the line explains; empty if the list is not one of definitions.
    pub term: Vec<Inline>,
    /// The line.
    pub content: Vec<Inline>,
    /// The lists and paragraphs below the line.
    pub body: Vec<Block>,
    /// The place of the item in the author's file.
    pub span: Span,
}

/// A picture file that the author gives.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Picture {
    /// The path of the file from the folder of the dossier, which contains it, with `/` between the parts.
    pub file: String,
    /// The bytes of the file; they are left out of the JSON of a document.
    #[serde(skip)]
    pub bytes: std::sync::Arc<[u8]>,
    /// The format of the file: `png` or `jpeg`.
    pub format: String,
    /// The width and height in pixels.
    pub size: (u32, u32),
    /// The alternative text, for readers who can't see the picture.
    pub alt: String,
    /// The place in the author's file where the picture is named.
    #[serde(skip)]
    pub span: Span,
}

/// A picture with a caption.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The id by which references name the figure, if the author gives one.
    pub id: Option<Text>,
    /// The caption below the picture.
    pub caption: Option<Vec<Inline>>,
    /// The picture.
    pub picture: Picture,
    /// The width of the picture, in per cent of the width of the text.
    pub width: u32,
}
