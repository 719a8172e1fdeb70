//! The lists that authors write: with bullets, dashes, letters or numbers, and lists of definitions.

use super::block::BlockList;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::document::ListKind;
use crate::locale::Locale;
use crate::record;
use crate::source::{Span, Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Many, Node, text_with_colon};
use serde_json::{Value, json};

/// The numbers from which a list may be counted.
const STARTS: std::ops::RangeInclusive<u32> = 1..=1000;

/// A list.
#[derive(Debug, Clone)]
pub struct List {
    /// The kind of the list.
    pub kind: ListKind,
    /// The number from which the items are counted; without it, they are counted from 1.
    pub start: Option<Spanned<u32>>,
    /// The items.
    pub items: Vec<Item>,
    /// The place of the list in its file.
    pub span: Span,
}

/// An item of a list, written as a text or as a map.
#[derive(Debug, Clone)]
pub struct Item {
    /// The id by which texts refer to the item.
    pub id: Option<Text>,
    /// The number that is shown in place of the counted one.
    pub number: Option<Text>,
    /// The term that a definition explains.
    pub term: Option<Text>,
    /// The text; only a definition may do without it.
    pub text: Option<Text>,
    /// Comments for those who draft the document.
    pub comment: Many<Text>,
    /// The language, if it is another one than that of the document.
    pub lang: Option<Locale>,
    /// The blocks that belong to the item.
    pub body: BlockList,
    /// The place of the item in its file.
    pub span: Span,
}

record! {
    /// An item of a list that has more than a text.
    pub struct LongItem as "item" {
        /// The id by which texts refer to the item: `[](#id)`.
        pub id: Option<Text>,
        /// A number to be shown in place of the counted one: `1bis`.
        pub number: Option<Text>,
        /// The text of the item.
        pub text: Text,
        /// Comments for those who draft the document. Only the Word file shows them.
        pub comment: Many<Text>,
        /// The code of the language, if it is another one than that of the document: `fr`.
        pub lang: Option<Locale>,
        /// The blocks that belong to the item, such as a list within it.
        pub body: BlockList,
    }
}

record! {
    /// A term with what it means.
    pub struct Definition as "definition" {
        /// The id by which texts refer to the definition: `[](#id)`.
        pub id: Option<Text>,
        /// The term that is defined.
        pub term: Text,
        /// What the term means.
        pub text: Option<Text>,
        /// Comments for those who draft the document. Only the Word file shows them.
        pub comment: Many<Text>,
        /// The code of the language, if it is another one than that of the document: `fr`.
        pub lang: Option<Locale>,
        /// The blocks that belong to the definition.
        pub body: BlockList,
    }
}

impl List {
    /// The keys of lists, each with the kind of list.
    pub const KEYS: [(&str, ListKind); 6] = [
        ("bullets", ListKind::Bullets),
        ("dashes", ListKind::Dashes),
        ("letters", ListKind::Letters),
        ("roman", ListKind::Roman),
        ("numbers", ListKind::Numbers),
        ("definitions", ListKind::Definitions),
    ];

    /// Returns the kind of list that has this key.
    pub fn kind_of(key: &str) -> Option<ListKind> {
        Self::KEYS.iter().find(|(name, _)| *name == key).map(|(_, kind)| *kind)
    }

    /// Reads a list of a kind from the value of its key. `node` is the map around it, which may have the key `start`.
    ///
    /// # Errors
    /// Reports what can't be read.
    pub fn of(kind: ListKind, node: &Node, value: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let items = match kind {
            ListKind::Definitions => Vec::<Definition>::decode(value, report)
                .map(|definitions| definitions.into_iter().map(|definition| Item::defining(definition, report)).collect()),
            _ => Vec::<Item>::decode(value, report),
        };
        let start = node.get("start").map(|start| Spanned::<u32>::decode(start, report)).transpose();
        let list = Self { kind, start: start?, items: items?, span: node.span };
        list.check(report);
        Ok(list)
    }

    /// Reports numbers in a list that does not count, and a first number that no list has.
    fn check(&self, report: &mut Diagnostics) {
        if let Some(start) = self.start.filter(|start| !STARTS.contains(&start.value)) {
            let message = format!("a list begins at a number from {} to {}", STARTS.start(), STARTS.end());
            report.push(Diagnostic::new(catalogue::WRONG_TYPE, start.span, message));
        }
        let numbers = self.items.iter().filter_map(|item| item.number.as_ref().map(|number| ("number", number.span)));
        for (key, span) in self.start.iter().map(|start| ("start", start.span)).chain(numbers).filter(|_| !self.kind.counts()) {
            let message = format!("`{key}` has no effect in a list without numbers");
            report.push(Diagnostic::new(catalogue::UNKNOWN_KEY, span, message).hint("`numbers`, `letters` and `roman` count"));
        }
    }

    /// Returns the schemas of all lists.
    pub fn schemas(schemas: &mut Schemas) -> Vec<Value> {
        let list = |(key, kind): (&str, ListKind)| {
            let items = match kind {
                ListKind::Definitions => Vec::<Definition>::schema(schemas),
                _ => Vec::<Item>::schema(schemas),
            };
            let mut properties = json!({ key: items });
            if kind.counts() {
                properties["start"] = json!({ "type": "integer", "minimum": STARTS.start(), "maximum": STARTS.end() });
            }
            let about = about(kind);
            json!({ "type": "object", "description": about, "properties": properties, "required": [key], "additionalProperties": false })
        };
        Self::KEYS.into_iter().map(list).collect()
    }
}

/// Returns the description of a kind of list that editors show to authors.
fn about(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Bullets => "A list with bullets.",
        ListKind::Dashes => "A list with dashes.",
        ListKind::Letters => "A list with a), b), c).",
        ListKind::Roman => "A list with i), ii), iii).",
        ListKind::Numbers => "A list with 1, 2, 3.",
        ListKind::Definitions => "A list of terms with what they mean.",
    }
}

impl Item {
    /// Returns the texts of the item itself: its term, and what stands beside it or the mark.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.term.iter().chain(&self.text)
    }

    fn defining(definition: Definition, report: &mut Diagnostics) -> Self {
        let Definition { span, id, term, text, comment, lang, body } = definition;
        if text.is_none() && body.is_empty() {
            let message = format!("nothing says what `{}` means", term.value);
            report.push(Diagnostic::new(catalogue::MISSING_KEY, span, message).hint("`text` or `body`"));
        }
        Self { id, number: None, term: Some(term), text, comment, lang, body, span }
    }
}

impl Decode for Item {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let long = match &node.kind {
            Kind::Map(entries) => match text_with_colon(entries, &["id", "number", "text", "comment", "lang", "body"]) {
                Some(fault) => return Err(report.push(fault)),
                None => LongItem::decode(node, report)?,
            },
            _ => {
                let text = Text::decode(node, report)?;
                let (comment, body) = (Many::default(), Many::default());
                LongItem { span: node.span, id: None, number: None, text, comment, lang: None, body }
            }
        };
        let LongItem { span, id, number, text, comment, lang, body } = long;
        Ok(Self { id, number, term: None, text: Some(text), comment, lang, body, span })
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), LongItem::schema(schemas)] })
    }
}
