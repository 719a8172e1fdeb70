//! Reading of block scalars: `|` keeps its lines, `>` joins them; the header says how many of the line breaks at the end are kept.

use super::break_length;
use super::map::Map;
use std::ops::Range;

/// How many of the line breaks at the end of the block belong to its value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomping {
    /// One line break is kept.
    Clip,
    /// No line break is kept: `-`.
    Strip,
    /// All line breaks are kept: `+`.
    Keep,
}

/// The header of a block: the line with `|` or `>`.
struct Header {
    chomping: Chomping,
    /// Whether the header gives the indentation as a number; otherwise the first line with words sets it.
    indented: bool,
    /// The offset at which the lines of the text begin.
    end: usize,
}

/// A line of the block, as offsets in the written scalar.
struct Line {
    /// The bytes after the indentation; empty in a blank line.
    content: Range<usize>,
    /// The offset after the line break.
    end: usize,
}

/// Reads a block scalar whose lines are indented by `indent` spaces; `written` begins with its header. `folded` says that it is a `>` block.
///
/// Returns `None` if `written` is not such a block.
pub fn read(written: &str, indent: usize, folded: bool) -> Option<Map> {
    let header = header(written)?;
    let lines = lines(written, header.end, indent)?;
    if !header.indented && first_indent(&written[header.end..]) != indent {
        return None;
    }
    let mut map = Map::default();
    let mut gap = header.end;
    let mut breaks = 0;
    let mut before: Option<&Line> = None;
    for line in &lines {
        if line.content.is_empty() {
            breaks += 1;
            continue;
        }
        let here = gap..line.content.start;
        match before {
            Some(before) if folded && !is_blank(written, before) && !is_blank(written, line) => map.fold(written, here, breaks),
            _ => map.breaks(written, here, 0, breaks),
        }
        map.verbatim(written, line.content.clone());
        gap = line.content.end;
        breaks = usize::from(line.end > gap);
        before = Some(line);
    }
    end(written, before?, breaks, header.chomping, &mut map);
    Some(map)
}

/// Adds the line breaks after `last`, the last line with words, to the value.
fn end(written: &str, last: &Line, breaks: usize, chomping: Chomping, map: &mut Map) {
    let rest = last.content.end..written.len();
    match chomping {
        Chomping::Strip => {}
        // the last line of a file may lack its break
        _ if breaks == 0 => map.add("\n", rest.start..rest.start),
        Chomping::Clip => map.breaks(written, rest, 0, 1),
        Chomping::Keep => map.breaks(written, rest, 0, breaks),
    }
}

/// Reads the header; returns `None` if the block has no line after it.
fn header(written: &str) -> Option<Header> {
    let end = written.find(['\r', '\n'])?;
    let signs = written[1..end].split([' ', '\t']).next()?;
    let chomping = match signs.find(['+', '-']).map(|at| &signs[at..at + 1]) {
        None => Chomping::Clip,
        Some("-") => Chomping::Strip,
        Some(_) => Chomping::Keep,
    };
    let indented = signs.contains(|c: char| c.is_ascii_digit());
    Some(Header { chomping, indented, end: end + break_length(written, end) })
}

/// Returns the lines from byte `at` on; `None` if one of them is indented by too little.
fn lines(written: &str, mut at: usize, indent: usize) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    while at < written.len() {
        let rest = &written[at..];
        let spaces = rest.bytes().take(indent).take_while(|byte| *byte == b' ').count();
        let start = at + spaces;
        let stop = start + rest[spaces..].find(['\r', '\n']).unwrap_or(rest.len() - spaces);
        if start == written.len() {
            // these spaces are the indentation of whatever follows the block
            break;
        }
        if spaces < indent && stop > start {
            return None;
        }
        at = stop + break_length(written, stop);
        lines.push(Line { content: start..stop, end: at });
    }
    Some(lines)
}

/// Returns the indentation that YAML takes from the lines: that of the first line with words, or of a blank line before it that has more spaces.
fn first_indent(lines: &str) -> usize {
    let mut most = 0;
    for line in lines.split(['\r', '\n']) {
        let spaces = line.bytes().take_while(|byte| *byte == b' ').count();
        most = most.max(spaces);
        if spaces < line.len() {
            break;
        }
    }
    most
}

/// Says whether a line begins with a space or tab: such lines are not joined with their neighbours.
fn is_blank(written: &str, line: &Line) -> bool {
    written[line.content.clone()].starts_with([' ', '\t'])
}
