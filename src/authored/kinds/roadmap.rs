//! A roadmap: for each WSIS Action Line, or each Goal, the objective and the activities with Sector, timeframe, lead and indicators.

use super::{Coverage, Kind};
use crate::authored::KindFields;

/// The kind `roadmap`.
pub static KIND: Kind = Kind {
    name: "roadmap",
    about: "A roadmap of the Union for WSIS Action Lines or for the Sustainable Development Goals.",
    usual: Some(include_str!("roadmap.yaml")),
    coverage: Coverage::Nothing,
    own: KindFields::Nothing,
    numbered: true,
    boxed: true,
    names_author: false,
    begins_with: &["roadmap"],
};
