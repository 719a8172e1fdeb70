//! The map from a value to the bytes that were written for it.

use super::break_length;
use std::ops::Range;

/// A stretch of a value, up to the next one, and the bytes that were written for it.
///
/// If both are of one length, each byte stands for itself; else all the bytes were written for the whole stretch, as `\u00e9` for `é`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The offset in the value.
    pub value: u32,
    /// The offset in what is written.
    pub raw: u32,
    /// The number of bytes that are written.
    pub length: u32,
}

/// Where byte `offset` of a value of `length` bytes is written; what is skipped before it, as an indentation, does not belong to it.
///
/// The end of the value is the end of its last stretch. Returns none if there are no stretches.
pub fn raw_start(segments: &[Segment], length: usize, offset: usize) -> Option<usize> {
    let at = segments.partition_point(|segment| segment.value as usize <= offset).max(1) - 1;
    let segment = segments.get(at)?;
    let value_end = segments.get(at + 1).map_or(length, |next| next.value as usize);
    let (raw, inside) = (segment.raw as usize, offset.saturating_sub(segment.value as usize));
    let is_verbatim = value_end - segment.value as usize == segment.length as usize;
    Some(match inside {
        _ if offset >= length => raw + segment.length as usize,
        _ if is_verbatim => raw + inside,
        _ => raw,
    })
}

/// The bytes that were written for the bytes `range` of a value of `length` bytes, from the first to the last.
pub fn raw_range(segments: &[Segment], length: usize, range: Range<usize>) -> Option<Range<usize>> {
    let start = raw_start(segments, length, range.start)?;
    let last = range.end.min(length);
    if last <= range.start {
        return Some(start..start);
    }
    let at = segments.partition_point(|segment| (segment.value as usize) < last).max(1) - 1;
    let segment = segments[at];
    let value_end = segments.get(at + 1).map_or(length, |next| next.value as usize);
    let missing = if value_end - segment.value as usize == segment.length as usize { value_end - last } else { 0 };
    Some(start..(segment.raw as usize + segment.length as usize - missing).max(start))
}

/// A value while it is read, with its map.
#[derive(Default)]
pub struct Map {
    /// The value.
    pub value: String,
    /// The stretches, in order; offsets count from the beginning of the scalar.
    pub segments: Vec<Segment>,
}

impl Map {
    /// Adds bytes that mean themselves.
    pub fn verbatim(&mut self, written: &str, raw: Range<usize>) {
        self.add(&written[raw.clone()], raw);
    }

    /// Adds the meaning of the bytes `raw`; stretches of bytes that mean themselves are joined.
    pub fn add(&mut self, meaning: &str, raw: Range<usize>) {
        if meaning.is_empty() {
            return;
        }
        let value = self.value.len();
        self.value.push_str(meaning);
        if let Some(last) = self.segments.last_mut() {
            let is_verbatim = value - last.value as usize == last.length as usize && meaning.len() == raw.len();
            if is_verbatim && (last.raw + last.length) as usize == raw.start {
                last.length += raw.len() as u32;
                return;
            }
        }
        self.segments.push(Segment { value: value as u32, raw: raw.start as u32, length: raw.len() as u32 });
    }

    /// Adds a line break that is folded: a space, or without its first break the `breaks` breaks in the bytes `gap`.
    pub fn fold(&mut self, written: &str, gap: Range<usize>, breaks: usize) {
        match breaks {
            1 => self.add(" ", gap),
            _ => self.breaks(written, gap, 1, breaks),
        }
    }

    /// Adds the line breaks in the bytes `gap`, which has `breaks` of them, without the first `skipped` ones.
    ///
    /// Each stands for the bytes up to its end from the end of the one before; the first one for those of the skipped ones too.
    pub fn breaks(&mut self, written: &str, gap: Range<usize>, skipped: usize, breaks: usize) {
        let mut start = gap.start;
        let mut at = gap.start;
        for number in 0..breaks {
            at += written[at..gap.end].find(['\r', '\n']).unwrap_or(gap.end - at);
            at += break_length(written, at);
            if number >= skipped {
                self.add("\n", start..at);
                start = at;
            }
        }
    }
}
