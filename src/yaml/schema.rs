//! Makes the JSON Schema (draft 2020-12) of what authors write from the types that read it.

use super::decode::{Decode, scalar};
use super::tree::Node;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, listing};
use serde_json::{Map, Value, json};

/// The definitions to which a schema refers (`$defs`), collected while the schema is made.
#[derive(Default)]
pub struct Schemas {
    definitions: Map<String, Value>,
}

/// A key of a map, with the schema of its value.
pub struct Property {
    name: &'static str,
    schema: Value,
    required: bool,
}

impl Property {
    /// Makes the key `name` with a value of type `T`; `doc` is the description that editors show.
    pub fn of<T: Decode>(name: &'static str, doc: &str, schemas: &mut Schemas) -> Self {
        let mut schema = T::schema(schemas);
        if let Some(object) = schema.as_object_mut()
            && !doc.is_empty()
        {
            object.insert("description".into(), doc.trim().into());
        }
        Self { name, schema, required: T::absent().is_none() }
    }

    /// Returns the name of the key.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the same key as one that may be left out.
    pub fn optional(self) -> Self {
        Self { required: false, ..self }
    }
}

impl Schemas {
    /// Defines the map `name`, unless it is defined already, and returns a reference to it; `what` is what messages and the reference call it: "meeting".
    pub fn define(&mut self, name: &str, what: &str, doc: &str, properties: impl FnOnce(&mut Self) -> Vec<Property>) -> Value {
        if !self.definitions.contains_key(name) {
            self.definitions.insert(name.into(), Value::Null); // a place for records that contain themselves
            let properties = properties(self);
            let mut schema = object(doc, properties);
            schema["title"] = what.into();
            self.definitions.insert(name.into(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// Defines any other schema under `name`, unless it is defined already, and returns a reference to it.
    pub fn define_as(&mut self, name: &str, schema: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.definitions.contains_key(name) {
            self.definitions.insert(name.into(), Value::Null);
            let schema = schema(self);
            self.definitions.insert(name.into(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// Returns the whole schema: `root` with the title and all definitions.
    pub fn document(self, title: &str, root: Value) -> Value {
        let mut document = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title });
        let object = document.as_object_mut().expect("made as an object");
        object.extend(root.as_object().cloned().unwrap_or_default());
        object.insert("$defs".into(), Value::Object(self.definitions));
        document
    }
}

/// Returns the schema of a map with these keys and no others.
pub fn object(doc: &str, properties: Vec<Property>) -> Value {
    let required: Vec<_> = properties.iter().filter(|property| property.required).map(|property| property.name).collect();
    let properties: Map<_, _> = properties.into_iter().map(|property| (property.name.into(), property.schema)).collect();
    json!({
        "type": "object", "description": doc.trim(), "properties": properties, "required": required,
        "additionalProperties": false,
    })
}

/// Returns the schema of a choice; each word comes with its description.
pub fn words(words: &[(&str, &str)]) -> Value {
    let all: Vec<_> = words.iter().map(|(word, doc)| json!({ "const": word, "description": doc.trim() })).collect();
    json!({ "oneOf": all })
}

/// Reads a choice: the one of `all` whose `word` the author wrote.
///
/// # Errors
///
/// Reports a word that is not among them, and fails.
pub fn word<T: Copy>(node: &Node, all: &[T], word: fn(T) -> &'static str, report: &mut Diagnostics) -> Result<T, Reported> {
    let text = scalar(node, "a word", report)?;
    let found = all.iter().copied().find(|&candidate| word(candidate) == text.value);
    found.ok_or_else(|| {
        let words = all.iter().map(|&candidate| word(candidate));
        let diagnostic = Diagnostic::new(catalogue::UNKNOWN_WORD, text.span, format!("unknown word `{}`", text.value));
        report.push(match crate::diagnostic::closest(&text.value, words.clone()) {
            Some(best) => diagnostic.hint(format!("did you mean `{best}`?")),
            None => diagnostic.hint(format!("known words: {}", listing(words))),
        })
    })
}
