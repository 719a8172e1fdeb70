//! Identities: an edit in one place changes no identity in another, in the resolved document and in Word.

use crate::determinism::copy;
use crate::support::{Built, build_path, messages, output, part, project};
use serde_json::Value;
use std::collections::BTreeSet;

/// Builds the report of 2022 with a change in a file of its dossier.
fn with_change(file: &str, old: &str, new: &str) -> Built {
    let folder = tempfile::tempdir().unwrap();
    copy(&project().join("fixtures/dossiers/cwg-wsis-sdg"), folder.path());
    let path = folder.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
    std::fs::write(&path, text.replace(old, new)).unwrap();
    let built = build_path(&folder.path().join("submissions/c22-8.yaml"), &["docx", "json"]);
    assert_eq!(messages(&built), "");
    built
}

fn resolved(built: &Built) -> Value {
    serde_json::from_slice(output(built, ".json")).unwrap()
}

/// All identities in a part of a document, in order.
fn ids(value: &Value) -> Vec<String> {
    let mut all = Vec::new();
    match value {
        Value::Object(entries) => {
            all.extend(entries.get("id").and_then(Value::as_str).map(str::to_string));
            entries.values().for_each(|entry| all.extend(ids(entry)));
        }
        Value::Array(items) => items.iter().for_each(|item| all.extend(ids(item))),
        _ => {}
    }
    all
}

/// The identities below each clause at the top of the body, and those of the annexes.
fn by_clause(built: &Built) -> Vec<Vec<String>> {
    let document = resolved(built);
    document["body"].as_array().unwrap().iter().chain([&document["annexes"]]).map(ids).collect()
}

fn bookmarks(built: &Built) -> BTreeSet<String> {
    let body = part(output(built, ".docx"), "word/document.xml");
    let names = body.split("<w:bookmarkStart ").skip(1).filter_map(|rest| rest.split("w:name=\"").nth(1)?.split('"').next());
    names.map(str::to_string).collect()
}

const UNCHANGED: (&str, &str, &str) = ("submissions/c22-8.yaml", "kind: annual-report", "kind: annual-report");

#[test]
fn a_paragraph_inserted_in_one_clause_changes_no_identity_in_another() {
    let before = with_change(UNCHANGED.0, UNCHANGED.1, UNCHANGED.2);
    let text = std::fs::read_to_string(project().join("fixtures/dossiers/cwg-wsis-sdg/submissions/c22-8.yaml")).unwrap();
    let second = text.match_indices("  - heading: ").chain(text.match_indices("    heading: ")).map(|(at, _)| at).nth(1).unwrap();
    let heading = text[second..].lines().next().unwrap();
    let body = text[second..].find("    body:\n").map(|at| second + at).unwrap();
    let old = &text[second..body + "    body:\n".len()];
    assert!(heading.contains("heading"), "{heading}");
    let after = with_change(UNCHANGED.0, old, &format!("{old}      - An inserted paragraph.\n"));
    let (one, other) = (by_clause(&before), by_clause(&after));
    assert_eq!(one.len(), other.len());
    let changed: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    let at = changed[0];
    assert_eq!(other[at].len(), one[at].len() + 1);
    // the numbers of bookmarks follow: those of other clauses are all there, under the same names
    let (named, names) = (bookmarks(&before), bookmarks(&after));
    let lost = named.difference(&names).count();
    assert!(lost <= one[at].len(), "{lost} of {} bookmarks have other names", named.len());
    assert!(named.len() > 150 && names.len() == named.len() + 1, "{} {}", named.len(), names.len());
}

#[test]
fn a_record_is_known_by_its_id_whatever_is_inserted_before_it() {
    let before = with_change(UNCHANGED.0, UNCHANGED.1, UNCHANGED.2);
    let item = "items:\n";
    let inserted =
        "items:\n  - {topic: wsis-forum, recommendations: [{id: new-one, actor: secretariat, action: requested, text: do it}]}\n";
    let after = with_change("meetings/38.yaml", item, inserted);
    let of = |built: &Built| ids(&resolved(built)).into_iter().collect::<BTreeSet<_>>();
    let (one, other) = (of(&before), of(&after));
    assert!(other.contains("#new-one"));
    let lost: Vec<_> = one.difference(&other).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn identities_are_unique_and_word_names_each_by_its_bookmark() {
    for name in ["c22-8", "four-year-report", "hlpf-2022"] {
        let built =
            build_path(&project().join(format!("fixtures/dossiers/cwg-wsis-sdg/submissions/{name}.yaml")), &["docx", "json"]);
        let ids = ids(&resolved(&built));
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{name}");
        let item = part(output(&built, ".docx"), "customXml/item1.xml");
        let body = bookmarks(&built);
        let attribute =
            |line: &str, name: &str| line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_string();
        let blocks: Vec<_> = item.lines().filter(|line| line.contains("<block ")).collect();
        assert!(blocks.len() > 50, "{name}");
        for line in blocks {
            let (bookmark, id) = (attribute(line, "bookmark"), attribute(line, "id").replace("&amp;", "&"));
            assert!(body.contains(&bookmark) && unique.contains(&id), "{name}: {line}");
        }
    }
}
