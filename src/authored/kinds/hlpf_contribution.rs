//! A contribution to the High-level Political Forum, or to any other forum that calls for one: answers to its questions, with evidence from the record.

use super::{Kind, Reports};
use crate::authored::Own;

/// The kind.
pub static KIND: Kind = Kind {
    name: "hlpf-contribution",
    about: "A contribution to a forum that calls for one with a questionnaire and a deadline.",
    usual: Some(include_str!("hlpf_contribution.yaml")),
    reports: Reports::Nothing,
    own: Own::Contribution,
    numbered: false,
    begins_with: &["hlpf-contribution"],
};
