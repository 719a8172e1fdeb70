//! Each block in each place where paragraphs may stand: its words are in the text, the PDF and the Word file, or a message says why not.

use crate::support::{build_text, docx_paragraphs, messages, output, pdf_text};

/// The blocks, each with a word that stands nowhere else; charts and pictures have it in their captions.
const BLOCKS: [&str; 18] = [
    "wordtext",
    "{text: wordlong, id: along}",
    "{text: wordgiven, number: 8bis}",
    "{text: wordnumbered, numbered: true}",
    "{unnumbered: wordunnumbered}",
    "{heading: wordheading, body: [Words]}",
    "{bullets: [{text: wordbullet, body: [Words]}]}",
    "{dashes: [worddash]}",
    "{letters: [{text: wordletter, number: a bis}]}",
    "{roman: [wordroman], start: 4}",
    "{numbers: [{text: wordlisted, id: listed}]}",
    "{definitions: [{term: Term, text: wordmeaning, body: [Words]}]}",
    "{quote: [wordquoted, {text: Words, number: '1'}, {bullets: [Words]}]}",
    "{table: {columns: [A], rows: [[wordcell]]}}",
    "{chart: {kind: bars, caption: wordchart, categories: [a], series: [{values: [1]}]}}",
    "{equation: {math: '\"wordequation\" = 1', alt: Words}}",
    "{signature: {name: wordsigned}}",
    "{contact: {name: wordcontact}}",
];

/// The places, where `@` stands for a list of blocks, with the words of blocks that are refused there: a chart is as wide as the page, and the box is drawn
/// by Word as the borders of paragraphs.
const PLACES: [(&str, &str, &[&str]); 9] = [
    ("the body", "body: @", &[]),
    ("a clause", "body: [{heading: Heading, body: @}]", &[]),
    ("a numbered paragraph", "body: [{heading: Heading, body: [{text: A, body: @}, B]}]", &[]),
    (
        "a paragraph of the fourth level",
        "numbered: true\nbody: [{text: A, body: [{text: B, body: [{text: C, body: @}, D]}, E]}, F]",
        &[],
    ),
    ("an item", "body: [{letters: [{text: A, body: @}]}]", &[]),
    ("a quotation", "body: [{quote: @}]", &[]),
    ("a cell", "body: [{table: {columns: [A, B], rows: [[{body: @}, C]]}}]", &["wordchart"]),
    ("the box", "box: {summary: @}\nbody: A", &["wordchart", "wordcell", "wordcontact"]),
    ("an annex", "body: A\nannexes: [{heading: Annex, body: @}]", &[]),
];

/// Returns the word of a block that stands nowhere else.
fn word(block: &str) -> &str {
    let start = block.find("word").expect("each block has one");
    block[start..].split(|c: char| !c.is_alphabetic()).next().expect("the word itself")
}

fn document(place: &str, blocks: &[&str]) -> String {
    format!("kind: note\ntitle: A title\n{}\n", place.replace('@', &format!("[{}]", blocks.join(", "))))
}

#[test]
fn each_block_stands_in_each_place_or_a_message_says_why_not() {
    for (name, place, refused) in PLACES {
        let (held_back, kept): (Vec<&str>, Vec<&str>) = BLOCKS.iter().partition(|block| refused.contains(&word(block)));
        for block in held_back {
            let said = messages(&build_text(&document(place, &[block]), &["txt"]));
            assert!(said.contains("misplaced-block"), "{block} in {name}: {said}");
        }
        let built = build_text(&document(place, &kept), &["txt", "pdf", "docx"]);
        let said = messages(&built);
        assert!(!said.contains("error"), "{name}: {said}");
        let text = String::from_utf8_lossy(output(&built, ".txt")).into_owned();
        let pdf = pdf_text(output(&built, ".pdf"));
        let docx = docx_paragraphs(output(&built, ".docx")).join("\n");
        for block in kept.into_iter().filter(|block| !block.contains("equation")) {
            let word = word(block);
            for (format, words) in [("text", &text), ("PDF", &pdf), ("Word", &docx)] {
                assert_eq!(words.matches(word).count(), 1, "{word} in {name}, {format}: {words}");
            }
        }
    }
}
