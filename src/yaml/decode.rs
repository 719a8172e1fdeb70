//! Decodes typed values from the tree of a YAML file, and reports every fault.

use super::schema::Schemas;
use super::syntax::{QUOTE, is_key};
use super::tree::{Kind, Node};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, closest, listing};
use crate::source::{Span, Text};

/// A type whose values can be read from a YAML node.
pub trait Decode: Sized {
    /// Reads the value of a node.
    ///
    /// # Errors
    ///
    /// Adds all faults of the node and of the nodes below it to `report`, and fails if there was one.
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported>;

    /// Returns the value for a map that lacks the key; `None` makes the key obligatory.
    fn absent() -> Option<Self> {
        None
    }

    /// Returns the JSON Schema of the type; definitions that it refers to are added to `schemas`.
    fn schema(schemas: &mut Schemas) -> serde_json::Value;
}

/// A reader of the entries of a map: its caller asks for one key after another, then [`Fields::finish`] reports the keys for which nobody asked.
pub struct Fields<'n> {
    entries: &'n [(Text, Node)],
    /// The place of the whole map.
    pub span: Span,
    /// The name of what the map describes, for messages: "meeting".
    what: &'static str,
    /// The keys for which the caller has asked.
    known: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// Opens the map `node`, which describes a `what`, for messages: "meeting".
    ///
    /// # Errors
    ///
    /// Reports a node that is not a map, and fails.
    pub fn open(node: &'n Node, what: &'static str, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::Map(entries) => Ok(Self { entries, span: node.span, what, known: Vec::new() }),
            other => Err(report.push(wrong_shape(node, &format!("a map ({what})"), other))),
        }
    }

    /// Reads the value of `key` as a `T`; a key that is absent has the value of [`Decode::absent`].
    ///
    /// # Errors
    ///
    /// Reports a faulty value, or an obligatory key that is absent, and fails.
    pub fn take<T: Decode>(&mut self, key: &'static str, report: &mut Diagnostics) -> Result<T, Reported> {
        self.known.push(key);
        match self.entries.iter().find(|(name, _)| name.value == key) {
            // messages about an empty value point at its key, since there is nothing else to see
            Some((name, Node { kind: Kind::Null, .. })) => T::decode(&Node { kind: Kind::Null, span: name.span }, report),
            Some((_, node)) => T::decode(node, report),
            None => T::absent().ok_or_else(|| report.push(self.missing(key))),
        }
    }

    /// Returns the message that `key` is absent. It points at a key that is perhaps a misspelt `key`, or at the beginning of the map.
    fn missing(&self, key: &'static str) -> Diagnostic {
        let first = self.entries.first().map_or(self.span, |(name, _)| name.span);
        let misspelt = self.entries.iter().find(|(name, _)| {
            !self.known.contains(&name.value.as_str()) && crate::diagnostic::closest(&name.value, [key]).is_some()
        });
        let message = format!("this {} has no `{key}`", self.what);
        Diagnostic::new(catalogue::MISSING_KEY, misspelt.map_or(first, |(name, _)| name.span), message)
    }

    /// Reports the keys for which nobody has asked.
    pub fn finish(self, report: &mut Diagnostics) {
        for (name, _) in self.entries {
            if !self.known.contains(&name.value.as_str()) {
                let article = if self.what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                let message = format!("{article} {} has no key `{}`", self.what, name.value);
                let diagnostic = Diagnostic::new(catalogue::UNKNOWN_KEY, name.span, message);
                let known = self.known.iter().copied();
                let guess = closest(&name.value, known.clone());
                report.push(match guess {
                    Some(guess) => diagnostic.hint(format!("did you mean `{guess}`?")),
                    None => diagnostic.hint(format!("known keys: {}", listing(known))),
                });
            }
        }
    }
}

/// Returns the message "expected a list, found a text" for a node with the value `found`.
pub fn wrong_shape(node: &Node, expected: &str, found: &Kind) -> Diagnostic {
    let message = format!("expected {expected}, found {}", found.describe());
    Diagnostic::new(catalogue::WRONG_TYPE, node.span, message)
}

/// Returns the message about a map that is meant as a text with `: ` in it, such as `Note: the meeting was virtual`; `None` if the
/// map looks as if its key were meant to be one, perhaps one of those that are `known`.
pub fn text_with_colon(entries: &[(Text, Node)], known: &[&str]) -> Option<Diagnostic> {
    let is_meant = |key: &str| known.is_empty() || known.contains(&key) || closest(key, known.iter().copied()).is_some();
    let (key, value) = entries.first().filter(|_| entries.len() == 1)?;
    if is_key(&key.value) && is_meant(&key.value) {
        return None;
    }
    let message = format!("YAML takes `{}` for a key, since `: ` follows it", key.value);
    let diagnostic = Diagnostic::new(catalogue::WRONG_TYPE, key.span, message);
    Some(match value.kind {
        Kind::Null => diagnostic.hint(format!("a text that begins with `{{` or ends with `:` {QUOTE}")),
        _ => diagnostic.hint(format!("a text with `: ` in it {QUOTE}")),
    })
}

/// Returns the text of a scalar; `expected` says in messages what it should be: "a text".
///
/// # Errors
///
/// Reports a node that is not a scalar, and fails.
pub fn scalar<'n>(node: &'n Node, expected: &str, report: &mut Diagnostics) -> Result<&'n Text, Reported> {
    match &node.kind {
        Kind::Scalar(text) => Ok(text),
        other => {
            let diagnostic = wrong_shape(node, expected, other);
            Err(report.push(match other {
                Kind::Map(entries) if expected.ends_with("text") => match &entries[..] {
                    [(_, Node { kind: Kind::Null, .. }), ..] => diagnostic.hint(format!("a text that begins with `{{` {QUOTE}")),
                    _ => diagnostic.hint(format!("a text with `: ` in it {QUOTE}")),
                },
                Kind::List(_) if expected.ends_with("text") => {
                    diagnostic.hint(format!("a text that begins with `[` or `- ` {QUOTE}"))
                }
                Kind::Map(_) | Kind::Null | Kind::Scalar(_) | Kind::List(_) => diagnostic,
            }))
        }
    }
}
