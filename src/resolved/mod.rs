//! A resolved document: every number, reference, label and generated word is text. What all writers write, and what a redline compares.

mod chart;
mod count;
mod run;
mod table;

pub use chart::{AROUND_CHART, Chart, Series};
pub use count::{Count, Counts, Length, count};
pub use run::{Comment, Link, Note, Run, Text, Written, plain_text};

use crate::date::Date;
use crate::document::{Align, ListKind, Picture};
use crate::source::{Span, Spanned};
use serde::Serialize;
use std::collections::HashMap;

/// A document that needs nothing more to be written.
#[derive(Debug, Clone, Serialize)]
pub struct ResolvedDocument {
    /// `annual-report`, `note` …
    pub kind: &'static str,
    /// The files that it is made from, as paths from the dossier's folder.
    pub sources: Vec<String>,
    /// The house style's name.
    pub house: String,
    /// The language.
    pub language: LanguageTag,
    /// What a reader's program shows of it.
    pub properties: Properties,
    /// The masthead.
    pub masthead: Masthead,
    /// The symbol in the running header; none without a symbol.
    pub header: Option<String>,
    /// Paragraphs above the title: the date where there is no masthead, the address of a letter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Vec<Run>>,
    /// The footer of the first page.
    pub footer: Option<String>,
    /// Who submits it.
    pub author: Vec<Run>,
    /// The title.
    pub title: Vec<Run>,
    /// A line below the title.
    pub subtitle: Vec<Run>,
    /// The box on the first page.
    #[serde(rename = "box")]
    pub summary_box: Vec<BoxRow>,
    /// The words above the table of contents, if there is one.
    pub contents: Option<String>,
    /// The body.
    pub body: Vec<Block>,
    /// The annexes.
    pub annexes: Vec<Annex>,
    /// Whether a line marks the end.
    pub end_line: bool,
    /// How long its answers are, if it answers questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// The most pages that it may have.
    #[serde(skip)]
    pub page_limit: Option<Spanned<u32>>,
    /// Where the submission stands.
    #[serde(skip)]
    pub span: Span,
    /// Of words that are made from several records: by the place that the words are marked with, those of the others.
    #[serde(skip)]
    pub records: HashMap<Span, Vec<Span>>,
}

/// A language as formats name it.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageTag {
    /// `en`
    pub code: String,
    /// `GB`
    pub region: String,
    /// `ltr` or `rtl`
    pub direction: String,
}

/// What a reader's program shows of a document.
#[derive(Debug, Clone, Serialize)]
pub struct Properties {
    /// Its title, without markup.
    pub title: String,
    /// The body that submits it.
    pub author: String,
    /// Its symbol.
    pub symbol: Option<String>,
    /// Its date.
    pub date: Option<Date>,
}

/// The two columns at the top of the first page.
#[derive(Debug, Clone, Serialize)]
pub struct Masthead {
    /// At the left: the session, place and dates; the agenda item.
    pub left: Vec<Vec<Run>>,
    /// At the left, on a line with the symbol.
    pub agenda_item: Vec<Run>,
    /// At the right: symbol, date, original language.
    pub right: Vec<Vec<Run>>,
    /// The user's emblem.
    #[serde(skip)]
    pub logo: Option<Picture>,
}

/// A label and its paragraphs in the box.
#[derive(Debug, Clone, Serialize)]
pub struct BoxRow {
    /// `summary`, `action`, `references`
    pub key: &'static str,
    /// `Summary`
    pub label: String,
    /// The paragraphs.
    pub paragraphs: Vec<Vec<Run>>,
}

/// An annex.
#[derive(Debug, Clone, Serialize)]
pub struct Annex {
    /// `Annex 1`
    pub label: String,
    /// By which name references lead to it.
    pub anchor: Option<String>,
    /// Its title.
    pub title: Vec<Run>,
    /// Its body.
    pub body: Vec<Block>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// A number before a heading or paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Number {
    /// `4.1.3`
    pub label: String,
    /// 1 for `4`, 2 for `4.1` …
    pub depth: u8,
    /// Whether it is as the author says, not as counting gives it.
    pub given: bool,
}

/// A block, in the order of the page: what belongs to a clause follows it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A chart.
    Chart(Chart),
    /// What follows begins on a new page.
    PageBreak,
    /// Wide tables and the headings that lead to them, on landscape pages.
    Landscape(Vec<Block>),
}

/// A heading.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// Its level in the outline, from 1, without gaps.
    pub level: u8,
    /// Its number.
    pub number: Option<Number>,
    /// By which name references lead to it.
    pub anchor: Option<String>,
    /// Its text.
    pub content: Vec<Run>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// A paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct Paragraph {
    /// Its number.
    pub number: Option<Number>,
    /// Whether it stands where the text of numbered paragraphs begins.
    pub indented: bool,
    /// Whether it is a passage set apart.
    pub quote: bool,
    /// By which name references lead to it.
    pub anchor: Option<String>,
    /// Its text.
    pub content: Vec<Run>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// A list.
#[derive(Debug, Clone, Serialize)]
pub struct List {
    /// What marks its items.
    pub kind: ListKind,
    /// 0 for a list that is in no other.
    pub level: u8,
    /// Whether it stands where the text of numbered paragraphs begins.
    pub indented: bool,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Its mark: `•`, `a)`.
    pub label: String,
    /// Its text.
    pub content: Vec<Run>,
    /// Paragraphs and lists below it.
    pub body: Vec<Block>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// What stands above a table or below a picture.
#[derive(Debug, Clone, Serialize)]
pub struct Caption {
    /// `Table`
    pub word: String,
    /// Its number in the document.
    pub number: u32,
    /// Its text.
    pub content: Vec<Run>,
}

impl Caption {
    /// What stands between the number and the text.
    pub const SEPARATOR: &'static str = " – ";

    /// `Table 1`, on one line.
    pub fn label(&self) -> String {
        format!("{}\u{a0}{}", self.word, self.number)
    }
}

/// A column.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Its heading.
    pub label: Vec<Run>,
    /// Its share of the width.
    pub width: u32,
    /// How its cells are aligned.
    pub align: Align,
}

/// A cell.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cell {
    /// Its words, or the sign of its mark.
    pub content: Vec<Run>,
    /// Which of the house style's marks it bears, from 1.
    pub mark: Option<u8>,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// By which name references lead to it.
    pub anchor: Option<String>,
    /// Its caption.
    pub caption: Option<Caption>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether the first cell of each row says what the row is about.
    pub header_column: bool,
    /// Whether it needs a landscape page.
    pub wide: bool,
    /// Whether a column of it is so narrow that small type is needed.
    pub dense: bool,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// By which name references lead to it.
    pub anchor: Option<String>,
    /// Its caption.
    pub caption: Option<Caption>,
    /// What it shows.
    pub alt: String,
    /// The picture.
    #[serde(skip)]
    pub picture: Picture,
    /// Its width in per cent of the text's.
    pub width: u32,
}
