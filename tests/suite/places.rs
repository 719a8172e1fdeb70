//! For random texts in each style of YAML: the place of a word is the word, and a change of the text is read back as the text that was wanted.

use crate::styles::{Chance, Place, write};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseResult};
use rapporteur::diagnostic::{Diagnostic, Diagnostics};
use rapporteur::source::{ScalarStyle, Sources, Span, Text, apply};
use rapporteur::yaml::{Kind, Node, parse};

const STYLES: [ScalarStyle; 5] =
    [ScalarStyle::Plain, ScalarStyle::SingleQuoted, ScalarStyle::DoubleQuoted, ScalarStyle::Literal, ScalarStyle::Folded];

/// What texts are made of; the first ones are words and the spaces between them.
const PIECES: [&str; 36] = [
    "a",
    "word",
    "Two words",
    "e\u{301}",
    "é",
    "😀",
    "漢字",
    " b",
    "  c",
    " d",
    "\nand",
    "\n\nmore",
    "\u{a0}",
    " ",
    "\n",
    "\n",
    "\t",
    "\r",
    "#",
    " # ",
    ":",
    ": ",
    "'",
    "\"",
    "\\",
    "-",
    "- ",
    "---",
    "...",
    "?",
    "{x}",
    "[",
    ", ",
    "|",
    "\u{feff}",
    "\u{7}",
];
/// How many of these are words.
const WORDS: usize = 13;

/// Before the scalar, after it, the column of what is around it, within brackets, as a key.
const PLACES: [(&str, &str, isize, bool, bool); 11] = [
    ("", "\n", -1, false, false),
    ("--- ", "\n...\n", -1, false, false),
    ("key: ", "\n", 0, false, false),
    ("'a | b > c': ", "\nlast: one\n", 0, false, false),
    ("a:\n  b: # an empty | remark\n    - x\n    - &anchor !tag ", "\n    - y\nz: 1\n", 4, false, false),
    ("- - a: ", "\n    b: z\n  - c\n", 4, false, false),
    ("a: [x, ", " , y]\nb: c\n", 0, true, false),
    ("a:\n  {k: ", " , l: [m, n]}\nb: c\n", 2, true, false),
    ("a:\n- { ", " : v, 'other key': 1}\nb: c\n", 0, true, true),
    ("", ": value\nother key: c\n", 0, false, true),
    ("a:\n  ", " : value\n  other key: c\n", 2, false, true),
];

/// A file with one scalar that matters.
#[derive(Debug)]
struct File {
    source: String,
    /// The bytes of the scalar.
    scalar: std::ops::Range<usize>,
}

fn file(value: &str, style: ScalarStyle, at: usize, crlf: bool, bom: bool, rolls: &[u8]) -> Option<File> {
    let (before, after, around, flow, key) = PLACES[at];
    let line_break = if crlf { "\r\n" } else { "\n" };
    let scalar = write(value, style, Place { around, flow, key, line_break }, &mut Chance::new(rolls))?;
    let before = format!("{}{}", if bom { "\u{feff}" } else { "" }, before.replace('\n', line_break));
    // a block ends with a line break of its own
    let after = if style == ScalarStyle::Literal || style == ScalarStyle::Folded { &after[1..] } else { after };
    let source = format!("{before}{scalar}{}", after.replace('\n', line_break));
    Some(File { source, scalar: before.len()..before.len() + scalar.len() })
}

/// All texts of a file, keys too, in order.
fn texts(source: &str) -> (Sources, Vec<Text>) {
    let mut sources = Sources::default();
    let file = sources.add("t.yaml", source);
    let mut faults = Diagnostics::new();
    let root = parse(&sources, file, &mut faults).ok();
    // what a text must not hold has a place all the same
    let expected = |fault: &&Diagnostic| ["refused-character", "line-break", "yaml-sign"].contains(&fault.name);
    assert!(faults.iter().all(|fault| expected(&fault)), "{source:?}: {faults:?}");
    let mut texts = Vec::new();
    root.iter().for_each(|root| gather(root, &mut texts));
    (sources, texts)
}

fn gather(node: &Node, texts: &mut Vec<Text>) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(text) => texts.push(text.clone()),
        Kind::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Kind::Map(entries) => entries.iter().for_each(|(key, value)| {
            texts.push(key.clone());
            gather(value, texts);
        }),
    }
}

/// What the bytes of a word mean, outside the scalar that they stand in.
fn meaning(written: &str, style: ScalarStyle) -> String {
    match style {
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => written.into(),
        ScalarStyle::SingleQuoted => written.replace("''", "'"),
        ScalarStyle::DoubleQuoted => texts(&format!("- \"{written}\"")).1[0].value.clone(),
    }
}

fn places_are_right(value: &str, style: ScalarStyle, file: &File) -> TestCaseResult {
    let (sources, texts) = texts(&file.source);
    let text = texts.iter().find(|text| file.scalar.contains(&(text.span.start as usize))).expect("the scalar");
    prop_assert_eq!(&text.value, value, "{:?}", file.source);
    prop_assert_eq!(text.style(), Some(style), "the map of {:?} in {:?}", value, file.source);
    let blank = |c: char| c == ' ' || c == '\n' || c == '\t';
    for word in value.split(blank).filter(|word| !word.is_empty()) {
        let at = word.as_ptr() as usize - value.as_ptr() as usize;
        let written = sources.written(text.span_of(at..at + word.len()));
        prop_assert_eq!(meaning(written, style), word, "{:?} in {:?}", written, file.source);
    }
    let mut end = file.scalar.start;
    for (at, c) in value.char_indices() {
        let span = text.span_of(at..at + c.len_utf8());
        prop_assert!(end <= span.start as usize && span.start <= span.end, "{:?} in {:?}", c, file.source);
        end = span.end as usize;
    }
    prop_assert!(end <= file.scalar.end);
    let all = text.span_of(0..value.len());
    for from in 0..value.len() + 2 {
        for to in 0..value.len() + 2 {
            let Span { start, end, .. } = text.span_of(from..to);
            prop_assert!(start <= end && (value.is_empty() || all.start <= start && end <= all.end));
        }
    }
    Ok(())
}

fn an_edit_is_read_back(file: &File, range: (usize, usize), words: &str) -> TestCaseResult {
    let (sources, before) = texts(&file.source);
    let at = before.iter().position(|text| file.scalar.contains(&(text.span.start as usize))).expect("the scalar");
    let value = &before[at].value;
    let (one, other) = (range.0 % (value.len() + 1), range.1 % (value.len() + 1));
    let range = value.floor_char_boundary(one.min(other))..value.ceil_char_boundary(one.max(other));
    let wanted = [&value[..range.start], words, &value[range.end..]].concat();
    let edit = before[at].edit(&sources, range, words);
    prop_assert!(edit.is_some(), "a text of the author can be changed: {:?}", file);
    let edit = edit.expect("just seen");
    let within = file.scalar.start <= edit.span.start as usize && edit.span.end as usize <= file.scalar.end;
    prop_assert!(within, "{:?} of {:?}", edit, file);
    let changed = apply(&file.source, std::slice::from_ref(&edit)).expect("one edit within the file");
    let (_, after) = texts(&changed);
    prop_assert_eq!(after.len(), before.len(), "{:?} -> {:?}", file.source, changed);
    for (number, (before, after)) in before.iter().zip(&after).enumerate() {
        let wanted = if number == at { &wanted } else { &before.value };
        prop_assert_eq!(&after.value, wanted, "{:?} -> {:?} by {:?}", file.source, changed, edit);
        prop_assert!(number != at || after.style().is_some(), "{:?}", changed);
    }
    Ok(())
}

/// A text of anything, or of words alone, which any style can hold.
fn text(most: usize) -> impl Strategy<Value = String> {
    let of = |pieces: &'static [&'static str]| prop::collection::vec(prop::sample::select(pieces), 0..most);
    prop_oneof![of(&PIECES), of(&PIECES[..WORDS])].prop_map(|pieces| pieces.concat())
}

/// The same texts in each run.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 300, failure_persistence: None, rng_seed: RngSeed::Fixed(9), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_place_of_a_word_is_the_word(
        value in text(12), crlf: bool, bom: bool, rolls in prop::collection::vec(any::<u8>(), 24),
    ) {
        for style in STYLES {
            for at in 0..PLACES.len() {
                if let Some(file) = file(&value, style, at, crlf, bom, &rolls) {
                    places_are_right(&value, style, &file)?;
                }
            }
        }
    }

    #[test]
    fn an_edit_is_read_back_as_what_was_wanted(
        value in text(12), words in text(4), range: (usize, usize), crlf: bool, bom: bool,
        rolls in prop::collection::vec(any::<u8>(), 24),
    ) {
        for style in STYLES {
            for at in 0..PLACES.len() {
                if let Some(file) = file(&value, style, at, crlf, bom, &rolls) {
                    an_edit_is_read_back(&file, range, &words)?;
                }
            }
        }
    }
}
