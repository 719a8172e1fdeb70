//! Reading typed values from a tree, with every fault reported.

use super::schema::Schemas;
use super::tree::{Kind, Node};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, listing};
use crate::source::{Span, Text};

/// A type that can be read from a YAML node.
pub trait Decode: Sized {
    /// Reads the value of a node. All faults of the node and below it go to `report`; an `Err` proves that there was one.
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported>;

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
    pub fn open(node: &'n Node, what: &'static str, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::Map(entries) => Ok(Self { entries, span: node.span, what, known: Vec::new() }),
            other => Err(report.push(wrong_shape(node, &format!("a map ({what})"), other))),
        }
    }

    /// Reads the value of `key` as a `T`; a key that is absent has the value of [`Decode::absent`], or is reported as missing.
    pub fn take<T: Decode>(&mut self, key: &'static str, report: &mut Diagnostics) -> Result<T, Reported> {
        self.known.push(key);
        match self.entries.iter().find(|(name, _)| name.value == key) {
            // an empty value is pointed at by its key: there is nothing else to see
            Some((name, Node { kind: Kind::Null, .. })) => T::decode(&Node { kind: Kind::Null, span: name.span }, report),
            Some((_, node)) => T::decode(node, report),
            None => T::absent().ok_or_else(|| report.push(self.missing(key))),
        }
    }

    fn missing(&self, key: &'static str) -> Diagnostic {
        let first = self.entries.first().map_or(self.span, |(name, _)| name.span);
        let misspelt = self.entries.iter().find(|(name, _)| {
            !self.known.contains(&name.value.as_str()) && crate::diagnostic::closest(&name.value, [key]).is_some()
        });
        let message = format!("this {} has no `{key}`", self.what);
        Diagnostic::new(catalogue::MISSING_KEY, misspelt.map_or(first, |(name, _)| name.span), message)
    }

    /// Reports the keys that nothing has asked for.
    pub fn finish(self, report: &mut Diagnostics) {
        for (name, _) in self.entries {
            if !self.known.contains(&name.value.as_str()) {
                let article = if self.what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                let message = format!("{article} {} has no key `{}`", self.what, name.value);
                let diagnostic = Diagnostic::new(catalogue::UNKNOWN_KEY, name.span, message);
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

/// "expected a list, found a text".
pub fn wrong_shape(node: &Node, expected: &str, found: &Kind) -> Diagnostic {
    let message = format!("expected {expected}, found {}", found.describe());
    Diagnostic::new(catalogue::WRONG_TYPE, node.span, message)
}

/// The text of a scalar; anything else is a fault.
pub fn scalar<'n>(node: &'n Node, expected: &str, report: &mut Diagnostics) -> Result<&'n Text, Reported> {
    match &node.kind {
        Kind::Scalar(text) => Ok(text),
        other => {
            let diagnostic = wrong_shape(node, expected, other);
            Err(report.push(match other {
                Kind::Map(_) if expected.ends_with("text") => {
                    diagnostic.hint("a text with `: ` in it has to be quoted, or begun with `>` and continued on the next line")
                }
                Kind::Map(_) | Kind::Null | Kind::Scalar(_) | Kind::List(_) => diagnostic,
            }))
        }
    }
}
