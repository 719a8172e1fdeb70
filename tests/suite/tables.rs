//! Marked cells and header columns are what they are in PDF and Word, not only what they look like.

use crate::support::{build_text, messages, output, part};
use pdf_extract::Document;

const TABLE: &str = r#"
kind: note
title: Marks
body:
  - table:
      header_column: COLUMN
      columns: [Topic, Goal 1, Goal 2]
      rows:
        - [Forum, {mark: 3}, {mark: 1, text: "12"}]
"#;

fn scopes(pdf: &[u8]) -> [usize; 2] {
    let document = Document::load_mem(pdf).unwrap();
    let all: Vec<String> = document.objects.values().map(|object| format!("{object:?}")).collect();
    ["/Row", "/Column"].map(|scope| all.iter().filter(|object| object.contains("/Scope") && object.contains(scope)).count())
}

#[test]
fn marks_have_a_sign_and_a_shade() {
    let outcome = build_text(&TABLE.replace("COLUMN", "true"), &["txt", "docx", "typ"]);
    assert_eq!(messages(&outcome), "");
    let text = String::from_utf8_lossy(output(&outcome, ".txt")).into_owned();
    assert!(text.contains("Forum\t●●●\t12\n"), "{text}");
    let word = part(output(&outcome, ".docx"), "word/document.xml");
    assert_eq!(word.matches("<w:shd ").count(), 2);
    assert!(word.contains(r#"w:fill="8FB8DF"/></w:tcPr>"#), "{word}");
    let typst = String::from_utf8_lossy(output(&outcome, ".typ")).into_owned();
    assert!(typst.contains("shade: \"#8FB8DF\""), "{typst}");
}

#[test]
fn a_header_column_is_known_as_one() {
    for (written, rows, word) in [("true", 1, r#"w:firstColumn="1""#), ("false", 0, r#"w:firstColumn="0""#)] {
        let outcome = build_text(&TABLE.replace("COLUMN", written), &["pdf", "docx"]);
        assert_eq!(scopes(output(&outcome, ".pdf")), [rows, 3]);
        let document = part(output(&outcome, ".docx"), "word/document.xml");
        assert!(document.contains(word));
        assert_eq!(document.matches(r#""Tablerowhead""#).count(), rows);
    }
}
