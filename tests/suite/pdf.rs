//! Facts of a PDF: properties, language, outline, tags, fonts, links.

use crate::support::{build_path, output, project};
use pdf_extract::{Document, Object};

fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap_or_default();
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => {
            let units: Vec<u16> = units.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Titles of the outline, indented by level.
fn outline(document: &Document, first: &Object, level: usize, out: &mut Vec<String>) {
    let mut next = Some(first.clone());
    while let Some(reference) = next {
        let item = document.get_dictionary(reference.as_reference().unwrap()).unwrap();
        out.push(format!("{}{}", " ".repeat(level), text(item.get(b"Title").unwrap())));
        if let Ok(child) = item.get(b"First") {
            outline(document, child, level + 1, out);
        }
        next = item.get(b"Next").ok().cloned();
    }
}

#[test]
fn the_pdf_says_what_it_is_and_is_tagged() {
    let outcome = build_path(&project().join("fixtures/dossiers/cwg-wsis-sdg/submissions/c22-8.yaml"), &["pdf"]);
    let bytes = output(&outcome, ".pdf");
    let document = Document::load_mem(bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(text(catalog.get(b"Lang").unwrap()), "en-GB");
    assert!(catalog.get(b"MarkInfo").and_then(Object::as_dict).unwrap().get(b"Marked").and_then(Object::as_bool).unwrap());
    let info = document.get_dictionary(document.trailer.get(b"Info").and_then(Object::as_reference).unwrap()).unwrap();
    assert!(text(info.get(b"Title").unwrap()).starts_with("Report on the outcomes"));
    assert!(text(info.get(b"Author").unwrap()).starts_with("Council Working Group"));
    assert!(text(info.get(b"CreationDate").unwrap()).starts_with("D:20220225"), "the document's date is its time stamp");
    let xmp = String::from_utf8_lossy(bytes);
    assert!(xmp.contains("pdfuaid") && xmp.contains("pdfaid"));

    let root = document.get_dictionary(catalog.get(b"Outlines").and_then(Object::as_reference).unwrap()).unwrap();
    let mut titles = Vec::new();
    outline(&document, root.get(b"First").unwrap(), 0, &mut titles);
    assert_eq!(
        titles.iter().filter(|title| !title.starts_with(' ')).count(),
        11,
        "clauses with headings of their own, and the annex: {titles:?}"
    );
    assert!(
        titles.contains(&"1 Introduction".to_string()) && titles.iter().any(|title| title.starts_with(" 4.13 ")),
        "{titles:?}"
    );

    let (mut roles, mut fonts, mut links) = (std::collections::BTreeMap::<String, usize>::new(), Vec::new(), 0);
    for object in document.objects.values() {
        let Ok(dictionary) = object.as_dict() else { continue };
        let name =
            |key: &[u8]| dictionary.get(key).and_then(Object::as_name).map(|name| String::from_utf8_lossy(name).into_owned());
        if dictionary.has(b"P")
            && let Ok(role) = name(b"S")
        {
            *roles.entry(role).or_default() += 1;
        }
        fonts.extend(name(b"BaseFont"));
        links += usize::from(name(b"Subtype").is_ok_and(|subtype| subtype == "Link"));
    }
    for role in ["H1", "H2", "P", "L", "LI", "LBody", "Table", "TH", "TD", "Link", "Note"] {
        assert!(roles.contains_key(role), "no {role} in {roles:?}");
    }
    assert!(!fonts.is_empty() && fonts.iter().all(|font| font.contains("Carlito")), "{fonts:?}");
    assert!(links > 100, "{links} links");
}

/// The text of a PDF as it is copied and heard: what the page shows by distances alone is not in it. Running headers and dots are left out.
fn copied(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).unwrap();
    document.get_pages().into_values().map(|page| copied_from(&document, page)).collect()
}

fn copied_from(document: &Document, page: pdf_extract::ObjectId) -> String {
    let fonts = document.get_page_fonts(page).unwrap();
    let content = document.get_and_decode_page_content(page).unwrap();
    let (mut out, mut marked, mut font) = (String::new(), Vec::new(), None);
    for operation in content.operations {
        let first = operation.operands.first();
        match operation.operator.as_str() {
            "Tf" => font = first.and_then(|name| fonts.get(name.as_name().ok()?)),
            "BDC" | "BMC" => marked.push(first.and_then(|tag| tag.as_name().ok()) == Some(b"Artifact")),
            "EMC" => drop(marked.pop()),
            "Tj" | "TJ" if !marked.contains(&true) => {
                let encoding = font.expect("a font is set").get_font_encoding(document).unwrap();
                let one = |string: &Object| Document::decode_text(&encoding, string.as_str().ok()?).ok();
                let strings = first.map(|strings| strings.as_array().map_or(vec![strings.clone()], Clone::clone));
                out.extend(strings.iter().flatten().filter_map(one));
            }
            _ => {}
        }
    }
    out
}

#[test]
fn what_stands_apart_on_the_page_is_apart_in_the_text() {
    let outcome = build_path(&project().join("fixtures/features/apart.yaml"), &["pdf"]);
    let bytes = output(&outcome, ".pdf");
    let text = copied(bytes);
    for words in [
        "draft budget of the group",
        "1 The 37th meeting and the 38th 1",
        "Annex 2 Meetings held 3",
        "1.1 The group 1 held 2022 2 meetings",
        "• first",
        "b) two",
        "16 3",
        "2 Or 2023.",
    ] {
        assert!(text.contains(words), "no {words:?} in {text:?}");
    }
    let document = Document::load_mem(bytes).unwrap();
    let root = document.catalog().unwrap().get(b"Outlines").and_then(Object::as_reference).unwrap();
    let mut titles = Vec::new();
    outline(&document, document.get_dictionary(root).unwrap().get(b"First").unwrap(), 0, &mut titles);
    assert_eq!(titles, ["1 The 37th meeting and the 38th", "Annex 1 Documents considered", "Annex 2 Meetings held"]);
}
