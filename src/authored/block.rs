//! The blocks that authors write in a body.

use super::chart::Chart;
use super::selection::{Generated, Selection};
use super::table::Table;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, closest, listing};
use crate::document::ListKind;
use crate::source::{Span, Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Many, Node, wrong_shape};
use crate::{choice, record};
use serde_json::{Value, json};

/// A list of blocks, or one alone.
pub type BlockList = Many<Block>;

/// A block of a body.
#[derive(Debug, Clone)]
pub enum Block {
    /// A paragraph, numbered where its clause numbers.
    Text(Text),
    /// A clause.
    Clause(Box<Clause>),
    /// A paragraph without a number.
    Unnumbered(Text),
    /// A list.
    List(ListKind, Vec<Item>, Span),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A chart.
    Chart(Chart),
    /// A passage set apart.
    Quote(BlockList, Span),
    /// A new page begins.
    PageBreak(Span),
    /// A text that the dossier keeps for several submissions, by its id.
    Reuse(Text),
    /// A block that is made from the record.
    Generated(Generated, Box<Selection>),
}

record! {
    /// A clause: a heading with a body, or a numbered paragraph with what belongs to it.
    pub struct Clause as "clause" {
        /// A name for references to it.
        pub id: Option<Text>,
        /// Its heading.
        pub heading: Option<Text>,
        /// Symbols in parentheses after the heading.
        pub documents: Many<Text>,
        /// Whether its heading and its first paragraph stand in one line.
        pub run_in: Option<bool>,
        /// The text of a numbered paragraph.
        pub text: Option<Text>,
        /// A number that the count does not give.
        pub number: Option<Text>,
        /// Whether it has a number.
        pub numbered: Option<bool>,
        /// A paragraph without a number before the body.
        pub intro: Option<Text>,
        /// Remarks to those who draft, which only the Word form shows.
        pub comment: Many<Text>,
        /// Its body.
        pub body: BlockList,
    }
}

record! {
    /// An item of a list with more than its text.
    pub struct LongItem as "item" {
        /// Its text.
        pub text: Text,
        /// Remarks to those who draft, which only the Word form shows.
        pub comment: Many<Text>,
        /// What belongs to it.
        pub body: BlockList,
    }
}

/// An item of a list.
#[derive(Debug, Clone)]
pub struct Item(pub LongItem);

record! {
    /// A picture.
    pub struct Figure as "figure" {
        /// A PNG or JPEG file of the dossier.
        pub file: Text,
        /// What it shows, for those who can't see it.
        pub alt: Text,
        /// Its caption.
        pub caption: Option<Text>,
        /// A name for references to it.
        pub id: Option<Text>,
        /// Its width in per cent of the text's: `60%`.
        pub width: Option<Text>,
    }
}

choice! {
    /// What an annex is repeated for.
    pub enum Each {
        /// Each Goal under review: what is made from the record is what serves that Goal.
        Goal = "goal",
    }
}

record! {
    /// An annex.
    pub struct Annex as "annex" {
        /// A name for references to it.
        pub id: Option<Text>,
        /// Its title.
        pub heading: Text,
        /// Whether paragraphs at the top of its body are numbered.
        pub numbered: Option<bool>,
        /// Whether there is one for each Goal under review.
        pub each: Option<Spanned<Each>>,
        /// Its body.
        pub body: BlockList,
    }
}

const LISTS: [(&str, ListKind); 4] =
    [("bullets", ListKind::Bullets), ("dashes", ListKind::Dashes), ("letters", ListKind::Letters), ("roman", ListKind::Roman)];

/// The keys by which blocks that are not generated are known.
const KEYS: [&str; 12] =
    ["heading", "text", "unnumbered", "bullets", "dashes", "letters", "roman", "table", "figure", "chart", "quote", "reuse"];

/// The keys by which all blocks are known.
fn keys() -> impl Iterator<Item = &'static str> + Clone {
    KEYS.into_iter().chain(Generated::ALL.iter().map(|generated| generated.word()))
}

impl Decode for Block {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::Scalar(text) => Ok(Self::word(text).unwrap_or_else(|| Self::Text(text.clone()))),
            Kind::Map(entries) => {
                let key = entries.iter().find(|(key, _)| keys().any(|known| known == key.value));
                match key.map(|(key, value)| (key.value.as_str(), value)) {
                    Some(("heading" | "text", _)) => {
                        let clause = Clause::decode(node, report)?;
                        report.extend(clause.faults());
                        Ok(Self::Clause(Box::new(clause)))
                    }
                    Some((key, value)) => Self::single(node, key, value, report),
                    None => Err(report.push(unknown(node, entries.first().map(|(key, _)| key)))),
                }
            }
            other => Err(report.push(wrong_shape(node, "a block (a text, or a map with one key such as `bullets`)", other))),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        schemas.define_as("Block", block_schema)
    }
}

impl Block {
    /// The blocks that stand in this one: in a clause, the items of a list, a quotation, the cells of a table.
    pub fn bodies(&self) -> Vec<&BlockList> {
        match self {
            Self::Clause(clause) => vec![&clause.body],
            Self::List(_, items, _) => items.iter().map(|item| &item.0.body).collect(),
            Self::Quote(blocks, _) => vec![blocks],
            Self::Table(table) => table.rows.iter().flat_map(|row| &row.value).map(|cell| &cell.0.body).collect(),
            Self::Text(_) | Self::Unnumbered(_) | Self::PageBreak(_) | Self::Reuse(_) => Vec::new(),
            Self::Figure(_) | Self::Chart(_) | Self::Generated(..) => Vec::new(),
        }
    }

    /// The blocks that stand in this one, to be changed.
    pub fn bodies_mut(&mut self) -> Vec<&mut BlockList> {
        match self {
            Self::Clause(clause) => vec![&mut clause.body],
            Self::List(_, items, _) => items.iter_mut().map(|item| &mut item.0.body).collect(),
            Self::Quote(blocks, _) => vec![blocks],
            Self::Table(table) => table.rows.iter_mut().flat_map(|row| &mut row.value).map(|cell| &mut cell.0.body).collect(),
            Self::Text(_) | Self::Unnumbered(_) | Self::PageBreak(_) | Self::Reuse(_) => Vec::new(),
            Self::Figure(_) | Self::Chart(_) | Self::Generated(..) => Vec::new(),
        }
    }

    /// A generated block in its default form, or a new page, named by a word alone.
    fn word(text: &Text) -> Option<Self> {
        if text.value == "page_break" {
            return Some(Self::PageBreak(text.span));
        }
        let generated = Generated::ALL.iter().find(|generated| generated.word() == text.value)?;
        Some(Self::Generated(*generated, Box::new(Selection { span: text.span, ..Selection::default() })))
    }

    /// A map with one key, which says what the block is.
    fn single(node: &Node, key: &str, value: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        if let Kind::Map(entries) = &node.kind {
            for (other, _) in entries.iter().filter(|(other, _)| other.value != key) {
                let message = format!("`{}` does not go together with `{key}` in one block", other.value);
                report.push(
                    Diagnostic::new(catalogue::UNKNOWN_KEY, other.span, message).hint("begin a block of its own with `- `"),
                );
            }
        }
        if let Some((_, kind)) = LISTS.iter().find(|(name, _)| *name == key) {
            return Vec::<Item>::decode(value, report).map(|items| Self::List(*kind, items, node.span));
        }
        if let Some(generated) = Generated::ALL.iter().copied().find(|generated| generated.word() == key) {
            return Selection::decode(value, report).map(|selection| Self::Generated(generated, Box::new(selection)));
        }
        match key {
            "unnumbered" => Text::decode(value, report).map(Self::Unnumbered),
            "quote" => BlockList::decode(value, report).map(|blocks| Self::Quote(blocks, node.span)),
            "reuse" => Text::decode(value, report).map(Self::Reuse),
            "table" => Table::decode(value, report).map(Self::Table),
            "figure" => Figure::decode(value, report).map(Self::Figure),
            "chart" => Chart::decode(value, report).map(Self::Chart),
            _ => unreachable!("`keys` names all keys of blocks"),
        }
    }
}

fn unknown(node: &Node, key: Option<&Text>) -> Diagnostic {
    let Some(key) = key else {
        return Diagnostic::new(catalogue::UNKNOWN_BLOCK, node.span, "an empty map is no block");
    };
    let diagnostic = Diagnostic::new(catalogue::UNKNOWN_BLOCK, key.span, format!("there is no block `{}`", key.value));
    match closest(&key.value, keys()) {
        Some(best) => diagnostic.hint(format!("did you mean `{best}`?")),
        None => diagnostic
            .hint(format!("blocks: a text, or a map with {}", listing(keys())))
            .hint("a text with `: ` in it has to be quoted, or begun with `>` and continued on the next line"),
    }
}

fn block_schema(schemas: &mut Schemas) -> Value {
    let one = |key: &str, value: Value| json!({ "type": "object", "properties": { key: value }, "required": [key], "additionalProperties": false });
    let text = Text::schema(schemas);
    let mut all = vec![
        text.clone(),
        Clause::schema(schemas),
        one("unnumbered", text.clone()),
        one("reuse", text),
        one("quote", BlockList::schema(schemas)),
    ];
    for (name, _) in LISTS {
        all.push(one(name, Vec::<Item>::schema(schemas)));
    }
    all.push(one("table", Table::schema(schemas)));
    all.push(one("figure", Figure::schema(schemas)));
    all.push(one("chart", Chart::schema(schemas)));
    for generated in Generated::ALL {
        all.push(one(generated.word(), Selection::schema(schemas)));
    }
    json!({ "description": "A paragraph, or a map that says which block it is.", "anyOf": all })
}

impl Decode for Item {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Map(_) => LongItem::decode(node, report).map(Self),
            _ => {
                let item = |text| LongItem { span: node.span, text, comment: Many::default(), body: Many::default() };
                Text::decode(node, report).map(|text| Self(item(text)))
            }
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), LongItem::schema(schemas)] })
    }
}
