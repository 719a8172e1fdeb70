//! Charts are drawn from the same figures in PDF and Word, and say them to those who can't see.

use crate::support::{build_text, messages, output, part, parts};
use pdf_extract::{Document, Object};
use std::io::{Cursor, Read};

fn chart(kind: &str, categories: &[&str], series: &[(&str, &[f64])]) -> String {
    let series: Vec<String> = series.iter().map(|(name, values)| format!("{{name: {name}, values: {values:?}}}")).collect();
    let (categories, series) = (categories.join(", "), series.join(", "));
    format!(
        "kind: note\ntitle: Charts\nbody:\n  - chart: {{kind: {kind}, caption: By year, categories: [{categories}], series: [{series}]}}\n"
    )
}

fn resolved(text: &str) -> serde_json::Value {
    let outcome = build_text(text, &["json"]);
    assert_eq!(messages(&outcome), "");
    let document: serde_json::Value = serde_json::from_slice(output(&outcome, ".json")).unwrap();
    document["body"][0]["content"]["chart"].clone()
}

/// The workbook of the first chart of a Word document.
fn workbook(docx: &[u8]) -> Vec<u8> {
    let mut workbook = Vec::new();
    let mut package = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    package.by_name("word/embeddings/figures1.xlsx").unwrap().read_to_end(&mut workbook).unwrap();
    workbook
}

const YEARS: [&str; 3] = ["2020", "2021", "2022"];
const SERIES: [(&str, &[f64]); 2] = [("Secretariat", &[12.0, 15.5, 16.0]), ("R&D", &[0.0, 1.0, 2.0])];

#[test]
fn word_gets_a_chart_of_its_own_with_its_workbook() {
    let outcome = build_text(&chart("columns", &YEARS, &SERIES), &["docx"]);
    let bytes = output(&outcome, ".docx");
    let drawn = part(bytes, "word/charts/chart1.xml");
    for xml in ["<c:barDir val=\"col\"/>", "<c:v>15.5</c:v>", "<c:v>R&amp;D</c:v>", "Sheet1!$C$2:$C$4"] {
        assert!(drawn.contains(xml), "{xml} in {drawn}");
    }
    assert!(
        part(bytes, "word/document.xml")
            .contains("descr=\"Column chart. Secretariat: 2020 (12), 2021 (15.5), 2022 (16). R&amp;D:")
    );
    let workbook = workbook(bytes);
    let sheet = part(&workbook, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<c r=\"B3\"><v>15.5</v></c>") && sheet.contains(">R&amp;D</t>"), "{sheet}");
    assert_eq!(bytes, output(&build_text(&chart("columns", &YEARS, &SERIES), &["docx"]), ".docx"), "the same bytes again");
}

#[test]
fn no_text_of_a_chart_is_a_formula_in_its_worksheet() {
    const TRAPS: [&str; 6] = ["=1+1", "+1+1", "-1+1", "@SUM(B2)", "{=1+1}", "=HYPERLINK(\"https://www.itu.int\")"];
    let quoted = TRAPS.map(|trap| format!("'{trap}'"));
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    let series: Vec<(&str, &[f64])> = quoted.iter().map(|name| (*name, &[1.0; 6][..])).collect();
    let docx = build_text(&chart("columns", &quoted, &series), &["docx"]);
    assert_eq!(messages(&docx), "");
    let workbook = workbook(output(&docx, ".docx"));
    let sheet = part(&workbook, "xl/worksheets/sheet1.xml");
    for trap in TRAPS {
        let text = format!("t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", trap.replace('"', "&quot;"));
        assert_eq!(sheet.matches(&text).count(), 2, "{trap}: a category and the name of a series in {sheet}");
    }
    assert!(!sheet.contains("<f") && !sheet.contains("hyperlink"), "{sheet}");
    let paths: Vec<String> = parts(&workbook).into_iter().map(|(path, _)| path).collect();
    assert!(!paths.iter().any(|path| path.contains("external") || path.contains("onnection")), "{paths:?}");
}

#[test]
fn a_pdf_says_the_figures_of_a_chart() {
    let outcome = build_text(&chart("columns", &YEARS, &SERIES), &["pdf", "txt"]);
    let document = Document::load_mem(output(&outcome, ".pdf")).unwrap();
    let said = document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok());
    let said: Vec<_> = said.filter_map(|alt| Object::as_str(alt).ok()).map(String::from_utf8_lossy).collect();
    assert!(matches!(&said[..], [one] if one.contains("2021 (15.5)")), "{said:?}");
    let text = String::from_utf8_lossy(output(&outcome, ".txt")).into_owned();
    assert!(text.contains("|\t\t2020\t2021\t2022\n|\tSecretariat\t12\t15.5\t16\n|\tR&D\t0\t1\t2\n"), "{text}");
}

#[test]
fn columns_without_room_become_bars() {
    let drawn = |text: &str| {
        let outcome = build_text(text, &["typ", "txt"]);
        let typ = String::from_utf8_lossy(output(&outcome, ".typ")).into_owned();
        let shown = ["columns: true, stacked: false", "columns: false, stacked: false", "columns: false, stacked: true"];
        // the words for those who can't see it say the same
        let words = if String::from_utf8_lossy(output(&outcome, ".txt")).contains("[Bar chart") { "bars" } else { "columns" };
        (shown.iter().position(|shown| typ.contains(shown)), words)
    };
    assert_eq!(drawn(&chart("columns", &YEARS, &SERIES)), (Some(0), "columns"));
    let long = ["Connectivity of schools and hospitals in the least developed countries"; 7];
    let long = chart("columns", &long, &[("a", &[1.0; 7])]);
    assert_eq!(drawn(&long), (Some(1), "bars"));
    assert_eq!(resolved(&long)["kind"], "columns", "the resolved document says what was asked for");
    assert_eq!(drawn(&chart("columns", &["1998"; 25], &[("a", &[1.0; 25][..]); 6])), (Some(2), "bars"));
}
