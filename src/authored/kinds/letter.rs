//! A letter: address, subject, salutation, text, closing, signature; without a box and without numbers.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `letter`.
pub static KIND: Kind = Kind {
    name: "letter",
    about: "A letter, for instance the one with which a contribution is sent.",
    usual: None,
    coverage: Coverage::Nothing,
    own: KindFields::Letter,
    numbered: false,
    boxed: false,
    names_author: false,
    begins_with: &["letter"],
};
