//! A contribution of a Member State, of several, or of a regional group: box, clauses, whom to ask, and, if it is handed on by the secretariat, the note
//! that does so.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `contribution`.
pub static KIND: Kind = Kind {
    name: "contribution",
    about: "A contribution of a Member State, of several, or of a regional group.",
    usual: None,
    coverage: Coverage::Nothing,
    own: KindFields::Nothing,
    numbered: false,
    boxed: true,
    names_author: true,
    begins_with: &["contribution"],
};
