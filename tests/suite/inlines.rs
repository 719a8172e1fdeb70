//! What stands in a line: marks, references and passages, in every output.

use crate::support::{Built, build_text, output};

fn text(built: &Built, ending: &str) -> String {
    String::from_utf8_lossy(output(built, ending)).into_owned()
}

#[test]
fn no_raised_figure_becomes_part_of_a_number() {
    let built = build_text(
        "kind: note\ntitle: Towers of 10^3^ m\nbody: [{heading: 10^6^ and H~2~O, body: [A.]}]\n",
        &["txt", "json", "docx"],
    );
    let shown = text(&built, ".txt");
    assert!(shown.contains("Towers of 10^3 m\n") && shown.contains("10^6 and H2O"), "{shown}");
    let json: serde_json::Value = serde_json::from_slice(output(&built, ".json")).expect("JSON");
    assert_eq!(json["properties"]["title"], "Towers of 10^3 m");
    assert_eq!(json["front"]["title"][1]["text"]["script"], "superscript");
}

#[test]
fn the_page_of_a_reference_is_that_of_the_pdf() {
    let source = "kind: note\ntitle: A\nbody:\n  - '[Clause {number}, page {page}, {title}](#b)'\n  - page_break\n  - {heading: The *end*, id: b, body: [B.]}\n";
    let built = build_text(source, &["txt", "json"]);
    assert!(text(&built, ".txt").contains("Clause 1, page 2, The end"), "{}", text(&built, ".txt"));
    assert!(!text(&built, ".json").contains('…'));
}

#[test]
fn the_language_of_a_block_is_not_that_of_what_is_made_from_records() {
    let source = "kind: note\ntitle: A\nbody:\n  - {heading: B, lang: fr, body: [Un., acronyms]}\ndossier:\n  body: g\n  bodies: {g: {name: Group, acronym: G}}\n  acronyms: {UN: United Nations}\n";
    let json = text(&build_text(source, &["json"]), ".json");
    assert_eq!(json.matches("\"lang\": \"fr\"").count(), 2, "{json}");
}
