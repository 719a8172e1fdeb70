//! Tests that read back what is written: it is well-formed, consistent, inert, and the same bytes every time.

use super::write;
use crate::assets::Assets;
use crate::document::Part;
use crate::document::{Align, ListKind};
use crate::house::House;
use crate::resolved::{
    Annex, Block, BoxRow, Caption, Cell, Clause, Column, Content, Front, Item, Label, LanguageTag, Link, List, Masthead, Note,
    Number, Properties, ResolvedDocument, Row, Run, Symbol, Table, Text,
};
use crate::source::{BlockId, Sources, Span};
use crate::web::WebAddress;
use crate::writer::pdf::{FontChoice, Fonts};
use crate::writer::{Job, Layout};
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

fn text(words: &str) -> Run {
    Run::Text(Text { text: words.into(), ..Text::default() })
}

fn reference(anchor: &str, number: bool) -> Run {
    let link = Some(Link::Place { anchor: anchor.into(), number, part: Part::Label });
    Run::Text(Text { text: "there".into(), link, ..Text::default() })
}

fn number(label: &str, given: bool) -> Option<Number> {
    Some(Number { label: label.into(), depth: label.matches('.').count() as u8 + 1, given })
}

fn block(anchor: Option<&str>, content: Content) -> Block {
    Block { id: BlockId::default(), anchor: anchor.map(str::to_string), content, span: Span::NONE }
}

fn paragraph(number: Option<Number>, content: Vec<Run>) -> Block {
    block(None, Content::Clause(Clause { number, text: Some(content), ..Clause::default() }))
}

fn heading(level: u8, number: Option<Number>, anchor: &str, body: Vec<Block>) -> Block {
    let (level, heading, text) = (Some(level), Some(vec![text("Words")]), None);
    block(Some(anchor), Content::Clause(Clause { number, level, heading, text, body }))
}

fn letters(body: Vec<Block>) -> Block {
    let (id, label, content) = (BlockId::default(), "a)".into(), vec![text("item")]);
    let item = Item { id, anchor: None, label, given: false, term: Vec::new(), content, body, span: Span::NONE };
    block(None, Content::List(List { kind: ListKind::Letters, start: 1, items: vec![item] }))
}

fn table() -> Block {
    let column = |align| Column { label: vec![text("Column")], width: None, align, groups: Vec::new() };
    let cell = |content| Cell { content, ..Cell::default() };
    let note = Run::Note(Note { number: 1, content: vec![text("In a cell")], span: Span::NONE });
    let label = Label { word: "Table".into(), number: Some(1), of: None };
    let table = Table {
        caption_below: false,
        unit: Vec::new(),
        notes: Vec::new(),
        caption: Some(Caption { label, content: vec![text("Meetings")] }),
        columns: vec![column(Align::Left), column(Align::Right)],
        header_column: false,
        wide: None,
        rows: vec![Row { cells: vec![cell(vec![text("one"), note]), cell(vec![text("two")])], ..Row::default() }],
    };
    block(Some("held"), Content::Table(table))
}

fn document(body: Vec<Block>) -> ResolvedDocument {
    let summary = block(None, Content::Paragraph(vec![text("In short")]));
    ResolvedDocument {
        kind: "note".into(),
        sources: vec!["a & b.yaml".into()],
        house: "itu-council".into(),
        language: LanguageTag { code: "en".into(), region: "GB".into(), direction: "ltr".into(), decimal_sign: ".".into() },
        properties: Properties {
            title: "Title".into(),
            author: "Group".into(),
            symbol: Some("C22/8".into()),
            date: None,
            original: None,
        },
        front: Front {
            masthead: Masthead {
                event: vec![vec![text("Council 2022")]],
                symbol: Some(Symbol { before: "Document ".into(), symbol: "C22/8-E".into(), ..Symbol::default() }),
                ..Masthead::default()
            },
            author: vec![text("Note by the Secretary-General")],
            title: vec![text("Title")],
            summary_box: vec![BoxRow { key: "summary".into(), label: "Summary".into(), body: vec![summary] }],
            ..Front::default()
        },
        header: Some("C22/8-E".into()),
        footer: Some("www.itu.int/council".into()),
        body,
        end_line: true,
        ..ResolvedDocument::default()
    }
}

/// Returns a document with one block of each kind, and references to all.
fn everything() -> ResolvedDocument {
    let url = Some(Link::Url(WebAddress::parse("https://www.itu.int/a?b=1&c=2").unwrap()));
    let linked = Run::Text(Text { text: "link".into(), link: url, unbroken: true, ..Text::default() });
    let below = vec![
        paragraph(number("1.1", false), vec![linked, Run::Break, reference("first", true), reference("held", true)]),
        paragraph(number("1.1bis", true), vec![reference("none", false), reference("annex", true), reference("plain", false)]),
        letters(vec![letters(Vec::new())]),
    ];
    let plain = heading(1, None, "plain", vec![table(), block(None, Content::PageBreak)]);
    let mut document = document(vec![heading(1, number("1", false), "first", below), plain]);
    let label = Label { word: "Annex".into(), number: Some(1), of: None };
    document.annexes.push(Annex {
        depth: 0,
        landscape: false,
        run_on: false,
        id: BlockId::default(),
        label,
        anchor: Some("annex".into()),
        title: vec![text("Title")],
        body: vec![heading(2, number("1", false), "first-in-annex", vec![table()])],
        span: Span::NONE,
    });
    document
}

fn written_with(document: &ResolvedDocument, layout: &Layout) -> Vec<u8> {
    let (assets, sources) = (Assets::default(), Sources::default());
    let (house, fonts) = (House::load(&assets, "itu-council").unwrap(), Fonts::new(&assets, &FontChoice::default()));
    let job = Job::new(document, &house, &assets, &sources, &fonts);
    write(&job, layout).unwrap().bytes
}

fn written(document: &ResolvedDocument) -> Vec<u8> {
    written_with(document, &Layout::default())
}

fn parts(document: &ResolvedDocument) -> BTreeMap<String, String> {
    let mut package = zip::ZipArchive::new(Cursor::new(written(document))).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..package.len() {
        let mut file = package.by_index(at).unwrap();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        parts.insert(file.name().unwrap().into_owned(), content);
    }
    parts
}

/// Returns the values of `attribute` in all elements of this name, in order; the part must be well-formed.
fn values(part: &str, element: &str, attribute: &str) -> Vec<String> {
    let mut reader = Reader::from_str(part);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Start(e) | Event::Empty(e) if e.name() == quick_xml::name::QName(element) => {
                let value = e.try_get_attribute(attribute).unwrap();
                found.extend(value.map(|value| value.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned()));
            }
            _ => {}
        }
    }
}

fn set(values: Vec<String>) -> BTreeSet<String> {
    values.into_iter().collect()
}

/// Returns the text of each paragraph.
fn words(part: &str) -> Vec<String> {
    let mut reader = Reader::from_str(part);
    let (mut lines, mut in_text) = (Vec::new(), false);
    loop {
        let event = reader.read_event().unwrap();
        let line: Option<&mut String> = lines.last_mut();
        match event {
            Event::Eof => return lines,
            Event::Start(e) if e.name().as_ref() == "w:p" => lines.push(String::new()),
            Event::Start(e) => in_text = e.name().as_ref() == "w:t",
            Event::End(_) => in_text = false,
            Event::Empty(e) if e.name().as_ref() == "w:noBreakHyphen" => line.unwrap().push('\u{2011}'),
            Event::Empty(e) if e.name().as_ref() == "w:softHyphen" => line.unwrap().push('\u{ad}'),
            Event::Text(t) if in_text => line.unwrap().push_str(&t),
            Event::GeneralRef(r) => {
                let named = |name: &str| quick_xml::escape::resolve_xml_entity(name).unwrap().to_string();
                let c = r.resolve_char_ref().unwrap().map_or_else(|| named(&r), String::from);
                line.unwrap().push_str(&c);
            }
            _ => {}
        }
    }
}

#[test]
fn parts_agree_with_one_another() {
    let parts = parts(&everything());
    let body = &parts["word/document.xml"];
    let styles = set(values(&parts["word/styles.xml"], "w:style", "w:styleId"));
    for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        for part in ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"] {
            assert!(set(values(&parts[part], element, "w:val")).is_subset(&styles), "{part} {element}");
        }
    }
    assert!(set(values(&parts["word/styles.xml"], "w:basedOn", "w:val")).is_subset(&styles));
    assert!(set(values(&parts["word/styles.xml"], "w:next", "w:val")).is_subset(&styles));
    let nums = set(values(&parts["word/numbering.xml"], "w:num", "w:numId"));
    assert!(set(values(body, "w:numId", "w:val")).is_subset(&nums));
    assert!(set(values(&parts["word/styles.xml"], "w:numId", "w:val")).is_subset(&nums));
    let relationships = set(values(&parts["word/_rels/document.xml.rels"], "Relationship", "Id"));
    assert!(set(values(body, "w:hyperlink", "r:id")).is_subset(&relationships));
    for name in values(&parts["[Content_Types].xml"], "Override", "PartName") {
        assert!(parts.contains_key(&name[1..]), "{name}");
    }
}

#[test]
fn every_paragraph_has_an_identity_of_its_own() {
    let parts = parts(&everything());
    let body = &parts["word/document.xml"];
    for attribute in ["w:name", "w:id"] {
        let all = values(body, "w:bookmarkStart", attribute);
        assert_eq!(set(all.clone()).len(), all.len(), "{attribute}: {all:?}");
    }
    let names = set(values(body, "w:bookmarkStart", "w:name"));
    for name in ["_title", "_summary_p1", "first", "_p1", "held", "annex", "first_in_annex", "_end"] {
        assert!(names.contains(name), "{name}: {names:?}");
    }
    // only the empty cells of the masthead have no identity
    let without = body.split("<w:p>").skip(1).filter(|paragraph| !paragraph.contains("w:bookmarkStart")).count();
    assert_eq!(without, 2, "{body}");
    assert!(set(values(body, "w:hyperlink", "w:anchor")).is_subset(&names));
}

#[test]
fn references_are_fields() {
    let body = &parts(&everything())["word/document.xml"];
    for field in [r" REF first \r \h ", r" REF held \h ", r" REF annex \h ", r" SEQ Table \* ARABIC ", r" SEQ Annex \* ARABIC "] {
        assert!(body.contains(field), "{field}");
    }
}

#[test]
fn the_table_of_contents_has_the_pages_that_are_given() {
    let layout = Layout { headings: vec![1, 2], pages: 2, ..Layout::default() };
    let document = ResolvedDocument { contents: Some("Contents".into()), ..everything() };
    let bytes = written_with(&document, &layout);
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut body = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut body).unwrap();
    assert!(body.contains(r" PAGEREF first \h ") && body.contains(r" PAGEREF plain \h ") && !body.contains("PAGEREF _a1"));
    let names = set(values(&body, "w:bookmarkStart", "w:name"));
    assert!(set(values(&body, "w:hyperlink", "w:anchor")).is_subset(&names));
    // an annex is a heading of two lines, of which the entry makes one
    for line in ["1Words1", "Annex 1 Title", "Annex 1Title"] {
        assert_eq!(words(&body).iter().filter(|words| *words == line).count(), 1, "{line}");
    }
    assert!(
        body.contains(r#"<w:pStyle w:val="AnnexNoTitle"/>"#) && body.contains("<w:r><w:br/></w:r><w:r><w:t>Title</w:t></w:r>")
    );
}

#[test]
fn the_package_says_what_it_is_made_from() {
    let parts = parts(&everything());
    assert!(parts["customXml/item1.xml"].contains(r#"<source file="a &amp; b.yaml"/>"#));
    assert!(parts["customXml/item1.xml"].contains(concat!("version=\"", env!("CARGO_PKG_VERSION"), "\"")));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(written(&everything()), written(&everything()));
}

#[test]
fn a_document_with_nothing_in_it_is_written() {
    let mut empty = document(Vec::new());
    (empty.header, empty.footer, empty.end_line) = (None, None, false);
    empty.front.masthead = Masthead::default();
    assert!(!parts(&empty).contains_key("word/footer1.xml"));
}

#[test]
fn lines_from_right_to_left_are_so_everywhere() {
    let mut document = everything();
    document.language = LanguageTag { code: "ar".into(), region: "EG".into(), direction: "rtl".into(), decimal_sign: ".".into() };
    document.front.title = vec![text("تقرير")];
    let parts = parts(&document);
    assert!(parts["word/styles.xml"].contains("<w:bidi/>"));
    assert!(parts["word/document.xml"].contains("<w:rtl/>") && parts["word/document.xml"].contains("<w:bidiVisual/>"));
    assert!(parts["word/styles.xml"].contains(r#"w:bidi="ar-EG""#));
}

/// Returns a number that is the same in every run of the tests (xorshift).
fn random(seed: &mut u64) -> u32 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    (*seed >> 32) as u32
}

fn random_text(seed: &mut u64) -> String {
    const TRAPS: [&str; 12] = ["<w:p>", "&amp;", "]]>", "{{ 1 }}", "{% raw %}", "\"'", "#", "$", "\u{202e}", "  ", "-", "\u{ad}"];
    let mut text = String::new();
    for _ in 0..random(seed) % 20 + 1 {
        match random(seed) % 4 {
            0 => text.push_str(TRAPS[random(seed) as usize % TRAPS.len()]),
            1 => text.extend(char::from_u32(random(seed) % 0x250)),
            _ => text.extend(char::from_u32(random(seed) % 0x11_0000)),
        }
    }
    text
}

/// Returns a text as it comes back from XML: characters that XML 1.0 can't contain are replaced.
fn held(text: &str) -> String {
    let illegal = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if illegal(c) { '\u{fffd}' } else { c }).collect()
}

#[test]
fn text_of_the_author_is_inert() {
    let mut seed = 0x9e37_79b9_7f4a_7c15;
    let texts: Vec<String> = (0..10_000).map(|_| random_text(&mut seed)).collect();
    let document = document(texts.iter().map(|words| paragraph(None, vec![text(words)])).collect());
    let found = words(&parts(&document)["word/document.xml"]);
    let found = &found[found.len() - texts.len() - 1..];
    for (text, found) in texts.iter().zip(found) {
        assert_eq!(&held(text), found);
    }
}
