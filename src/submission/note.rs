//! Any other document: free clauses, tables, figures, annexes.

use super::Kind;

/// The kind.
pub static KIND: Kind = Kind {
    name: "note",
    about: "Any other document: free clauses, tables, figures and annexes.",
    default_body: None,
    needs_period: false,
    numbered: false,
};
