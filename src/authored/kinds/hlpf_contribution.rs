//! A contribution to the High-level Political Forum, or to another forum that calls for one: answers to its questions, with evidence from records.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `hlpf-contribution`.
pub static KIND: Kind = Kind {
    name: "hlpf-contribution",
    about: "A contribution to a forum that calls for one with a questionnaire and a deadline.",
    usual: Some(include_str!("hlpf_contribution.yaml")),
    coverage: Coverage::Nothing,
    own: KindFields::Contribution,
    numbered: false,
    boxed: false,
    names_author: false,
    begins_with: &["hlpf-contribution"],
};
