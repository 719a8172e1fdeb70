//! Any other document: free clauses, tables, figures, annexes.

use super::{Kind, Reports};
use crate::authored::Own;

/// The kind.
pub static KIND: Kind = Kind {
    name: "note",
    about: "Any other document: free clauses, tables, figures and annexes.",
    usual: None,
    reports: Reports::Nothing,
    own: Own::Nothing,
    numbered: false,
    begins_with: &["note"],
};
