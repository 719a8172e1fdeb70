//! Reads YAML files into typed values that know their places, and reports all faults of a file in one run.
//!
//! 1. [`parse`] makes a tree of the text, within limits of depth and size.
//! 2. [`Decode`] reads a typed value from a node and reports all faults below the node, instead of stopping at the first one as serde does.
//! 3. [`Identities`] gives each record and text of a tree an identity that does not depend on its place.
//! 4. The same types give the [JSON Schema](schema) that editors use, so that reader and schema cannot disagree.
//!
//! Types are declared by [`record!`](crate::record) (a map with known keys) and [`choice!`](crate::choice) (one of several words).
//! `decode.rs` and `schema.rs` use each other, because [`Decode`] declares that a type has both a reader and a schema.

mod decode;
mod gate;
mod identity;
mod macros;
mod open;
mod primitives;
pub mod schema;
mod signs;
mod syntax;
mod tree;

pub use decode::{Decode, Fields, scalar, text_with_colon, wrong_shape};
pub use identity::{Identities, NamedTree, own_name};
pub use primitives::{Entries, Many, Shared};
pub use tree::{Kind, Node, parse};
