//! Reads a YAML scalar a second time, to learn which bytes of the file stand for which bytes of its value.
//!
//! The parser of YAML says what a scalar means, in which style it is written and where, but not where each of its words stands. [`read`] reads the
//! bytes of the one scalar by the rules of its style: [`flow`] for plain and quoted scalars, [`block`] for `|` and `>`. The value comes out a second
//! time, so that the caller can compare it with the parser's: where the two differ, the map is not used.

mod block;
mod flow;
mod map;

pub use map::ends_with_backslash;
pub(super) use map::{Map, Segment, raw_range, raw_start};
use std::ops::Range;

/// The YAML style in which a scalar is written.
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
    /// Says whether the style is that of a block below a header: `|` or `>`.
    pub fn is_block(self) -> bool {
        matches!(self, Self::Literal | Self::Folded)
    }

    /// Returns the length in bytes of the quote at each end: 0 or 1.
    pub(super) fn quote(self) -> usize {
        usize::from(matches!(self, Self::SingleQuoted | Self::DoubleQuoted))
    }
}

/// The surroundings of a scalar, as far as they restrict how it may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The scalar is a value in indented lines.
    Block,
    /// The scalar is a value within brackets or braces.
    Flow,
    /// The scalar is the key of a map.
    Key,
}

/// A scalar as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The style in which the scalar is written.
    pub style: ScalarStyle,
    /// The surroundings of the scalar.
    pub context: Context,
    /// The bytes of the file that belong to the scalar: with its quotes; for a block, from its header to the end of its last line.
    pub range: Range<usize>,
    /// The indentation of the lines of a block, in spaces; 0 for other scalars.
    pub indent: usize,
}

/// Returns the value of a scalar and the map from its bytes to those of `written`, which are all bytes of the scalar.
///
/// Returns `None` if `written` is not a scalar of this style with this indentation.
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

/// Returns the bytes between the quotes; `None` for a block. Where they equal the value, the scalar needs no map.
pub(super) fn verbatim(written: &str, style: ScalarStyle) -> Option<&str> {
    if style.is_block() { None } else { written.get(style.quote()..written.len().checked_sub(style.quote())?) }
}

/// Returns the offsets of the backslashes in a scalar in double quotes that stand at the end of a line: YAML takes them out, and
/// joins the words before and after them.
pub fn joining_backslashes(written: &str) -> Vec<usize> {
    let mut escaped = false;
    let signs = written.bytes().enumerate().filter(|(at, byte)| {
        let joins = *byte == b'\\' && !escaped && break_length(written, at + 1) > 0;
        escaped = *byte == b'\\' && !escaped;
        joins
    });
    signs.map(|(at, _)| at).collect()
}

/// Returns the length in bytes of the line break at the offset `at`; 0 if there is none.
fn break_length(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}
