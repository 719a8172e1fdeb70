//! The map from a value to the bytes that were written for it.

use super::break_length;
use std::ops::Range;

/// A segment of a value, up to the beginning of the next segment, and the bytes that were written for it.
///
/// If both have the same length, each byte stands for itself; otherwise all the written bytes stand for the whole segment, as `\u00e9` for `é`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The offset of the segment in the value, in bytes.
    pub value: u32,
    /// The offset of the written bytes, from the beginning of the scalar.
    pub raw: u32,
    /// The number of written bytes.
    pub length: u32,
}

/// Returns where the byte `offset` of a value of `length` bytes is written. Bytes that are skipped before it, such as an
/// indentation, are not part of it.
///
/// The end of the value is the end of its last segment. Returns `None` if there are no segments.
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

/// Returns the range of written bytes, from the first to the last, for the bytes `range` of a value of `length` bytes.
///
/// Returns `None` if there are no segments.
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

/// Says whether a line ends with a backslash that no other backslash makes a plain sign; blanks after it do not count.
pub fn ends_with_backslash(line: &str) -> bool {
    let line = line.trim_end_matches([' ', '\t']);
    (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
}

/// A value that is being read, and the segments that map it to the written bytes.
#[derive(Default)]
pub struct Map {
    /// The value as far as it has been read.
    pub value: String,
    /// The segments in order; their offsets count from the beginning of the scalar.
    pub segments: Vec<Segment>,
}

impl Map {
    /// Adds the bytes `raw`, which stand for themselves.
    pub fn verbatim(&mut self, written: &str, raw: Range<usize>) {
        self.add(&written[raw.clone()], raw);
    }

    /// Adds `meaning`, for which the bytes `raw` were written. Neighbouring segments whose bytes stand for themselves are joined.
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

    /// Adds folded line breaks: a space for a single one, else all `breaks` breaks of the bytes `gap` but the first. After a
    /// backslash the single one stays a line break, by which a forced line break is known in every style.
    pub fn fold(&mut self, written: &str, gap: Range<usize>, breaks: usize) {
        match breaks {
            1 if ends_with_backslash(&self.value) => self.add("\n", gap),
            1 => self.add(" ", gap),
            _ => self.breaks(written, gap, 1, breaks),
        }
    }

    /// Adds the `breaks` line breaks of the bytes `gap` without the first `skipped` ones.
    ///
    /// Each added break is mapped to the bytes from the end of the added break before it to its own end; the first one also to the skipped breaks.
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
