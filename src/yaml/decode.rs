//! Reading typed values from a tree, with every fault reported.

use super::schema::Schemas;
use super::tree::{Kind, Node};
use crate::diagnostic::{Diagnostic, listing};
use crate::source::{Span, Text};

/// Where faults are collected while a tree is read.
pub type Report = Vec<Diagnostic>;

/// A type that can be read from a YAML node.
pub trait Decode: Sized {
    /// Reads it; where something is wrong, all faults go to `report` and the result is none.
    fn decode(node: &Node, report: &mut Report) -> Option<Self>;

    /// Its value where a map lacks the key; none makes the key obligatory.
    fn absent() -> Option<Self> {
        None
    }

    /// Its JSON Schema.
    fn schema(schemas: &mut Schemas) -> serde_json::Value;
}

/// The entries of a map while they are taken out one by one.
pub struct Fields<'n> {
    entries: &'n [(Text, Node)],
    /// The place of the whole map.
    pub span: Span,
    /// What the map is, for messages: "meeting".
    what: &'static str,
    known: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The entries of a map; anything else is a fault.
    pub fn open(node: &'n Node, what: &'static str, report: &mut Report) -> Option<Self> {
        match &node.kind {
            Kind::Map(entries) => Some(Self { entries, span: node.span, what, known: Vec::new() }),
            other => {
                report.push(wrong_shape(node, &format!("a map ({what})"), other));
                None
            }
        }
    }

    /// The value of `key`, read as a `T`.
    pub fn take<T: Decode>(&mut self, key: &'static str, report: &mut Report) -> Option<T> {
        self.known.push(key);
        match self.entries.iter().find(|(name, _)| name.value == key) {
            Some((name, node)) => T::decode(&placed(node, name), report),
            None => T::absent().or_else(|| self.missing(key, report)),
        }
    }

    fn missing<T>(&self, key: &'static str, report: &mut Report) -> Option<T> {
        let first = self.entries.first().map_or(self.span, |(name, _)| name.span);
        let misspelt = self.entries.iter().find(|(name, _)| {
            !self.known.contains(&name.value.as_str()) && crate::diagnostic::closest(&name.value, [key]).is_some()
        });
        let message = format!("this {} has no `{key}`", self.what);
        let diagnostic = Diagnostic::error("missing-key", misspelt.map_or(first, |(name, _)| name.span), message);
        report.push(diagnostic);
        None
    }

    /// Reports the keys that nothing has asked for.
    pub fn finish(self, report: &mut Report) {
        for (name, _) in self.entries {
            if !self.known.contains(&name.value.as_str()) {
                let article = if self.what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                let message = format!("{article} {} has no key `{}`", self.what, name.value);
                let diagnostic = Diagnostic::error("unknown-key", name.span, message);
                let known = self.known.iter().copied();
                let guess = crate::diagnostic::closest(&name.value, known.clone());
                report.push(match guess {
                    Some(guess) => diagnostic.hint(format!("did you mean `{guess}`?")),
                    None => diagnostic.hint(format!("known keys: {}", listing(known))),
                });
            }
        }
    }
}

/// An empty value is pointed at by its key: there is nothing else to see.
fn placed(node: &Node, name: &Text) -> Node {
    let span = if matches!(node.kind, Kind::Null) { name.span } else { node.span };
    Node { kind: node.kind.clone(), span }
}

/// "expected a list, found a text".
pub fn wrong_shape(node: &Node, expected: &str, found: &Kind) -> Diagnostic {
    let message = format!("expected {expected}, found {}", found.describe());
    Diagnostic::error("wrong-type", node.span, message)
}

/// The text of a scalar; anything else is a fault.
pub fn scalar<'n>(node: &'n Node, expected: &str, report: &mut Report) -> Option<&'n Text> {
    match &node.kind {
        Kind::Scalar(text) => Some(text),
        other => {
            let diagnostic = wrong_shape(node, expected, other);
            report.push(match other {
                Kind::Map(_) if expected.ends_with("text") => {
                    diagnostic.hint("a text with `: ` in it has to be quoted, or begun with `>` and continued on the next line")
                }
                _ => diagnostic,
            });
            None
        }
    }
}
