//! The blocks that authors write in a body: paragraphs, clauses, lists, tables, figures, charts, quotations and generated blocks.
//!
//! The types contain one another (a clause has a body, which is a list of blocks), so they are declared in one file; tables, charts and selections
//! have their own.

use super::chart::Chart;
use super::list::List;
use super::selection::{Generated, Selection};
use super::signature::{Contact, Signature};
use super::table::Table;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, closest, listing};
use crate::locale::Locale;
use crate::record;
use crate::source::{Span, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Many, Node, text_with_colon, wrong_shape};
use serde_json::{Value, json};

/// The blocks of a body: a list, or a single block.
pub type BlockList = Many<Block>;

/// A block of a body.
#[derive(Debug, Clone)]
pub enum Block {
    /// A paragraph; it has a number where the paragraphs of its clause are numbered.
    Text(Text),
    /// A clause.
    Clause(Box<Clause>),
    /// A paragraph without a number.
    Unnumbered(Text),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A chart.
    Chart(Chart),
    /// An equation on a line of its own.
    Equation(Equation),
    /// A passage set apart.
    Quote(Quotation),
    /// Signatures, beside one another.
    Signature(Vec<Signature>, Span),
    /// Whom to ask, one below the other.
    Contact(Vec<Contact>, Span),
    /// A new page begins.
    PageBreak(Span),
    /// The id of a text that the dossier keeps for several submissions.
    Reuse(Text),
    /// A block that is made from records: which one, and from which records.
    Generated(Generated, Box<Selection>),
}

record! {
    /// A clause: a heading with a body, or a numbered paragraph with the blocks that belong to it.
    pub struct Clause as "clause" {
        /// The id by which texts refer to the clause: `[](#id)`.
        pub id: Option<Text>,
        /// The heading of the clause.
        pub heading: Option<Text>,
        /// The symbols of documents, shown in parentheses after the heading.
        pub documents: Many<Text>,
        /// Whether the first paragraph follows the heading on the same line.
        pub run_in: Option<bool>,
        /// The text of a numbered paragraph.
        pub text: Option<Text>,
        /// A number to be shown in place of the counted one.
        pub number: Option<Text>,
        /// Whether the clause has a number.
        pub numbered: Option<bool>,
        /// A paragraph without a number that stands before the body.
        pub intro: Option<Text>,
        /// Comments for those who draft the document. Only the Word file shows them.
        pub comment: Many<Text>,
        /// The code of the language, if it is another one than that of the document: `fr`.
        pub lang: Option<Locale>,
        /// The body of the clause.
        pub body: BlockList,
    }
}

record! {
    /// A passage set apart.
    pub struct Quotation as "quotation" {
        /// The blocks of the passage.
        pub quote: BlockList,
        /// The code of the language, if it is another one than that of the document: `fr`.
        pub lang: Option<Locale>,
    }
}

record! {
    /// A picture.
    pub struct Figure as "figure" {
        /// A PNG or JPEG file of the dossier.
        pub file: Text,
        /// A description of the picture for readers who can't see it.
        pub alt: Text,
        /// The caption of the picture.
        pub caption: Option<Text>,
        /// The id by which texts refer to the picture: `[](#id)`.
        pub id: Option<Text>,
        /// The width of the picture, in per cent of the width of the text: `60%`.
        pub width: Option<Text>,
    }
}

record! {
    /// An equation on a line of its own.
    pub struct Equation as "equation" {
        /// The equation, in Typst's notation: `E = m c^2`.
        pub math: Text,
        /// The equation in words, for readers who can't see it.
        pub alt: Text,
        /// The id by which texts refer to the equation: `[](#id)`. An equation with an id has a number.
        pub id: Option<Text>,
    }
}

/// What to do where YAML has read a list in the place of a block.
const TEXT_LIKE_LIST: &str =
    "a text that begins with `[` or `- ` has to be quoted; a list within a text is `bullets:` or another list";

/// The keys that say which block a map is, without those of generated blocks.
const KEYS: [&str; 17] = [
    "heading",
    "text",
    "unnumbered",
    "bullets",
    "dashes",
    "letters",
    "roman",
    "numbers",
    "definitions",
    "table",
    "figure",
    "chart",
    "equation",
    "quote",
    "signature",
    "contact",
    "reuse",
];

/// Returns all keys that say which block a map is.
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
                    Some(("quote", _)) => Quotation::decode(node, report).map(Self::Quote),
                    Some((key, value)) => Self::single(node, key, value, report),
                    None => Err(report.push(text_with_colon(entries, &[]).unwrap_or_else(|| unknown(node, entries.first())))),
                }
            }
            other => {
                let fault = wrong_shape(node, "a block (a text, or a map with one key such as `bullets`)", other);
                Err(report.push(if matches!(other, Kind::List(_)) { fault.hint(TEXT_LIKE_LIST) } else { fault }))
            }
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
            Self::List(list) => list.items.iter().map(|item| &item.body).collect(),
            Self::Quote(quotation) => vec![&quotation.quote],
            Self::Table(table) => table.cells().map(|cell| &cell.body).collect(),
            Self::Text(_) | Self::Unnumbered(_) | Self::PageBreak(_) | Self::Reuse(_) => Vec::new(),
            Self::Figure(_)
            | Self::Chart(_)
            | Self::Equation(_)
            | Self::Signature(..)
            | Self::Contact(..)
            | Self::Generated(..) => Vec::new(),
        }
    }

    /// The blocks that stand in this one, to be changed.
    pub fn bodies_mut(&mut self) -> Vec<&mut BlockList> {
        match self {
            Self::Clause(clause) => vec![&mut clause.body],
            Self::List(list) => list.items.iter_mut().map(|item| &mut item.body).collect(),
            Self::Quote(quotation) => vec![&mut quotation.quote],
            Self::Table(table) => table.rows.iter_mut().flat_map(|row| &mut row.cells).map(|cell| &mut cell.0.body).collect(),
            Self::Text(_) | Self::Unnumbered(_) | Self::PageBreak(_) | Self::Reuse(_) => Vec::new(),
            Self::Figure(_)
            | Self::Chart(_)
            | Self::Equation(_)
            | Self::Signature(..)
            | Self::Contact(..)
            | Self::Generated(..) => Vec::new(),
        }
    }

    /// The place of a block in which others may stand: a clause, a list, a table, a quotation; `None` for other blocks.
    pub fn place_around_others(&self) -> Option<Span> {
        match self {
            Self::Clause(clause) => Some(clause.span),
            Self::Table(table) => Some(table.span),
            Self::List(list) => Some(list.span),
            Self::Quote(quotation) => Some(quotation.span),
            Self::Text(_) | Self::Unnumbered(_) | Self::PageBreak(_) | Self::Reuse(_) => None,
            Self::Figure(_)
            | Self::Chart(_)
            | Self::Equation(_)
            | Self::Signature(..)
            | Self::Contact(..)
            | Self::Generated(..) => None,
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

    /// Reads a block from a map with one key, which says which block it is; other keys are reported.
    fn single(node: &Node, key: &str, value: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        if let Kind::Map(entries) = &node.kind {
            let counts = List::kind_of(key).is_some();
            for (other, _) in entries.iter().filter(|(other, _)| other.value != key && !(counts && other.value == "start")) {
                let message = format!("`{}` does not go together with `{key}` in one block", other.value);
                report.push(
                    Diagnostic::new(catalogue::UNKNOWN_KEY, other.span, message).hint("begin a block of its own with `- `"),
                );
            }
        }
        if let Some(kind) = List::kind_of(key) {
            return List::of(kind, node, value, report).map(Self::List);
        }
        if let Some(generated) = Generated::ALL.iter().copied().find(|generated| generated.word() == key) {
            let selection = Selection::decode(value, report)?;
            generated.refuse(&selection, value, report);
            return Ok(Self::Generated(generated, Box::new(selection)));
        }
        match key {
            "unnumbered" => Text::decode(value, report).map(Self::Unnumbered),
            "reuse" => Text::decode(value, report).map(Self::Reuse),
            "table" => Table::decode(value, report).map(Self::Table),
            "figure" => Figure::decode(value, report).map(Self::Figure),
            "chart" => Chart::decode(value, report).map(Self::Chart),
            "equation" => Equation::decode(value, report).map(Self::Equation),
            "signature" => Many::decode(value, report).map(|signatures| Self::Signature(signatures.0, node.span)),
            "contact" => Many::decode(value, report).map(|contacts| Self::Contact(contacts.0, node.span)),
            _ => unreachable!("`keys` names all keys of blocks"),
        }
    }
}

/// Returns the message that no key of a map says which block it is; `first` is its first entry.
fn unknown(node: &Node, first: Option<&(Text, Node)>) -> Diagnostic {
    let Some((key, value)) = first else {
        return Diagnostic::new(catalogue::UNKNOWN_BLOCK, node.span, "an empty map is no block");
    };
    let diagnostic = Diagnostic::new(catalogue::UNKNOWN_BLOCK, key.span, format!("there is no block `{}`", key.value));
    let listed = diagnostic.clone().hint(format!("blocks: a text, or a map with {}", listing(keys())));
    match closest(&key.value, keys()) {
        Some(best) => diagnostic.hint(format!("did you mean `{best}`?")),
        None if value.text().is_some() => listed.hint("if it is a text, quote it because of the `: `"),
        None => listed,
    }
}

/// Returns the description of the block with this key that editors show to authors; it is empty for a block whose value has a description of its own.
fn about(key: &str) -> &'static str {
    match key {
        "unnumbered" => "A paragraph without a number.",
        "quote" => "A passage set apart: a text, or a list of blocks.",
        "reuse" => "The blocks of a text that the dossier keeps, by its id.",
        _ => Generated::ALL.iter().find(|generated| generated.word() == key).map_or("", |generated| generated.about()),
    }
}

/// Returns the JSON Schema of all blocks.
fn block_schema(schemas: &mut Schemas) -> Value {
    let one = |key: &str, value: Value| json!({ "type": "object", "description": about(key), "properties": { key: value }, "required": [key], "additionalProperties": false });
    let text = Text::schema(schemas);
    let mut all = vec![
        text.clone(),
        Clause::schema(schemas),
        one("unnumbered", text.clone()),
        one("reuse", text),
        Quotation::schema(schemas),
    ];
    all.extend(List::schemas(schemas));
    all.push(one("table", Table::schema(schemas)));
    all.push(one("figure", Figure::schema(schemas)));
    all.push(one("chart", Chart::schema(schemas)));
    all.push(one("equation", Equation::schema(schemas)));
    all.push(one("signature", Many::<Signature>::schema(schemas)));
    all.push(one("contact", Many::<Contact>::schema(schemas)));
    for generated in Generated::ALL {
        all.push(one(generated.word(), Selection::schema(schemas)));
    }
    json!({ "description": "A paragraph, or a map that says which block it is.", "anyOf": all })
}
