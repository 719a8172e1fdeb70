//! Block scalars: `|` keeps its lines, `>` joins them; the header says what becomes of the breaks at the end.

use super::break_length;
use super::map::Map;
use std::ops::Range;

/// What becomes of the line breaks at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomping {
    /// One is kept.
    Clip,
    /// None is kept: `-`.
    Strip,
    /// All are kept: `+`.
    Keep,
}

/// What the line with `|` or `>` says.
struct Header {
    chomping: Chomping,
    /// Whether it gives the indentation, which is else that of the first line.
    indented: bool,
    /// Where the lines begin.
    end: usize,
}

/// A line of the text.
struct Line {
    /// What is in it after the indentation; empty in a blank line.
    content: Range<usize>,
    /// The byte after its break.
    end: usize,
}

/// Reads a block from its header on, whose lines are indented by `indent` spaces.
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

/// Reads the breaks after the last line with words.
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

/// The lines from byte `at` on; none if one of them is indented by too little.
fn lines(written: &str, mut at: usize, indent: usize) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    while at < written.len() {
        let rest = &written[at..];
        let spaces = rest.bytes().take(indent).take_while(|byte| *byte == b' ').count();
        let start = at + spaces;
        let stop = start + rest[spaces..].find(['\r', '\n']).unwrap_or(rest.len() - spaces);
        if start == written.len() {
            // the indentation of what comes after the block
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

/// The indentation of the first line with words; of blank lines before it, if one of them has more.
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

/// Whether a line begins with a blank: such lines are not joined.
fn is_blank(written: &str, line: &Line) -> bool {
    written[line.content.clone()].starts_with([' ', '\t'])
}
