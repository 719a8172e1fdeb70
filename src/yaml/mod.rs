//! YAML text → typed values that know their places, with every shape error of a file in one go.
//!
//! 1. [`parse`] makes a tree of the text, within a budget.
//! 2. A type's [`Decode`] reads a node and reports all that is wrong below it, instead of stopping at the first fault as serde does.
//! 3. [`Identities`] says by which name each record and text of a tree is known, whatever its place is.
//! 4. The same types give the [JSON Schema](schema) that editors use, so that the two cannot disagree.
//!
//! Types are declared by [`record!`](crate::record) (a map with known keys) and [`choice!`](crate::choice) (one word of several).

mod decode;
mod identity;
mod macros;
mod primitives;
pub mod schema;
mod tree;

pub use decode::{Decode, Fields, scalar, wrong_shape};
pub use identity::{Identities, NamedTree};
pub use primitives::{Entries, Many, Shared};
pub use tree::{Kind, Node, parse};
