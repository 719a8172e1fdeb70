//! A letter: address, subject, salutation, text, closing, signature; without a box and without numbers.

use super::{Kind, Reports};
use crate::authored::Own;

/// The kind.
pub static KIND: Kind = Kind {
    name: "letter",
    about: "A letter, for instance the one with which a contribution is sent.",
    usual: None,
    reports: Reports::Nothing,
    own: Own::Letter,
    numbered: false,
    begins_with: &["letter"],
};
