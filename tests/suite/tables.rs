//! Marked cells and header columns are what they are in PDF and Word, not only what they look like.

use crate::support::{build_path, build_text, messages, output, part, project};
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

/// Returns the numbers that a pattern finds in a text.
fn numbers(pattern: &str, text: &str) -> Vec<usize> {
    let pattern = regex::Regex::new(pattern).unwrap();
    pattern.captures_iter(text).map(|found| found[1].parse().unwrap()).collect()
}

#[test]
fn a_budget_is_a_table_of_its_own_kind_in_pdf_and_word() {
    let outcome = build_path(&project().join("fixtures/features/finance-table.yaml"), &["pdf", "docx", "txt"]);
    assert_eq!(messages(&outcome), "");
    let pdf = Document::load_mem(output(&outcome, ".pdf")).unwrap();
    let all: Vec<String> = pdf.objects.values().map(|object| format!("{object:?}")).collect();
    let with = |key: &str| all.iter().filter(|object| object.contains(key)).count();
    // groups and a sub-group, two sections, a cell of two columns
    assert_eq!(with("/ColSpan"), 6);
    // in the header five columns, in the body two cells
    assert_eq!(with("/RowSpan"), 7);
    let word = part(output(&outcome, ".docx"), "word/document.xml");
    let table = &word[..word.find("</w:tbl>").unwrap()];
    let columns = table.matches("<w:gridCol ").count();
    for row in table.split("<w:tr>").skip(1) {
        let spans = numbers(r#"<w:gridSpan w:val="(\d+)""#, row);
        assert_eq!(row.matches("<w:tc>").count() + spans.iter().sum::<usize>() - spans.len(), columns, "{row}");
    }
    assert_eq!(table.matches("<w:tblHeader/>").count(), 3);
    assert_eq!((table.matches(r#"<w:vMerge w:val="restart"/>"#).count(), table.matches("<w:vMerge/>").count()), (7, 8));
    assert_eq!(table.matches(r#""Tablesection""#).count(), 2);
    assert_eq!(table.matches("<w:tcBorders>").count(), 13, "the cells of two rows of sums");
}

#[test]
fn a_figure_is_not_divided_in_a_cell() {
    let figures = ["1 234 567", "(3 456)", "12 %", "-1 234.5"];
    let text = format!(
        "kind: note\ntitle: A\nbody:\n  - table:\n      columns: [A, {{label: B, width: 60}}]\n      rows:\n        - [{}, x]\n",
        "FIGURE"
    );
    for figure in figures {
        let outcome = build_text(&text.replace("FIGURE", &format!("\"{figure}\"")), &["typ", "docx"]);
        let typst = String::from_utf8_lossy(output(&outcome, ".typ")).into_owned();
        assert!(typst.contains(&format!("#amount[#\"{figure}\";]")), "{typst}");
        let word = part(output(&outcome, ".docx"), "word/document.xml");
        assert!(word.contains(&format!(">{}</w:t>", figure.replace(' ', "\u{a0}"))), "{word}");
    }
}

#[test]
fn decimal_signs_stand_below_one_another() {
    let text = "kind: note\ntitle: A\nbody:\n  - table:\n      columns: [A, {label: B, align: decimal}]\n      rows:\n        - [one, \"1.25\"]\n        - [two, \"12\"]\n        - [three, n/a]\n";
    let outcome = build_text(text, &["typ", "docx"]);
    let typst = String::from_utf8_lossy(output(&outcome, ".typ")).into_owned();
    assert_eq!(typst.matches("room-after: 1.267em").count(), 2, "{typst}");
    let word = part(output(&outcome, ".docx"), "word/document.xml");
    assert_eq!(word.matches(r#"<w:ind w:right="278"/>"#).count(), 2, "{word}");
}
