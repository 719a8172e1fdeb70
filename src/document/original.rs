//! The languages of origin of a document.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::yaml::schema::{Property, Schemas, object};
use crate::yaml::{Decode, Fields, Kind, Many, Node};
use serde_json::{Value, json};

/// The languages in which a document was written, by code: `en`, `[ru, en]`; or those in which alone it exists: `{only: en}`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Original {
    /// The codes of the languages, in the order in which the author names them.
    pub languages: Vec<Text>,
    /// True if the document is not translated into other languages.
    pub only: bool,
}

impl Decode for Original {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let only = matches!(node.kind, Kind::Map(_));
        let languages: Many<Text> = if only {
            let mut fields = Fields::open(node, "original", report)?;
            let languages = fields.take::<Required>("only", report);
            fields.finish(report);
            languages?.0
        } else {
            Many::decode(node, report)?
        };
        if languages.is_empty() {
            let diagnostic = Diagnostic::new(catalogue::WRONG_TYPE, node.span, "the document has no language of origin");
            return Err(report.push(diagnostic.hint("write `en`, `[ru, en]`, or `{only: en}`; or leave the key out")));
        }
        let twice = |(at, code): &(usize, &Text)| languages[..*at].iter().any(|before| before.value == code.value);
        if let Some((_, code)) = languages.iter().enumerate().find(twice) {
            let message = format!("the language `{}` is named twice", code.value);
            return Err(report.push(Diagnostic::new(catalogue::WRONG_TYPE, code.span, message)));
        }
        Ok(Self { languages: languages.0, only })
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let languages = Many::<Text>::schema(schemas);
        let about = "The document exists in these languages alone: `English only`.";
        let only = object(about, vec![Property::of::<Required>("only", "The code of the language, or several.", schemas)]);
        json!({ "anyOf": [languages, only] })
    }
}

/// Codes of languages that may not be left out.
struct Required(Many<Text>);

impl Decode for Required {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        Many::decode(node, report).map(Self)
    }
    fn schema(schemas: &mut Schemas) -> Value {
        Many::<Text>::schema(schemas)
    }
}
