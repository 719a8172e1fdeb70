//! The gate through which every text comes in: what passes is the same in every format.
//!
//! A format shows some characters, leaves others out and can't hold the rest, and no two formats agree on which. Such a character is refused where
//! it stands, whatever the text is for: a paragraph, a name, the description of a picture, an id.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::source::{ScalarStyle, Span, Text, joining_backslashes};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// What is wrong with a character, and what to do about it.
struct Fault {
    what: &'static str,
    hint: &'static str,
}

const UNSEEN: &str = "delete it; often it comes with text that was copied";

/// Returns the messages about a scalar; `written` is the scalar as it stands in the file.
pub fn faults(text: &Text, written: &str) -> Vec<Diagnostic> {
    let joins = if text.style() == Some(ScalarStyle::DoubleQuoted) { joining_backslashes(written) } else { Default::default() };
    let mut found: Vec<Diagnostic> = joins.into_iter().map(|at| joined(text, at)).collect();
    if text.value.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return found;
    }
    let is_other_script = text.value.chars().any(is_of_other_script);
    let refused = text.value.char_indices().filter_map(|(at, c)| Some((at, c, fault(c, is_other_script)?)));
    found.extend(refused.map(|(at, c, fault)| {
        let message = format!("a text can't hold {} (U+{:04X})", fault.what, c as u32);
        let span = text.span_of(at..at + c.len_utf8());
        Diagnostic::new(catalogue::REFUSED_CHARACTER, span, message).hint(fault.hint)
    }));
    found
}

/// Returns the message about a backslash at the end of a line in double quotes, at the byte `at` of the scalar.
fn joined(text: &Text, at: usize) -> Diagnostic {
    let at = text.span.start + at as u32;
    let span: Span = text.span.within(at..at + 1);
    Diagnostic::new(catalogue::LINE_BREAK, span, "in double quotes a backslash joins the lines without a space")
        .hint("write two backslashes for a forced line break, or none for a space")
}

/// Returns why a character is refused; `None` if it may stand in a text. Marks of direction and joiners may, if `is_other_script` says that the text
/// has letters that need them.
fn fault(c: char, is_other_script: bool) -> Option<Fault> {
    let fault = |what, hint| Some(Fault { what, hint });
    match c as u32 {
        0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xad => None,
        // signs of Arabic, Syriac and Kaithi that are written around a number: they are seen
        0x600..=0x605 | 0x6dd | 0x70f | 0x890..=0x891 | 0x8e2 | 0x110bd | 0x110cd => None,
        0x61c | 0x200c..=0x200f | 0xfe00..=0xfe0f | 0xe0100..=0xe01ef if is_other_script => None,
        0x61c | 0x200c..=0x200f | 0xfe00..=0xfe0f | 0xe0100..=0xe01ef => fault("a mark that shows nothing here", UNSEEN),
        0x202a..=0x202e | 0x2066..=0x2069 => fault(
            "a character that turns the direction of writing",
            "delete it; beside words of another direction a mark is enough (U+200E, U+200F)",
        ),
        0x2028 | 0x2029 => fault("a separator of lines", "write a space, or a backslash at the end of a line"),
        0x34f | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f | 0x3164 | 0xffa0 => {
            fault("a character that is not seen", UNSEEN)
        }
        0xfdd0..=0xfdef => fault("a noncharacter", UNSEEN),
        code if code & 0xfffe == 0xfffe => fault("a noncharacter", UNSEEN),
        _ => match c.general_category() {
            GeneralCategory::Control => fault("a control character", UNSEEN),
            GeneralCategory::Format => fault("a character that is not seen", UNSEEN),
            GeneralCategory::PrivateUse => {
                fault("a character of private use", "write a character of Unicode: each font shows another sign for this one")
            }
            _ => None,
        },
    }
}

/// Says whether a letter or sign belongs to the scripts in which joiners, marks of direction and selectors of variants have an effect: all but Latin,
/// Greek, Cyrillic and Armenian letters and usual punctuation.
fn is_of_other_script(c: char) -> bool {
    let other = matches!(c as u32, 0x590..=0x1cff | 0x2190..=0x2bff | 0x2e80..=0xfdff | 0xfe70..=0xffdc | 0x10000..=0xdffff);
    other && !matches!(c.general_category(), GeneralCategory::Format | GeneralCategory::PrivateUse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, refused: &[&str]) {
        let messages: Vec<String> = faults(&Text::generated(text, Span::NONE), text).into_iter().map(|d| d.message).collect();
        let expected: Vec<String> = refused.iter().map(|what| format!("a text can't hold {what}")).collect();
        assert_eq!(messages, expected, "{text:?}");
    }

    #[test]
    fn letters_signs_and_spaces_pass() {
        for text in [
            "a b\tc\nd\r",
            "é Ж 漢 😀",
            "\u{a0}\u{2003}\u{202f}\u{2011}",
            "soft\u{ad}hyphen",
            "م\u{200f}!",
            "क\u{200d}ष",
            "\u{600}١",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn what_formats_show_differently_is_refused() {
        check(
            "a\u{7}b\u{85}\u{7f}",
            &["a control character (U+0007)", "a control character (U+0085)", "a control character (U+007F)"],
        );
        check("\u{feff}\u{200b}", &["a character that is not seen (U+FEFF)", "a character that is not seen (U+200B)"]);
        check("a\u{202e}b", &["a character that turns the direction of writing (U+202E)"]);
        check("a\u{200e}b", &["a mark that shows nothing here (U+200E)"]);
        check("\u{fdd0}\u{1fffe}", &["a noncharacter (U+FDD0)", "a noncharacter (U+1FFFE)"]);
        check("\u{e000}\u{e0041}", &["a character of private use (U+E000)", "a character that is not seen (U+E0041)"]);
        check("a\u{2028}b", &["a separator of lines (U+2028)"]);
    }
}
