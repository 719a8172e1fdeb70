//! A liaison statement of one group to another: who sends it to whom, for action, comment or information, what is forwarded, and by when an answer is wanted.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `liaison`.
pub static KIND: Kind = Kind {
    name: "liaison",
    about: "A liaison statement of one group to another.",
    usual: None,
    coverage: Coverage::Nothing,
    own: KindFields::Liaison,
    numbered: false,
    boxed: false,
    names_author: false,
    begins_with: &["group", "liaison"],
};
