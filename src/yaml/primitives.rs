//! Implements [`Decode`] for the types that are not records: texts, numbers, lists, maps with free keys.

use super::decode::{Decode, scalar, wrong_shape};
use super::schema::Schemas;
use super::tree::{Kind, Node};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::{Spanned, Text};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// A list that authors may also write as a single value; an absent one is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Many<T>(pub Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for Many<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

/// A map with free keys, in the order of the file; an absent one is empty. Clones share the entries.
#[derive(Debug, Clone)]
pub struct Entries<T>(pub Vec<Arc<(Text, T)>>, OnceLock<Index>);

/// The position of each key among the entries that there were when it was first asked for, and the number of these.
type Index = (HashMap<String, usize>, usize);

/// The most entries that are looked through one by one: for so few an index costs more than it spares.
const FEW: usize = 16;

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new(), OnceLock::new())
    }
}

impl<T> Entries<T> {
    /// Returns the value of `key`, the first one if several files give it.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.entry(key).map(|(_, value)| value)
    }

    /// Returns the key as it is written, and its value. The time does not grow with the number of entries.
    pub fn entry(&self, key: &str) -> Option<&(Text, T)> {
        let among = |entries: &'_ [Arc<(Text, T)>]| entries.iter().position(|entry| entry.0.value == key);
        if self.0.len() <= FEW {
            return among(&self.0).map(|at| &*self.0[at]);
        }
        let (index, indexed) = self.1.get_or_init(|| {
            let mut index = HashMap::with_capacity(self.0.len());
            for (at, (name, _)) in self.iter().enumerate() {
                index.entry(name.value.clone()).or_insert(at);
            }
            (index, self.0.len())
        });
        let at = index.get(key).copied().or_else(|| among(&self.0[*indexed..]).map(|at| indexed + at));
        at.map(|at| &*self.0[at])
    }

    /// Returns all entries in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &(Text, T)> + Clone {
        self.0.iter().map(|entry| &**entry)
    }
}

/// A list whose clones share the items; an absent one is empty.
#[derive(Debug, Clone)]
pub struct Shared<T>(pub Vec<Arc<T>>);

/// The iterator over the items of a [`Shared`] list.
pub type Items<'a, T> = std::iter::Map<std::slice::Iter<'a, Arc<T>>, fn(&Arc<T>) -> &T>;

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Shared<T> {
    /// Returns all items in the order of the file.
    pub fn iter(&self) -> Items<'_, T> {
        self.0.iter().map(|item| item)
    }
}

impl<'a, T> IntoIterator for &'a Shared<T> {
    type Item = &'a T;
    type IntoIter = Items<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Decode for Text {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        scalar(node, "a text", report).cloned()
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": ["string", "number", "boolean"] })
    }
}

impl Decode for bool {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = scalar(node, "`true` or `false`", report)?;
        match text.value.as_str() {
            "true" => Ok(true),
            "false" => Ok(false),
            other => {
                let message = format!("expected `true` or `false`, found `{other}`");
                Err(report.push(Diagnostic::new(catalogue::WRONG_TYPE, text.span, message)))
            }
        }
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Decode for u32 {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = scalar(node, "a whole number", report)?;
        let digits = text.value.bytes().all(|b| b.is_ascii_digit());
        text.value.parse().ok().filter(|_| digits).ok_or_else(|| {
            let message = format!("expected a whole number, found `{}`", text.value);
            report.push(Diagnostic::new(catalogue::WRONG_TYPE, text.span, message))
        })
    }
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        T::decode(node, report).map(|value| Self { value, span: node.span })
    }
    fn schema(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        T::decode(node, report).map(Box::new)
    }
    fn schema(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match node.kind {
            Kind::Null => Ok(None),
            _ => T::decode(node, report).map(Some),
        }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn schema(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

/// Reads all items of a list. The faults of all items are reported before it fails.
fn all<T: Decode>(items: &[Node], report: &mut Diagnostics) -> Result<Vec<T>, Reported> {
    let decoded: Vec<Result<T, Reported>> = items.iter().map(|item| T::decode(item, report)).collect();
    decoded.into_iter().collect()
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::List(items) => all(items, report),
            Kind::Null => Ok(Vec::new()),
            other => {
                let hint = "write it as `[first, second]`, or as lines that begin with `- `";
                Err(report.push(wrong_shape(node, "a list", other).hint(hint)))
            }
        }
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "type": "array", "items": T::schema(schemas) })
    }
}

impl<T: Decode> Decode for Many<T> {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::List(items) => all(items, report).map(Self),
            Kind::Null => Ok(Self::default()),
            _ => T::decode(node, report).map(|one| Self(vec![one])),
        }
    }
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
    fn schema(schemas: &mut Schemas) -> Value {
        let one = T::schema(schemas);
        json!({ "anyOf": [one, { "type": "array", "items": one }] })
    }
}

impl<T: Decode> Decode for Shared<T> {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        Vec::decode(node, report).map(|items: Vec<T>| Self(items.into_iter().map(Arc::new).collect()))
    }
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
    fn schema(schemas: &mut Schemas) -> Value {
        Vec::<T>::schema(schemas)
    }
}

impl<T: Decode> Decode for Entries<T> {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let entries = match &node.kind {
            Kind::Map(entries) => entries,
            Kind::Null => return Ok(Self::default()),
            other => {
                let hint = "write an entry a line: `name: value`";
                return Err(report.push(wrong_shape(node, "a map", other).hint(hint)));
            }
        };
        let decoded = entries.iter().map(|(key, value)| Ok(Arc::new((key.clone(), T::decode(value, report)?))));
        let decoded: Vec<_> = decoded.collect();
        decoded.into_iter().collect::<Result<_, _>>().map(|entries| Self(entries, OnceLock::new()))
    }
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "type": "object", "additionalProperties": T::schema(schemas) })
    }
}
