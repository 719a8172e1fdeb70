//! A document as it is meant: blocks and inlines, neutral of house style, of language and of format.
//!
//! Numbers, references, labels and generated words are not here yet; [`crate::resolve`] settles them.

mod chart;
mod inline;
mod located;
mod questionnaire;

pub use chart::{Chart, ChartKind, Series};
pub use inline::{Inline, Sentence, Style, plain_text};
pub use located::LocatedText;
pub use questionnaire::{Answer, Questionnaire};

use crate::date::Date;
use crate::source::{Span, Spanned, Text};

/// A document: what stands on its first page, its body, its annexes.
#[derive(Debug, Clone)]
pub struct Document {
    /// What stands above the body.
    pub front: Front,
    /// The body.
    pub body: Vec<Block>,
    /// The annexes, each on a page of its own.
    pub annexes: Vec<Annex>,
    /// The questions that it answers, and their limits.
    pub questionnaire: Option<Questionnaire>,
}

/// What stands above the body: masthead, author line, title, box.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// `annual-report`, `note` …
    pub kind: &'static str,
    /// Where the submission stands.
    pub span: Span,
    /// The symbol in its canonical form without a language: `C22/8`.
    pub symbol: Option<Text>,
    /// `Addendum 1 to`, `Revision 2 to`: which word and which number.
    pub supplement: Option<(&'static str, u32)>,
    /// The lines that name the session or meeting, its place and dates.
    pub event: Vec<Vec<Inline>>,
    /// `PL 1.1`.
    pub agenda_item: Vec<Inline>,
    /// The document's date.
    pub date: Option<Date>,
    /// The code of the original language.
    pub original: String,
    /// What stands above the title of a letter: the address, and to what it refers.
    pub address: Vec<Vec<Inline>>,
    /// Who submits it.
    pub author: Vec<Inline>,
    /// The title.
    pub title: Vec<Inline>,
    /// A line below the title.
    pub subtitle: Vec<Inline>,
    /// The box: a label's key, and what stands below the label.
    pub summary_box: Vec<(&'static str, Vec<Block>)>,
    /// The user's emblem.
    pub logo: Option<Picture>,
    /// The name of the submitting body.
    pub organization: String,
    /// Acronyms that are kept on one line.
    pub acronyms: Vec<String>,
    /// Whether there is a table of contents; none leaves it to the house style.
    pub contents: Option<bool>,
    /// The most pages that it may have.
    pub page_limit: Option<Spanned<u32>>,
}

/// An annex with a title.
#[derive(Debug, Clone)]
pub struct Annex {
    /// For references.
    pub id: Option<Text>,
    /// Its title.
    pub title: Vec<Inline>,
    /// Its body.
    pub body: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// How a clause comes to its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbering {
    /// By counting.
    Counted,
    /// By counting, unless it is the only paragraph of its clause, which then needs no number.
    Usual,
    /// As the author says: `8.3bis`.
    Given(Text),
    /// It has none.
    None,
}

/// A block of a body.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading with what stands under it, or a numbered paragraph with its sub-paragraphs.
    Clause(Clause),
    /// A paragraph without a number.
    Paragraph(Paragraph),
    /// Bullets and the like.
    List(List),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A chart.
    Chart(Chart),
    /// A passage set apart.
    Quote(Quote),
    /// What follows begins on a new page.
    PageBreak(Span),
}

/// A heading, a numbered paragraph, or both in one line.
#[derive(Debug, Clone)]
pub struct Clause {
    /// For references.
    pub id: Option<Text>,
    /// Its number.
    pub numbering: Numbering,
    /// Its heading.
    pub heading: Option<Vec<Inline>>,
    /// Its own text; with a heading it runs in.
    pub text: Option<Vec<Inline>>,
    /// What belongs to it.
    pub body: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its text.
    pub content: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A passage set apart.
#[derive(Debug, Clone)]
pub struct Quote {
    /// What is quoted.
    pub body: Vec<Block>,
    /// Where the quotation stands.
    pub span: Span,
}

/// What marks the items of a list.
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
}

/// A list.
#[derive(Debug, Clone)]
pub struct List {
    /// What marks its items.
    pub kind: ListKind,
    /// Its items.
    pub items: Vec<Item>,
    /// Where it stands.
    pub span: Span,
}

/// An item of a list: a paragraph, and what belongs to it.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its text.
    pub content: Vec<Inline>,
    /// Lists and paragraphs below it.
    pub body: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the beginning of the line.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At its end, as figures are.
    Right,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its heading.
    pub label: Vec<Inline>,
    /// Its share of the width.
    pub width: u32,
    /// How its cells are aligned.
    pub align: Align,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// Its words; a marked cell without words shows the sign of its mark.
    pub content: Vec<Inline>,
    /// What stands below the words.
    pub body: Vec<Block>,
    /// How strongly it is marked, from 1: the house style has a sign and a shade for each strength.
    pub mark: Option<u8>,
    /// Where the cell stands, if an author wrote it.
    pub span: Span,
}

impl From<Vec<Inline>> for Cell {
    fn from(content: Vec<Inline>) -> Self {
        Self { content, ..Self::default() }
    }
}

impl Cell {
    /// A cell that shows the sign of its mark.
    pub fn marked(strength: u8) -> Self {
        Self { mark: Some(strength), ..Self::default() }
    }
}

/// A table with a header row.
#[derive(Debug, Clone)]
pub struct Table {
    /// For references.
    pub id: Option<Text>,
    /// Its caption.
    pub caption: Option<Vec<Inline>>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether the first cell of each row says what the row is about.
    pub header_column: bool,
    /// Whether it stands on a landscape page; none: if it has too many columns for an upright one.
    pub wide: Option<bool>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Where it stands.
    pub span: Span,
}

/// A picture file of the author's.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Picture {
    /// Its path from the folder of the dossier, inside of which it is, with `/` between its parts.
    pub file: String,
    /// The bytes, which are no part of the JSON of a document.
    #[serde(skip)]
    pub bytes: std::sync::Arc<[u8]>,
    /// `png` or `jpeg`.
    pub format: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// What it shows, for those who can't see it.
    pub alt: String,
    /// Where it is named.
    #[serde(skip)]
    pub span: Span,
}

/// A picture with a caption.
#[derive(Debug, Clone)]
pub struct Figure {
    /// For references.
    pub id: Option<Text>,
    /// Its caption.
    pub caption: Option<Vec<Inline>>,
    /// The picture.
    pub picture: Picture,
    /// Its width in per cent of the text's.
    pub width: u32,
}
