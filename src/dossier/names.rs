//! The names of the outputs: safe on every system, and the same whatever else is in the dossier.
//!
//! Windows keeps some names for devices, and forbids some characters, and a full stop or space at the end; a name that begins with a full stop is hidden on
//! Unix, and one that begins with a hyphen is taken for an option. Systems differ in whether they tell `A` from `a`, and one form of `é` from another.

use crate::authored::Header;
use crate::source::{Spanned, Text};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// The names that Windows keeps for devices, without the numbers of ports.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The names of ports, which a figure follows.
const PORTS: [&str; 2] = ["com", "lpt"];
/// The longest stem, in bytes: with the language and the format, no system finds the name too long.
const LONGEST: usize = 120;

/// Returns a safe name for what is called `name`, without language and format; an empty one if nothing of `name` is left.
///
/// Characters that a system forbids or that can't be seen become hyphens. Two names that a system could take for the same are not distinguished here: see
/// [`key`].
pub fn safe(name: &str) -> String {
    let composed: String = name.nfc().map(|c| if is_safe(c) { c } else { '-' }).collect();
    let ends = |c: char| c == '.' || c == ' ' || c == '-';
    let kept = composed.trim_matches(ends);
    let kept = kept[..kept.floor_char_boundary(LONGEST)].trim_end_matches(ends);
    if is_device(kept) { format!("_{kept}") } else { kept.into() }
}

/// Returns what two safe names have in common if some system takes the one for the other.
pub fn key(name: &str) -> String {
    name.nfkc().collect::<String>().to_uppercase().to_lowercase()
}

fn is_safe(c: char) -> bool {
    let unseen = match c.general_category_group() {
        GeneralCategoryGroup::Other => true,
        GeneralCategoryGroup::Separator => c.general_category() != GeneralCategory::SpaceSeparator || c != ' ',
        _ => c == char::REPLACEMENT_CHARACTER,
    };
    !unseen && !r#"<>:"/\|?*"#.contains(c)
}

/// Says whether Windows takes a name for a device, whatever follows its first full stop.
fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_number = |rest: &str| ["¹", "²", "³"].contains(&rest) || (rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit());
    let is_port = |port: &&str| first.strip_prefix(port).is_some_and(is_number);
    DEVICES.contains(&&*first) || PORTS.iter().any(is_port)
}

/// Returns the name of the outputs of a document with this symbol: `C22/8` → `c22-8`, an addendum to it `c22-8-add-1`. The number of the meeting is put
/// before a short symbol. `None` if there is no symbol, or no letter or figure in it.
pub fn of_symbol(symbol: Option<&Text>, meeting: Option<Spanned<u32>>, supplements: [Option<Spanned<u32>>; 3]) -> Option<String> {
    let mapped: String =
        symbol?.value.nfc().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let mut words: Vec<String> = mapped.split('-').filter(|word| !word.is_empty()).map(str::to_string).collect();
    let is_short = words.first()?.starts_with(|c: char| c.is_ascii_digit());
    if let Some(meeting) = meeting.filter(|_| is_short) {
        words.insert(0, meeting.value.to_string());
    }
    for (word, number) in ["add", "rev", "cor"].into_iter().zip(supplements) {
        words.extend(number.map(|number| format!("{word}-{}", number.value)));
    }
    Some(words.join("-"))
}

/// Returns the name of the outputs of a submission in a list, from its symbol.
pub fn of_header(header: &Header) -> Option<String> {
    of_symbol(header.symbol.as_ref(), header.meeting, [header.addendum, header.revision, header.corrigendum])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_safe_name_stays_and_any_other_becomes_one() {
        for name in ["c22-8", "My report (draft)", "CWG-WSIS&SDG-38", "Éé", "عربي", "报告", "console", "com10", "lpt"] {
            assert_eq!(safe(name), name);
        }
        for (name, expected) in [
            ("..", ""),
            ("???", ""),
            (".hidden", "hidden"),
            ("--help", "help"),
            (" a . ", "a"),
            ("con", "_con"),
            ("NUL.draft", "_NUL.draft"),
            ("com1", "_com1"),
            ("LPT² ", "_LPT²"),
            ("aux .x", "_aux .x"),
            (r#"a<b>c:d"e/f\g|h?i*j"#, "a-b-c-d-e-f-g-h-i-j"),
            ("a\u{202e}b\u{1b}c\nd\u{fffd}e\u{a0}f\u{200d}g\u{e000}h", "a-b-c-d-e-f-g-h"),
            ("e\u{301}", "é"),
        ] {
            assert_eq!(safe(name), expected, "{name:?}");
        }
        for long in ["x".repeat(300), "é".repeat(300), format!("{}. .", "x".repeat(118))] {
            assert!(safe(&long).len() <= LONGEST && !safe(&long).ends_with(['.', ' ']), "{long}");
        }
    }

    #[test]
    fn what_a_system_takes_for_the_same_has_one_key() {
        for (one, other) in [("A", "a"), ("é", "e\u{301}"), ("ß", "SS"), ("ﬁ", "fi"), ("Σ", "ς")] {
            assert_eq!(key(&safe(one)), key(&safe(other)), "{one} {other}");
        }
        assert_ne!(key("a-b"), key("ab"));
    }

    #[test]
    fn a_symbol_gives_a_name() {
        let of = |symbol: &str, meeting: Option<u32>, supplements: [Option<u32>; 3]| {
            let number = |value| Spanned { value, span: crate::source::Span::NONE };
            let symbol = Text::generated(symbol, crate::source::Span::NONE);
            of_symbol(Some(&symbol), meeting.map(number), supplements.map(|one| one.map(number)))
        };
        assert_eq!(of("C22/8", None, [None; 3]).as_deref(), Some("c22-8"));
        assert_eq!(of("2", Some(38), [None; 3]).as_deref(), Some("38-2"));
        assert_eq!(of("C22/8", Some(38), [Some(1), None, Some(2)]).as_deref(), Some("c22-8-add-1-cor-2"));
        assert_eq!(of("..", Some(38), [None; 3]), None);
    }
}
