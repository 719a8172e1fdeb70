//! Acronyms: those of bodies, which begin the symbols of their documents, and others that must not be broken at the end of a line.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Entries, Node};
use serde_json::{Value, json};

/// The greatest length of an acronym, in characters. It is limited because every acronym of a dossier is sought in every text.
const LONGEST: usize = 40;
/// The most acronyms that a dossier may have.
pub const MOST: usize = 1000;
/// The signs that an acronym may have besides letters and figures.
const SIGNS: &str = "&-./+ ";

/// An acronym: up to 40 letters, figures and signs, with a letter or figure at both ends.
#[derive(Debug, Clone)]
pub struct Acronym(Text);

impl std::ops::Deref for Acronym {
    type Target = Text;
    fn deref(&self) -> &Text {
        &self.0
    }
}

impl Acronym {
    /// Takes a text for an acronym; reports a text that is not one, and fails.
    fn new(text: Text, report: &mut Diagnostics) -> Result<Self, Reported> {
        let ends = [text.value.chars().next(), text.value.chars().next_back()];
        let letters = ends.into_iter().all(|end| end.is_some_and(char::is_alphanumeric));
        if letters && text.value.chars().count() <= LONGEST && text.value.chars().all(is_allowed) {
            return Ok(Self(text));
        }
        let shown: String = text.value.chars().take(LONGEST).collect();
        let dots = if shown.len() < text.value.len() { "…" } else { "" };
        let diagnostic = Diagnostic::new(catalogue::INVALID_ACRONYM, text.span, format!("`{shown}{dots}` is no acronym"));
        Err(report.push(diagnostic.hint(format!(
            "an acronym has at most {LONGEST} letters, figures and signs (`&`, `-`, `.`, `/`, `+` and spaces), a letter or figure at both ends"
        ))))
    }
}

fn is_allowed(c: char) -> bool {
    c.is_alphanumeric() || SIGNS.contains(c)
}

impl Decode for Acronym {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        Self::new(Text::decode(node, report)?, report)
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "maxLength": LONGEST })
    }
}

/// The acronyms of a dossier that are kept on one line, each with the words for which it stands. An absent list is empty.
#[derive(Debug, Clone, Default)]
pub struct Acronyms(pub Vec<(Acronym, Text)>);

impl Decode for Acronyms {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let entries = Entries::<Text>::decode(node, report)?;
        let acronyms = entries.iter().map(|(name, words)| Ok((Acronym::new(name.clone(), report)?, words.clone())));
        let all: Vec<_> = acronyms.collect();
        all.into_iter().collect::<Result<_, _>>().map(Self)
    }
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
    fn schema(schemas: &mut Schemas) -> Value {
        Entries::<Text>::schema(schemas)
    }
}
