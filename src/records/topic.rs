//! Labels: names of topics, organizations and countries, which may differ by language.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Entries, Kind, Node};
use serde_json::{Value, json};

/// A name in one language or in several.
#[derive(Debug, Clone)]
pub struct Label {
    /// The name for languages that have none of their own: the first one given.
    default: Text,
    by_language: Entries<Text>,
}

impl Label {
    /// Returns the name in the language with this code, or the first one given if there is none in that language.
    pub fn in_language(&self, code: &str) -> &Text {
        let own = self.by_language.iter().find(|(language, _)| language.value == code);
        own.map_or(&self.default, |(_, label)| label)
    }

    /// Returns the first name given, for uses that have no language.
    pub fn first(&self) -> &Text {
        &self.default
    }
}

impl Decode for Label {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let Kind::Map(_) = node.kind else {
            return Text::decode(node, report).map(|default| Self { default, by_language: Entries::default() });
        };
        let by_language = Entries::<Text>::decode(node, report)?;
        let first = by_language.iter().next().map(|(_, label)| label.clone());
        match first {
            Some(default) => Ok(Self { default, by_language }),
            None => {
                let message = "expected a text, or a text for each language, found a map without entries";
                let hint = "write the words themselves, or `{en: words, fr: mots}`";
                Err(report.push(Diagnostic::new(catalogue::WRONG_TYPE, node.span, message).hint(hint)))
            }
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), Entries::<Text>::schema(schemas)] })
    }
}
