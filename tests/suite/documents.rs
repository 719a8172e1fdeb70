//! Each `fixtures/documents/*.yaml` builds in every format without a word; its plain text is kept beside it for people to read.
//!
//! `RAPPORTEUR_UPDATE=1 cargo test --release` writes these texts anew; look at the difference before you commit it.

use crate::support::{build_path, build_text, messages, output, part, pdf_text, project};

#[test]
fn documents_are_what_they_were() {
    let mut count = 0;
    for entry in std::fs::read_dir(project().join("fixtures/documents")).unwrap().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        count += 1;
        let outcome = build_path(&path, &["pdf", "docx", "txt", "json", "typ"]);
        assert_eq!((messages(&outcome), outcome.outputs.len()), (String::new(), 5), "{}", path.display());
        let text = String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap();
        let kept = path.with_extension("txt");
        if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
            std::fs::write(&kept, &text).unwrap();
        }
        let expected =
            std::fs::read_to_string(&kept).unwrap_or_else(|_| panic!("{} is missing: see the head of this test", kept.display()));
        assert_eq!(text, expected, "{}", path.display());
    }
    assert!(count >= 3, "there are documents");
}

#[test]
fn kept_texts_belong_to_documents() {
    for entry in std::fs::read_dir(project().join("fixtures/documents")).unwrap().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            assert!(path.with_extension("yaml").is_file(), "{} belongs to nothing", path.display());
        }
    }
}

#[test]
fn the_annual_report_has_the_structure_of_the_original() {
    let outcome = build_path(&project().join("fixtures/dossiers/cwg-wsis-sdg/submissions/c22-8.yaml"), &["txt", "pdf", "json"]);
    let text = String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap();
    let numbers: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_once('\t').map(|(number, _)| number))
        .filter(|number| number.chars().all(|c| c.is_ascii_digit() || c == '.'))
        .collect();
    let below = |prefix: &str| {
        numbers
            .iter()
            .filter(|number| number.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('.') && !rest[1..].contains('.')))
            .count()
    };
    assert_eq!(numbers.iter().filter(|number| !number.contains('.')).count(), 13, "clauses");
    assert_eq!(["1", "2", "3", "4", "5", "7", "8", "9", "10"].map(below), [2, 4, 14, 13, 3, 2, 14, 3, 3]);
    assert_eq!(["2.2", "4.1", "4.2", "4.3", "4.4", "4.9", "10.1", "10.2"].map(below), [2, 3, 2, 0, 3, 5, 0, 3]);
    for line in [
        "10.2.1\tThe group was invited",
        "6\tActivities of the ITU/UNESCO Broadband Commission",
        "Since Council-21 the group held two meetings and considered 34 documents",
    ] {
        assert!(text.contains(line), "{line}");
    }
    let resolved: serde_json::Value = serde_json::from_slice(output(&outcome, ".json")).unwrap();
    assert_eq!(resolved["properties"]["symbol"], "C22/8");
    let sources = ["dossier.yaml", "people.yaml", "sessions.yaml", "submissions/c22-8.yaml"];
    let found: Vec<&str> = resolved["sources"].as_array().unwrap().iter().filter_map(|source| source.as_str()).collect();
    let (meetings, others): (Vec<&str>, Vec<&str>) = found.into_iter().partition(|source| source.starts_with("meetings/"));
    assert_eq!(others.into_iter().filter(|source| *source != "topics.yaml").collect::<Vec<_>>(), sources);
    assert!(["meetings/37.yaml", "meetings/38.yaml"].iter().all(|meeting| meetings.contains(meeting)), "{meetings:?}");
    assert!(pdf_text(output(&outcome, ".pdf")).contains("Document C22/8-E"));
}

#[test]
fn a_recommendation_made_again_is_said_in_the_earlier_words() {
    let text = "\
kind: annual-report
title: A
period: {meetings: [2, 3]}
body: [recommendations]
dossier:
  topics: {a: A}
  meetings:
    - {number: 1, dates: 2019-01-19, documents: [{symbol: 1, title: B}], items: [{topic: a, recommendations: [
        {id: first, actor: council, action: invited, text: do it, documents: [C19/3], parts: [at once]}]}]}
    - {number: 2, dates: 2020-01-19, items: [{topic: a, recommendations: [{id: second, repeats: first, documents: [C20/4]}]}]}
    - {number: 3, dates: 2021-01-19, items: [{topic: a, recommendations: [{id: third, repeats: second}]}]}
";
    let outcome = build_text(text, &["txt"]);
    assert_eq!(messages(&outcome), "");
    let text = String::from_utf8_lossy(output(&outcome, ".txt")).into_owned();
    let said = text.lines().filter(|line| line.contains("The Council") || line.contains("at once"));
    let each = [
        "1\tThe Council was invited to do it (C20/4):",
        "•\tat once",
        "2\tThe Council was invited to do it (C19/3):",
        "•\tat once",
    ];
    assert_eq!(said.collect::<Vec<_>>(), each);
}

#[test]
fn comments_are_for_those_who_draft() {
    let outcome = build_path(&project().join("fixtures/documents/everything.yaml"), &["pdf", "docx", "txt", "json"]);
    let docx = output(&outcome, ".docx");
    let (body, comments) = (part(docx, "word/document.xml"), part(docx, "word/comments.xml"));
    let count = |mark: &str| (1..=4).filter(|id| body.contains(&format!("<w:{mark} w:id=\"{id}\"/>"))).count();
    assert_eq!(["commentRangeStart", "commentRangeEnd", "commentReference"].map(count), [4, 4, 4]);
    assert_eq!(comments.matches("<w:comment w:id=").count(), 4);
    assert!(comments.contains(r#"w:author="CWG-SMP" w:initials="CS""#) && !comments.contains("w:date"), "{comments}");
    assert!(comments.contains(r#"<w:rStyle w:val="Strong"/></w:rPr><w:t>again"#), "{comments}");
    assert!(comments.contains(r#"<w:hyperlink w:anchor="deep""#) && !comments.contains("fldChar"), "{comments}");
    assert!(part(docx, "word/_rels/comments.xml.rels").contains("https://www.itu.int"));
    // outside of the bookmark, whose words a reference may show
    let heading =
        body.split("<w:p>").find(|paragraph| paragraph.contains("References") && paragraph.contains("Heading1")).unwrap();
    let marks = ["<w:commentRangeStart", "<w:bookmarkStart", "<w:bookmarkEnd", "<w:commentRangeEnd"]
        .map(|mark| heading.find(mark).unwrap());
    assert!(marks.is_sorted(), "{heading}");
    let text = String::from_utf8_lossy(output(&outcome, ".txt")).into_owned();
    assert!(!text.contains("two remarks") && !pdf_text(output(&outcome, ".pdf")).contains("two remarks"));
    assert!(String::from_utf8_lossy(output(&outcome, ".json")).contains("two remarks"));
}

#[test]
fn a_comment_does_not_change_a_number() {
    let text = |comment: &str| {
        let body = format!(
            "body: [{{heading: A, body: [{{text: One.{comment}}}]}}, {{heading: B, body: [{{text: One.{comment}}}, Two.]}}]"
        );
        let outcome = build_text(&format!("kind: note\ntitle: T\n{body}\n"), &["txt"]);
        String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap()
    };
    let expected = "T\n1\tA\nOne.\n2\tB\n2.1\tOne.\n2.2\tTwo.\n";
    assert_eq!([text(", comment: Why?"), text("")], [expected, expected]);
}

#[test]
fn what_the_record_says_of_thanks_organizations_addresses_and_acronyms_is_used() {
    let record = r#"kind: note
title: T
body:
  - acknowledgements
  - register: {as: table, columns: [symbol, title]}
  - The work of ITU-T and of AI Group goes on.
dossier:
  body: b
  bodies: {b: {name: B, acronym: CWG-B}}
  acronyms: {ITU-T: a Sector, AI Group: a group}
  people:
    roe: {given: Ann, family: Roe, organization: Universal Postal Union}
    poe: {given: Bo, family: Poe, country: BRA}
  meetings:
    - number: 1
      dates: 2024-01-10
      documents: [{symbol: 1, title: First, url: "https://example.org/first"}]
      acknowledgements: [{person: roe, for: her advice}, {person: poe}, {person: roe, for: the room}, {person: roe, for: her advice}]
"#;
    let outcome = build_text(record, &["txt", "typ"]);
    let text = String::from_utf8_lossy(output(&outcome, ".txt"));
    let thanks = "\nThe group thanked Ann Roe (Universal Postal Union) for her advice and the room and Bo Poe (Brazil).\n";
    assert!(text.contains(thanks), "{text}");
    let typst = String::from_utf8_lossy(output(&outcome, ".typ"));
    for piece in ["https://example.org/first", "#unbroken[#\"ITU-T\";]", "#unbroken[#\"AI Group\";]"] {
        assert!(typst.contains(piece), "{piece} is not in\n{typst}");
    }
}
