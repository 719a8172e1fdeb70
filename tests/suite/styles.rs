//! Writes a value in each style of YAML, by the rules of YAML and not by those of our reader, with whatever the style leaves open left to chance.

use rapporteur::source::ScalarStyle;

/// What is left to chance.
pub struct Chance<'c> {
    rolls: &'c [u8],
    at: usize,
}

impl<'c> Chance<'c> {
    pub fn new(rolls: &'c [u8]) -> Self {
        Self { rolls, at: 0 }
    }

    /// A number below `sides`.
    fn below(&mut self, sides: usize) -> usize {
        self.at += 1;
        self.rolls[self.at % self.rolls.len()] as usize % sides
    }

    fn blanks(&mut self) -> &'static str {
        ["", " ", "  \t"][self.below(3)]
    }
}

/// Where a scalar is written.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The column of what is around it; -1 if it is all of the file.
    pub around: isize,
    /// Within brackets or braces.
    pub flow: bool,
    /// As a key, on one line.
    pub key: bool,
    /// `\n` or `\r\n`.
    pub line_break: &'static str,
}

impl Place {
    /// The indentation of further lines.
    fn indent(&self) -> usize {
        (self.around + 2) as usize
    }
}

/// `value` in a style; none if that style can't hold it there.
pub fn write(value: &str, style: ScalarStyle, place: Place, chance: &mut Chance) -> Option<String> {
    let writer = Writer { place, chance };
    match style {
        ScalarStyle::Plain => is_plain(value, place).then(|| writer.flow(value, |c, _| c.to_string()))?,
        ScalarStyle::SingleQuoted => {
            let one = |c: char, _: &mut Chance| if c == '\'' { "''".into() } else { c.to_string() };
            Some(format!("'{}'", value.chars().all(is_printable).then(|| writer.flow(value, one))??))
        }
        ScalarStyle::DoubleQuoted => Some(format!("\"{}\"", writer.double(value))),
        ScalarStyle::Literal | ScalarStyle::Folded => {
            (value.chars().all(is_printable) && !place.flow && !place.key).then(|| writer.block(value, style))?
        }
    }
}

/// What need not be escaped.
fn is_printable(c: char) -> bool {
    c == '\n' || c == '\t' || !(c.is_control() || c == '\u{feff}')
}

fn is_plain(value: &str, place: Place) -> bool {
    let of_flow = |c: char| ",[]{}".contains(c);
    let ends_word = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || place.flow && of_flow(c));
    let colon = value.match_indices(':').any(|(at, _)| ends_word(value[at + 1..].chars().next()));
    let remark = value.match_indices('#').any(|(at, _)| value[..at].ends_with([' ', '\t', '\n']));
    value.starts_with(char::is_alphanumeric)
        && !value.ends_with([' ', '\t', '\n'])
        && value.chars().all(is_printable)
        && !(colon || remark || value == "null" || (place.flow && value.contains(of_flow)))
}

struct Writer<'w, 'c> {
    place: Place,
    chance: &'w mut Chance<'c>,
}

impl Writer<'_, '_> {
    /// A line break within a plain or quoted scalar that stands for `lines` of them, or for a space.
    fn folded(&mut self, lines: usize) -> String {
        let blanks = [self.chance.blanks(), self.chance.blanks()];
        let breaks: String = (0..=lines).map(|_| format!("{}{}", blanks[0], self.place.line_break)).collect();
        format!("{breaks}{}{}", " ".repeat(self.place.indent()), blanks[1])
    }

    /// A plain or quoted scalar; spaces may become line breaks, line breaks have to. None if blanks stand beside line breaks.
    fn flow(mut self, value: &str, one: impl Fn(char, &mut Chance) -> String) -> Option<String> {
        let chars: Vec<char> = value.chars().collect();
        let blank = |at: Option<&char>| at.is_none_or(|c| matches!(c, ' ' | '\t'));
        let mut out = String::new();
        let mut at = 0;
        while at < chars.len() {
            let lines = chars[at..].iter().take_while(|c| **c == '\n').count();
            let before = at.checked_sub(1).and_then(|at| chars.get(at));
            let after = chars.get(at + lines.max(1));
            let apart = !blank(before) && !blank(after) && before != Some(&'\n') && after != Some(&'\n');
            if lines > 0 && (!apart || self.place.key) {
                return None;
            }
            // after a backslash a line break stays one
            let folds = chars[at] == ' ' && apart && !self.place.key && before != Some(&'\\');
            if lines > 0 || folds && self.chance.below(3) == 0 {
                out += &self.folded(lines);
            } else {
                out += &one(chars[at], self.chance);
            }
            at += lines.max(1);
        }
        Some(out)
    }

    /// Double quotes: any character may be an escape, and a line may be continued anywhere.
    fn double(self, value: &str) -> String {
        let Self { place, chance } = self;
        let mut out = String::new();
        let mut continued = false;
        for c in value.chars() {
            let plain = is_printable(c) && !matches!(c, '"' | '\\' | '\n') && !(continued && matches!(c, ' ' | '\t'));
            out += &if plain && chance.below(4) > 0 { c.to_string() } else { escaped(c, chance) };
            continued = !place.key && chance.below(6) == 0;
            if continued {
                out += &format!("\\{}{}", place.line_break, " ".repeat(place.indent()));
            }
        }
        out
    }

    /// A block with the header that the value needs. None if there is no word in it.
    fn block(self, value: &str, style: ScalarStyle) -> Option<String> {
        let Self { place, chance } = self;
        let text = value.trim_end_matches('\n');
        let trailing = value.len() - text.len();
        if text.trim().is_empty() {
            return None;
        }
        let given = text.trim_start_matches('\n').starts_with([' ', '\t']) || chance.below(3) == 0;
        let chomping = match trailing {
            0 => "-",
            1 if chance.below(3) > 0 => "",
            _ => "+",
        };
        let digit = if given { (place.indent() as isize - place.around.max(0)).to_string() } else { String::new() };
        let signs = if chance.below(2) == 0 { format!("{digit}{chomping}") } else { format!("{chomping}{digit}") };
        let sign = if style == ScalarStyle::Literal { "|" } else { ">" };
        let remark = ["", " ", " # a | remark >"][chance.below(3)];
        let end = place.line_break;
        let mut out = format!("{sign}{signs}{remark}{end}");
        let lines: Vec<&str> = text.split('\n').collect();
        for (at, line) in lines.iter().enumerate() {
            if line.is_empty() {
                out += &format!("{}{end}", " ".repeat(chance.below(place.indent() + 1)));
                continue;
            }
            let folds = style == ScalarStyle::Folded && !line.starts_with([' ', '\t']);
            let line = if folds { folded_line(line, place, chance) } else { line.to_string() };
            out += &format!("{}{line}{end}", " ".repeat(place.indent()));
            // between lines that would be joined stands a blank line more
            let next = lines[at + 1..].iter().find(|line| !line.is_empty());
            if folds && next.is_some_and(|next| !next.starts_with([' ', '\t'])) {
                out += end;
            }
        }
        let blank = if chomping == "+" { trailing - 1 } else { chance.below(3) };
        Some(out + &end.repeat(blank))
    }
}

/// A line of a folded block, parted at some of its spaces; not after a backslash, where a line break stays one.
fn folded_line(line: &str, place: Place, chance: &mut Chance) -> String {
    let blank = |c: Option<char>| c.is_none_or(|c| c == ' ' || c == '\t');
    let one = |(at, c): (usize, char)| {
        let before = line[..at].chars().next_back();
        let apart = !blank(before) && before != Some('\\') && !blank(line[at + c.len_utf8()..].chars().next());
        match c {
            ' ' if apart && chance.below(3) == 0 => format!("{}{}", place.line_break, " ".repeat(place.indent())),
            _ => c.to_string(),
        }
    };
    line.char_indices().map(one).collect()
}

fn escaped(c: char, chance: &mut Chance) -> String {
    let code = u32::from(c);
    let short = match c {
        '\0' => "\\0",
        '\u{7}' => "\\a",
        '\t' => "\\t",
        '\n' => "\\n",
        '\r' => "\\r",
        '"' => "\\\"",
        '\\' => "\\\\",
        ' ' => "\\ ",
        '/' => "\\/",
        '\u{a0}' => "\\_",
        _ => "",
    };
    match chance.below(4) {
        0 if !short.is_empty() => short.into(),
        1 if code < 0x100 => format!("\\x{code:02X}"),
        2 => format!("\\U{code:08x}"),
        _ => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    }
}
