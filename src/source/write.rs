//! Writes words in a style of YAML.

use super::scalar::{Context, ScalarStyle};

/// Returns the words as they are written within a scalar of this style; `None` if the style can't hold them.
///
/// Lines of a block are indented by `indent` spaces and end with `line_break`. The caller checks that the words suit the text beside them.
pub fn encoded(words: &str, style: ScalarStyle, indent: usize, line_break: &str) -> Option<String> {
    if style == ScalarStyle::DoubleQuoted {
        return Some(escaped(words));
    }
    let holds = |c: char| !needs_escape(c) || c == '\t' || (c == '\n' && style.is_block());
    words.chars().all(holds).then(|| match style {
        ScalarStyle::SingleQuoted => words.replace('\'', "''"),
        ScalarStyle::Literal | ScalarStyle::Folded => lines(words, style, indent, line_break),
        ScalarStyle::Plain | ScalarStyle::DoubleQuoted => words.into(),
    })
}

/// Returns the words as indented lines; in a folded block each break of the value takes one more line break.
fn lines(words: &str, style: ScalarStyle, indent: usize, line_break: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('\n') {
        let (line, after) = rest.split_at(at);
        rest = after.trim_start_matches('\n');
        let breaks = after.len() - rest.len() + usize::from(style == ScalarStyle::Folded);
        out += line;
        out += &line_break.repeat(breaks);
        out += &" ".repeat(indent);
    }
    out + rest
}

/// Returns a text in double quotes on one line. This style can hold every text.
pub fn double_quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Returns the words with the escapes of a scalar in double quotes.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            '\t' => out += "\\t",
            '\0'..='\u{ff}' if needs_escape(c) => out += &format!("\\x{:02x}", u32::from(c)),
            _ if needs_escape(c) => out += &format!("\\u{:04x}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out
}

/// Says whether a character is not printable for YAML, or is a line break, a byte order mark or a tab.
fn needs_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Says whether YAML reads a plain scalar as null.
pub fn is_null(plain: &str) -> bool {
    matches!(plain, "" | "~" | "null")
}

/// Says whether YAML reads `value` as one text with just these words when it is written without quotes.
pub fn is_plain(value: &str, context: Context) -> bool {
    const BLANKS: [char; 3] = [' ', '\t', '\n'];
    const OF_FLOW: [char; 5] = [',', '[', ']', '{', '}'];
    let in_block = context == Context::Block;
    let ends_key = |c: Option<char>| c.is_none_or(|c| BLANKS.contains(&c) || (!in_block && OF_FLOW.contains(&c)));
    let mut chars = value.chars();
    let (first, second) = (chars.next(), chars.next());
    let begins = match first {
        Some('-' | '?' | ':') => !ends_key(second),
        Some(c) => !"#&*!|>'\"%@`,[]{}".contains(c),
        None => false,
    };
    let ends = value.starts_with("---") || value.starts_with("...");
    let has_colon = value.match_indices(':').any(|(at, _)| ends_key(value[at + 1..].chars().next()));
    let has_remark = value.match_indices('#').any(|(at, _)| value[..at].ends_with(BLANKS));
    let is_trimmed = !value.starts_with(BLANKS) && !value.ends_with(BLANKS);
    let is_flow = !in_block && value.contains(OF_FLOW);
    begins && is_trimmed && !(ends || has_colon || has_remark || is_flow || is_null(value))
}
