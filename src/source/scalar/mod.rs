//! Reading a YAML scalar once more, to learn which bytes of the file stand for which bytes of its value.
//!
//! The parser of YAML says what a scalar means, in which style it is written and where, but not where each of its words stands. [`read`] reads the
//! bytes of the one scalar by the rules of its style: [`flow`] for plain and quoted scalars, [`block`] for `|` and `>`. The value comes out a second
//! time, so that the caller can compare it with the parser's: where the two differ, the map is not used.

mod block;
mod flow;
mod map;

pub(super) use map::{Map, Segment, raw_range, raw_start};
use std::ops::Range;

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// In single quotes.
    SingleQuoted,
    /// In double quotes.
    DoubleQuoted,
    /// A block that keeps its lines: `|`.
    Literal,
    /// A block whose lines are joined: `>`.
    Folded,
}

impl ScalarStyle {
    /// Whether it is a block below a header: `|` or `>`.
    pub fn is_block(self) -> bool {
        matches!(self, Self::Literal | Self::Folded)
    }

    /// How many bytes the quote at each end has.
    pub(super) fn quote(self) -> usize {
        usize::from(matches!(self, Self::SingleQuoted | Self::DoubleQuoted))
    }
}

/// Where a scalar stands, as far as that bears on how it may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// A value in lines that are indented.
    Block,
    /// A value within brackets or braces.
    Flow,
    /// The key of a map.
    Key,
}

/// A scalar as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// How it is written.
    pub style: ScalarStyle,
    /// Where it stands.
    pub context: Context,
    /// The bytes of the file that belong to it: with its quotes; of a block from its header to the end of its last line.
    pub range: Range<usize>,
    /// By how many spaces the lines of a block are indented; else 0.
    pub indent: usize,
}

/// The value of a scalar, and the map from its bytes to those of `written`, which is all that belongs to the scalar.
///
/// Returns none if `written` is not a scalar of this style with this indentation.
pub(super) fn read(written: &str, style: ScalarStyle, indent: usize) -> Option<Map> {
    let inner = style.quote()..written.len().checked_sub(style.quote())?;
    match style {
        ScalarStyle::Plain => flow::read(written, inner, flow::Signs::None),
        ScalarStyle::SingleQuoted => flow::read(written, inner, flow::Signs::Quotes),
        ScalarStyle::DoubleQuoted => flow::read(written, inner, flow::Signs::Escapes),
        ScalarStyle::Literal => block::read(written, indent, false),
        ScalarStyle::Folded => block::read(written, indent, true),
    }
}

/// The bytes between the quotes, if they are the value as it stands.
pub(super) fn verbatim(written: &str, style: ScalarStyle) -> Option<&str> {
    if style.is_block() { None } else { written.get(style.quote()..written.len().checked_sub(style.quote())?) }
}

/// How many bytes the line break at `at` has; 0 if there is none.
fn break_length(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}
