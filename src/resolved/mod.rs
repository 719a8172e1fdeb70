//! A resolved document: every number, reference, label and generated word is text. A tree of blocks, without any decision of the page.

mod block;
mod chart;
mod count;
mod front;
mod run;
mod table;
mod walk;

pub use block::{Block, Caption, Clause, Content, Figure, Item, List, Number};
pub use chart::{Chart, ChartAlt, Series};
pub use count::{Count, Counts, Length, count};
pub use front::{BoxRow, Front, Masthead, Symbol};
pub use run::{Comment, Link, Note, Run, Text, Written, plain_text};
pub use table::{Cell, Column, Row, Table};
pub use walk::{Node, NodeMut, Role, Visitor, VisitorMut, walk, walk_blocks, walk_blocks_mut, walk_mut};

use crate::date::Date;
use crate::source::{BlockId, RecordId, Span, Spanned};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The version of the resolved document as JSON: a greater one says that programs which read the former have to be changed.
pub const VERSION: u32 = 1;

/// A document that needs nothing more to be laid out and written.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct ResolvedDocument {
    /// [`VERSION`] when the document was made.
    pub version: u32,
    /// `annual-report`, `note` …
    pub kind: String,
    /// The files that the document is made from, as paths from the dossier's folder.
    pub sources: Vec<String>,
    /// The name of the house style.
    pub house: String,
    /// The language.
    pub language: LanguageTag,
    /// What a reader's program shows of the document.
    pub properties: Properties,
    /// What stands above the body.
    pub front: Front,
    /// The words above the table of contents, if there is one.
    pub contents: Option<String>,
    /// The symbol in the running header; none without a symbol.
    pub header: Option<String>,
    /// The footer of the first page.
    pub footer: Option<String>,
    /// The body.
    pub body: Vec<Block>,
    /// The annexes.
    pub annexes: Vec<Annex>,
    /// Whether a line marks the end.
    pub end_line: bool,
    /// How long the answers are, if the document answers questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
    /// The most pages that the document may have.
    #[serde(skip)]
    pub page_limit: Option<Spanned<u32>>,
    /// Where the submission stands.
    #[serde(skip)]
    pub span: Span,
    /// For words that are made from several records: the place of the words → the places of the other records.
    #[serde(skip)]
    pub records: HashMap<Span, Vec<Span>>,
    /// Of words that are generated from several records: by the record that the words name as their origin, all of them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub made_from: BTreeMap<RecordId, BTreeSet<RecordId>>,
}

/// The JSON Schema (draft 2020-12) of a resolved document as JSON.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ResolvedDocument).to_value()
}

/// A language as formats name it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct LanguageTag {
    /// `en`
    pub code: String,
    /// `GB`
    pub region: String,
    /// `ltr` or `rtl`
    pub direction: String,
}

/// What a reader's program shows of a document.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
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

/// A word and the number that tells several things of its kind apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Label {
    /// `Table`, `Annex`
    pub word: String,
    /// The number, from 1; none of what is alone.
    pub number: Option<u32>,
}

impl Label {
    /// `Table 1`, on one line.
    pub fn text(&self) -> String {
        self.number.map_or_else(|| self.word.clone(), |number| format!("{}\u{a0}{number}", self.word))
    }
}

/// An annex.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Annex {
    /// The identity of the annex; empty if it has none.
    #[serde(default, skip_serializing_if = "BlockId::is_empty")]
    pub id: BlockId,
    /// `Annex 1`
    pub label: Label,
    /// The name by which references lead to the annex.
    pub anchor: Option<String>,
    /// The title.
    pub title: Vec<Run>,
    /// The body.
    pub body: Vec<Block>,
    /// Where the annex stands in the author's file.
    #[serde(skip)]
    pub span: Span,
}
