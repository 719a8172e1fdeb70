//! Shows characters that can't be seen: those that a terminal obeys, and those that turn the direction of writing or hide in a word.

use std::fmt::Write;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Says whether a character can't be seen: a control character (line breaks and tabs too), a mark of direction or of joining, or the separator of lines or
/// paragraphs.
pub fn is_hidden(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator};
    !c.is_ascii_graphic() && matches!(c.general_category(), Control | Format | LineSeparator | ParagraphSeparator)
}

/// Returns a line, such as a path, with each hidden character written as `\u{1b}`. What comes out can be sent to any terminal.
pub fn visible(line: &str) -> String {
    escaped(line, is_hidden, |out, c| write!(out, "\\u{{{:x}}}", c as u32))
}

/// Does what [`visible`] does to a text of several lines, whose line breaks and tabs are kept.
pub fn visible_text(text: &str) -> String {
    text.split_inclusive(['\n', '\t'])
        .map(|part| match part.strip_suffix(['\n', '\t']) {
            Some(words) => visible(words) + &part[words.len()..],
            None => visible(part),
        })
        .collect()
}

/// Returns JSON with each hidden character of its strings written as `\u001b`, which programs read as the same character.
pub fn visible_json(json: &str) -> String {
    let is_in_string = |c| is_hidden(c) && c != '\n';
    escaped(json, is_in_string, |out, c| c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}")))
}

fn escaped(text: &str, is_meant: impl Fn(char) -> bool, escape: impl Fn(&mut String, char) -> std::fmt::Result) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_meant(c) {
            escape(&mut out, c).expect("a string takes all");
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        for c in ['\u{0}', '\u{7}', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{ad}', '\u{61c}', '\u{200b}', '\u{200f}'] {
            assert_eq!(visible(&format!("a{c}b")), format!("a\\u{{{:x}}}b", c as u32));
        }
        for c in ['\u{2028}', '\u{2029}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{feff}', '\u{e0001}', '\u{e0041}'] {
            assert_eq!(visible(&format!("a{c}b")), format!("a\\u{{{:x}}}b", c as u32));
        }
        assert_eq!(visible("a\nb\tc"), "a\\u{a}b\\u{9}c");
        assert_eq!(visible_text("\na\u{1b}\nb\tc\r\n"), "\na\\u{1b}\nb\tc\\u{d}\n");
        for text in ["é Жук 汉字 العربية", "\u{a0}\u{2011}\u{2003}", "🙂", "\\u{1b}"] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn json_says_the_same_after_it() {
        let text = "a\u{1b}\u{9b}\u{202e}\u{e0041}\n\"é";
        let shown = visible_json(&serde_json::json!({ "a\u{85}": text }).to_string());
        assert!(shown.contains(r"\u009b\u202e\udb40\udc41\n") && !shown.contains(is_hidden), "{shown}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap()["a\u{85}"], text);
    }
}
