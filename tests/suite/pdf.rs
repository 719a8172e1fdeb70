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
