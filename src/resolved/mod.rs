//! A resolved document: a tree of blocks in which every number, reference, label and generated sentence is text, and in which
//! nothing depends on pages yet.

mod block;
mod chart;
mod count;
mod front;
mod run;
mod table;
mod walk;

pub use block::{Block, Caption, Clause, Content, Figure, Item, List, Number, SideBySide};
pub use chart::{Chart, ChartAlt, Series};
pub use count::{Count, Counts, Length, count};
pub use front::{BoxRow, Front, Masthead, Symbol};
pub use run::{Comment, Equation, Link, MadeFrom, Note, Run, Text, Written, heading_text, plain_text, shown_text};
pub use table::{Cell, Column, Group, Row, Table};
pub use walk::{Node, NodeMut, Role, Visitor, VisitorMut, walk, walk_blocks, walk_blocks_mut, walk_mut};

use crate::date::Date;
use crate::source::{BlockId, RecordId, Span, Spanned};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the resolved document as JSON. It grows whenever programs that read the JSON have to be changed.
pub const VERSION: u32 = 1;

/// A document that is ready for layout and writers: nothing in it has to be looked up any more.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ResolvedDocument {
    /// The [`VERSION`] of the format when the document was made.
    pub version: u32,
    /// The kind of the submission: `annual-report`, `note` …
    pub kind: String,
    /// The paths of the files that the document is made from, from the folder of the dossier.
    pub sources: Vec<String>,
    /// The name of the house style.
    pub house: String,
    /// The language of the document.
    pub language: LanguageTag,
    /// The properties of the document, as file formats store them.
    pub properties: Properties,
    /// Everything above the body.
    pub front: Front,
    /// The heading of the table of contents, if there is one.
    pub contents: Option<String>,
    /// The symbol in the running header, if the document has one.
    pub header: Option<String>,
    /// The footer of the first page, if the house style has one.
    pub footer: Option<String>,
    /// What numbers look like at each level; a level without a pattern has the counts of all levels with points between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<String>,
    /// The blocks of the body.
    pub body: Vec<Block>,
    /// The annexes.
    pub annexes: Vec<Annex>,
    /// True if a line marks the end of the document.
    pub end_line: bool,
    /// The word counts of the answers, if the document answers a call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// The largest number of pages that the document may have.
    #[serde(skip)]
    pub page_limit: Option<Spanned<u32>>,
    /// The place of the submission in the author's file.
    #[serde(skip)]
    pub span: Span,
    /// For text that is generated from several records: the record that the runs name as their origin → all records.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub made_from: BTreeMap<RecordId, BTreeSet<RecordId>>,
}

/// Returns the JSON Schema (draft 2020-12) of a resolved document as JSON.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ResolvedDocument).to_value()
}

/// The language of a document, as file formats name it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct LanguageTag {
    /// The code of the language: `en`.
    pub code: String,
    /// The code of the region: `GB`.
    pub region: String,
    /// The direction of the script: `ltr` or `rtl`.
    pub direction: String,
    /// The sign before the decimals of a figure; it is left out of the JSON of a document.
    #[serde(skip)]
    pub decimal_sign: String,
}

/// The properties of a document, which programs show beside the file.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Properties {
    /// The title, without markup.
    pub title: String,
    /// The body that submits the document.
    pub author: String,
    /// The symbol without the letter of a language, if the document has one.
    pub symbol: Option<String>,
    /// The date of the document, if it has one.
    pub date: Option<Date>,
    /// The languages of origin in words, if the author names them: `Russian/English`, `English only`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
}

/// A label: a word, and a number if there are several things of the kind. An annex that is shown without a label has an empty one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Label {
    /// The word: `Table`, `Annex`.
    pub word: String,
    /// The number, from 1; none if there is one thing of the kind only.
    pub number: Option<u32>,
    /// What the thing belongs to: an appendix to its annex, `to Annex 2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Box<Label>>,
}

impl Label {
    /// Returns the label as text: `Table 1`.
    pub fn text(&self) -> String {
        let own = self.number.map_or_else(|| self.word.clone(), |number| format!("{} {number}", self.word));
        self.of.as_ref().map_or(own.clone(), |of| format!("{own} {}", of.text()))
    }
}

/// What stands for the number of a page until pages are laid out.
pub const UNKNOWN_PAGE: &str = "…";

/// An annex, or an appendix of one.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Annex {
    /// The identity of the annex; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// How deep it stands: 0 for an annex, 1 for an appendix to the last annex before it …
    #[serde(default, skip_serializing_if = "is_zero")]
    pub depth: u8,
    /// The label: `Annex 1`, `Appendix 1 to Annex 2`.
    pub label: Label,
    /// Whether the whole annex stands on landscape pages.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub landscape: bool,
    /// Whether the annex begins below what is before it, not on a page of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub run_on: bool,
    /// The name by which references lead to the annex, if the author gives one.
    pub anchor: Option<String>,
    /// The title.
    pub title: Vec<Run>,
    /// The blocks of the annex.
    pub body: Vec<Block>,
    /// The place of the annex in the author's file.
    #[serde(skip)]
    pub span: Span,
}

impl Annex {
    /// Returns the heading as a table of contents shows it: `Annex 1 Title`.
    pub fn outline_text(&self) -> String {
        outline_text(&self.label, &self.title)
    }
}

/// Returns the heading of an annex with this label and title on one line; each of the two may be missing.
pub fn outline_text(label: &Label, title: &[Run]) -> String {
    let parts = [label.text(), heading_text(title)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_zero(depth: &u8) -> bool {
    *depth == 0
}
