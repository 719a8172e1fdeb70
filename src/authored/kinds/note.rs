//! A note: any other document, with free clauses, tables, figures and annexes.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `note`.
pub static KIND: Kind = Kind {
    name: "note",
    about: "Any other document: free clauses, tables, figures and annexes.",
    usual: None,
    coverage: Coverage::Nothing,
    own: KindFields::Nothing,
    numbered: false,
    boxed: false,
    names_author: false,
    begins_with: &["note"],
};
