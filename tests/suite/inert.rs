//! Text of authors is text in every format: ten thousand random strings come out as they went in.

use crate::random::Random;
use crate::support::{build_text, docx_paragraphs, messages, output, pdf_text, plain};
use rapporteur::assets::Assets;
use rapporteur::writer::pdf::{FontChoice, Fonts};
use serde_json::json;

/// What has a meaning in Typst, Jinja, XML, YAML or Word.
const TRAPS: [&str; 40] = [
    "#",
    "$",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "]]>",
    "<![CDATA[",
    "<!--",
    "</w:t>",
    "&amp;",
    "&#0;",
    "\"",
    "'",
    "\\",
    "`",
    "*",
    "_",
    "@",
    "~",
    "=",
    "//",
    "/*",
    "#import",
    "#{",
    "[",
    "]",
    "(",
    ")",
    ";",
    "<a>",
    "{{ 7 * 7 }}",
    "#eval(\"1\")",
    "$1+1$",
    "- ",
    "1. ",
    "= ",
    "\u{200f}א",
    "\u{a0}",
];

fn character(random: &mut Random) -> char {
    // a block of 128 characters of the first two planes, or of the supplementary ones, then one in it
    let block = if random.below(4) == 0 { random.below(0x10_ff80 / 128) } else { random.below(0x3000 / 128) };
    let c = char::from_u32((block * 128 + random.below(128)) as u32).unwrap_or('x');
    if is_refused(c) { 'x' } else { c }
}

/// Says whether a text may not hold a character; marks of direction, joiners and selectors of variants are counted here too, though some texts may.
pub fn is_refused(c: char) -> bool {
    let code = c as u32;
    c.is_control() && c != '\t'
        || code & 0xfffe == 0xfffe
        || matches!(code, 0x61c | 0x34f | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f | 0x2028..=0x202e)
        || matches!(code, 0x2060..=0x2064 | 0x2066..=0x206f | 0x3164 | 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0xfe00..=0xfe0f | 0xfeff | 0xffa0)
        || matches!(code, 0xfff9..=0xfffb | 0x13430..=0x1343f | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0001 | 0xe0020..=0xe007f)
        || matches!(code, 0xe0100..=0xe01ef | 0xf0000..=0x10ffff)
}

fn string(random: &mut Random) -> String {
    let mut out = String::from("a");
    for _ in 0..1 + random.below(12) {
        match random.below(3) {
            0 => out.push_str(random.pick(&TRAPS)),
            1 => out.extend(std::iter::repeat_with(|| character(random)).take(3)),
            _ => out.push_str(random.pick(&["word", " two words ", "C22/8", "Resolution 140", "\t", "é", "Жук"])),
        }
    }
    out + "z"
}

/// As an author would write it to be shown as it is: the signs of markup escaped. Nothing of Typst's, Jinja's or XML's is.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| if "\\*_`[]<>&^~{!".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}

fn submission(strings: &[String]) -> String {
    let body: Vec<_> = strings.iter().map(|text| json!({ "unnumbered": escaped(text) })).collect();
    let json = json!({ "kind": "note", "title": "T", "body": body }).to_string();
    json.replace('\t', "\\t")
}

fn strings() -> Vec<String> {
    let mut random = Random::new(7);
    (0..10_000).map(|_| string(&mut random)).collect()
}

fn words(text: &str) -> String {
    let ignorable = |c: &char| matches!(*c as u32, 0xad | 0x34f | 0x61c | 0x180b..=0x180f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff);
    text.chars().filter(|c| !c.is_whitespace() && !ignorable(c)).collect()
}

#[test]
fn every_string_is_the_same_in_word_and_in_plain_text() {
    let strings = strings();
    let outcome = build_text(&submission(&strings), &["docx", "txt"]);
    let docx: Vec<String> = docx_paragraphs(output(&outcome, ".docx")).into_iter().filter(|text| !text.is_empty()).collect();
    let docx = &docx[docx.len() - strings.len()..];
    let text = String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap();
    let text: Vec<&str> = text.split('\n').skip(1).collect();
    for (at, string) in strings.iter().enumerate() {
        let expected = plain(string);
        assert_eq!(plain(&docx[at]), expected, "Word: {string:?}");
        assert_eq!(plain(text[at]), expected, "plain text: {string:?}");
    }
}

#[test]
fn every_string_that_fonts_can_show_is_the_same_in_the_pdf() {
    let fonts = Fonts::new(&Assets::default(), &FontChoice::default());
    // left out: marks that join with their neighbours or turn the line around, and letters for which the font has one glyph (their replaced
    // text is in the PDF, but the reader used here does not know it)
    let shown = |c: &char| {
        fonts.covers(*c)
            && !matches!(*c as u32, 0x300..=0x36f | 0x483..=0x489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0x386..=0x38f | 0x1f00..=0x1fff | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069)
    };
    let strings: Vec<String> = strings().iter().map(|text| text.chars().filter(shown).collect()).collect();
    let outcome = build_text(&submission(&strings), &["pdf"]);
    let text = words(&pdf_text(output(&outcome, ".pdf")));
    let expected = words(&format!("T{}", strings.concat()));
    let at = text.chars().zip(expected.chars()).position(|(a, b)| a != b);
    let around = |text: &str| at.map(|at| text.chars().skip(at.saturating_sub(20)).take(40).collect::<String>());
    assert_eq!(around(&text), around(&expected), "from character {at:?} on");
    assert_eq!(text.len(), expected.len());
}

#[test]
fn a_string_that_no_font_can_show_is_refused_by_name() {
    let fonts = Fonts::new(&Assets::default(), &FontChoice::default());
    for string in strings().iter().take(300) {
        let missing: Vec<char> =
            string.chars().filter(|c| !c.is_whitespace() && !fonts.covers(*c) && !words(&c.to_string()).is_empty()).collect();
        let outcome = build_text(&submission(std::slice::from_ref(string)), &["pdf"]);
        let said = messages(&outcome);
        assert_eq!(outcome.outputs.is_empty(), !missing.is_empty(), "{string:?}: {said}");
        if let Some(first) = missing.first() {
            assert!(said.contains("missing-glyph"), "{first:?} in {string:?}: {said}");
        }
    }
}
