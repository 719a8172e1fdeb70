//! Reading of plain and quoted scalars: line breaks are folded, doubled quotes and escapes resolved.

use super::break_length;
use super::map::Map;
use std::ops::Range;

/// The signs that have a special meaning within a scalar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Signs {
    /// There are none: a plain scalar.
    None,
    /// A doubled quote stands for one: a scalar in single quotes.
    Quotes,
    /// A backslash begins an escape: a scalar in double quotes.
    Escapes,
}

const BLANKS: [char; 2] = [' ', '\t'];

/// Reads the bytes `inner` of `written`: all of the scalar but its quotes. Returns `None` if they hold a faulty quote or escape.
pub fn read(written: &str, inner: Range<usize>, signs: Signs) -> Option<Map> {
    let special = |c: char| match c {
        '\n' | '\r' => true,
        '\'' => signs == Signs::Quotes,
        '\\' => signs == Signs::Escapes,
        _ => false,
    };
    let mut map = Map::default();
    let mut at = inner.start;
    loop {
        let run = at + written.get(at..inner.end)?.find(special).unwrap_or(inner.end - at);
        if run == inner.end {
            map.verbatim(written, at..run);
            return Some(map);
        }
        let is_break = break_length(written, run) > 0;
        // blanks at the end of a line are left out
        let end = if is_break { at + written[at..run].trim_end_matches(BLANKS).len() } else { run };
        map.verbatim(written, at..end);
        at = match &written.as_bytes()[run] {
            b'\'' => quote(written, run, &mut map)?,
            b'\\' if break_length(written, run + 1) == 0 => escape(written, run, &mut map)?,
            _ => line_end(written, end..inner.end, !is_break, &mut map),
        };
    }
}

/// Reads the end of a line, the empty lines after it and the indentation of the next line; returns the offset at which the words of that line begin.
/// `escaped` says that a backslash stands before the line break.
fn line_end(written: &str, rest: Range<usize>, escaped: bool, map: &mut Map) -> usize {
    let begin = rest.start + usize::from(escaped);
    let length = written[begin..rest.end].find(|c| !matches!(c, ' ' | '\t' | '\r' | '\n')).unwrap_or(rest.end - begin);
    let gap = rest.start..begin + length;
    let breaks = written[gap.clone()].replace("\r\n", "\n").matches(['\r', '\n']).count();
    if escaped {
        map.breaks(written, gap.clone(), 1, breaks);
    } else {
        map.fold(written, gap.clone(), breaks);
    }
    gap.end
}

/// Reads a doubled quote; returns the offset after it, or `None` if the quote is single.
fn quote(written: &str, at: usize, map: &mut Map) -> Option<usize> {
    written[at..].starts_with("''").then(|| map.add("'", at..at + 2))?;
    Some(at + 2)
}

/// Reads an escape; returns the offset after it, or `None` if YAML has no such escape.
fn escape(written: &str, at: usize, map: &mut Map) -> Option<usize> {
    let (meaning, length) = meaning(&written[at..])?;
    map.add(meaning.encode_utf8(&mut [0; 4]), at..at + length);
    Some(at + length)
}

/// Returns the character for which the escape at the beginning of `rest` stands, and the length of the escape in bytes.
fn meaning(rest: &str) -> Option<(char, usize)> {
    let letter = rest[1..].chars().next()?;
    let meaning = match letter {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        ' ' | '"' | '/' | '\\' => letter,
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'x' => return Some((char::from_u32(hexadecimal(rest, 2)?)?, 4)),
        'U' => return Some((char::from_u32(hexadecimal(rest, 8)?)?, 10)),
        'u' => return unit(rest),
        _ => return None,
    };
    Some((meaning, 2))
}

/// Reads `\u` and four digits. A surrogate pair (two such escapes for one character, as in JSON) is read as one.
fn unit(rest: &str) -> Option<(char, usize)> {
    let first = hexadecimal(rest, 4)?;
    if !(0xd800..0xdc00).contains(&first) {
        return Some((char::from_u32(first)?, 6));
    }
    let second = hexadecimal(rest.get(6..).filter(|low| low.starts_with("\\u"))?, 4)?;
    let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    Some((char::from_u32(0x10000 + ((first - 0xd800) << 10) + low)?, 12))
}

/// Returns the value of the `digits` hexadecimal digits after the letter of an escape.
fn hexadecimal(escape: &str, digits: usize) -> Option<u32> {
    u32::from_str_radix(escape.get(2..2 + digits)?, 16).ok()
}
