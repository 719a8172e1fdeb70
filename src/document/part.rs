//! What a piece of a line says or shows: types that the document and the resolved document share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether words are lowered or raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// The words are lowered: `H~2~O`.
    Subscript,
    /// The words are raised: `10^3^`.
    Superscript,
}

/// What a reference says of its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The label as it is said in a sentence: `Table 1`, `Annex 2`, `4.1`.
    #[default]
    Label,
    /// The number alone: `1`, `2`, `4.1`.
    Number,
    /// The heading, or the caption.
    Title,
    /// The number of the page on which the target begins.
    Page,
}

impl Part {
    /// All parts, in the order of the manual.
    pub const ALL: [Self; 4] = [Self::Label, Self::Number, Self::Title, Self::Page];

    /// Returns the word by which an author asks for the part: `{page}`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Number => "number",
            Self::Title => "title",
            Self::Page => "page",
        }
    }

    /// Says whether this is the label, which is usual.
    pub fn is_label(&self) -> bool {
        *self == Self::Label
    }
}
