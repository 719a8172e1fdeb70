//! Identities: by which name a record, a text or a block is known from one edit of the files to the next.
//!
//! A place in a file moves with every line that is inserted above it, and a paragraph's number with every paragraph. An identity is a path instead,
//! from the nearest name that an author gave: `meetings.38#forum-participation.text` is the text of the recommendation with the id
//! `forum-participation` of the 38th meeting. Edits elsewhere do not change it. [`crate::yaml::Identities`] finds it for a place.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// Declares a kind of identity.
macro_rules! identity {
    ($(#[doc = $doc:literal])* $name:ident) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Makes the identity that is written as `path`.
            pub fn new(path: impl Into<Arc<str>>) -> Self {
                Self(path.into())
            }

            /// Returns the identity as it is written; empty if there is none.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Says whether there is no identity.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": concat!($($doc, "\n"),*).trim() })
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::new)
            }
        }
    };
}

identity! {
    /// The identity of a record: a map in a file of a dossier, such as a meeting, a recommendation, a clause.
    RecordId
}

identity! {
    /// The identity of a text: a single value in a file of a dossier.
    TextId
}

identity! {
    /// The identity of a block of a document: the author's id for it, or else that of the text or record that it is made from, with the role of the
    /// block and its order where one record makes several.
    BlockId
}

/// What words of a document come from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The words are those of an author's text.
    Text(TextId),
    /// The words are generated from a record.
    Record(RecordId),
}
