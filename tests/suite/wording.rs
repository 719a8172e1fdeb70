//! What is printed of places, days, counts, symbols and authors, for none, one and many.

use crate::support::{Built, build_text, messages, output, project};
use std::path::Path;

/// The lines of the plain text of a document, with plain spaces.
fn lines(built: &Built) -> Vec<String> {
    let text = String::from_utf8_lossy(output(built, ".txt")).replace('\u{a0}', " ");
    text.lines().map(str::to_string).collect()
}

fn line(text: &str, at: usize) -> String {
    let built = build_text(text, &["txt"]);
    if built.outputs.is_empty() { messages(&built) } else { lines(&built)[at].clone() }
}

#[test]
fn meetings_are_held_in_places_and_on_days() {
    let held = |meetings: &str, block: &str| {
        let text = format!(
            "kind: note\ntitle: A\nperiod: {{after: s}}\nbody: [{{text: B, body: [{block}]}}]\ndossier:\n  body: g\n  bodies: {{g: {{name: Group, acronym: CWG-G}}}}\n  sessions: {{s: {{name: S, short: Council-21, place: Geneva, dates: 2021-06-01}}}}\n  meetings:\n{meetings}"
        );
        let built = build_text(&text, &["txt"]);
        lines(&built)[2..].join(" / ")
    };
    let meeting = |number: u32, dates: &str, place: &str, documents: usize| {
        let entries: Vec<String> = (0..documents).map(|at| format!("{{symbol: {}, title: T}}", at + 2)).collect();
        format!("    - {{number: {number}, dates: {dates}{place}, documents: [{}]}}\n", entries.join(", "))
    };
    let one = |dates: &str, place: &str, documents: usize| meeting(1, dates, place, documents);
    let meetings = [
        (one("2022-01-19", "", 0), "Since Council-21 the group held one meeting, its first, on 19 January 2022."),
        (
            one("2022-01-19/2022-01-20", ", place: Geneva", 1),
            "Since Council-21 the group held one meeting, its first, on 19-20 January 2022 in Geneva, and considered one document.",
        ),
        (
            one("2022-01-31/2022-02-01", ", place: virtual", 2),
            "Since Council-21 the group held one meeting, its first, from 31 January to 1 February 2022, virtually, and considered two documents.",
        ),
        (
            one("2021-12-30/2022-01-02", ", place: Geneva (hybrid)", 0),
            "Since Council-21 the group held one meeting, its first, from 30 December 2021 to 2 January 2022 in Geneva (hybrid).",
        ),
    ];
    for (record, sentence) in &meetings {
        assert!(held(record, "meetings").ends_with(sentence), "{}", held(record, "meetings"));
    }
    let several = meeting(21, "2022-01-19", ", place: Geneva (hybrid)", 0)
        + &meeting(22, "2022-02-19", ", place: virtual", 1)
        + &meeting(23, "2022-03-19", "", 12);
    let shown = held(&several, "meetings");
    let each = [
        "Since Council-21 the group held three meetings and considered 13 documents:",
        "21st meeting, held on 19 January 2022 in Geneva (hybrid): no documents;",
        "22nd meeting, held on 19 February 2022 (virtual): one document;",
        "23rd meeting, held on 19 March 2022: 12 documents.",
    ];
    assert!(each.iter().all(|sentence| shown.contains(sentence)), "{shown}");
    assert!(
        held("    []\n", "meetings").ends_with("Since Council-21 the group held no meetings."),
        "{}",
        held("    []\n", "meetings")
    );
    let opened = held(&meeting(111, "2022-01-31/2022-02-01", ", place: Geneva (hybrid), participants: 1", 1), "opening");
    let sentence = "The 111th meeting of CWG-G was held in Geneva (hybrid) from 31 January to 1 February 2022. It was attended by one participant. It considered one document.";
    assert!(opened.ends_with(sentence), "{opened}");
}

#[test]
fn ordinals_are_those_of_english() {
    for (number, ordinal) in [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (101, "101st"),
        (111, "111th"),
        (112, "112th"),
        (122, "122nd"),
    ] {
        let text = format!(
            "kind: note\ntitle: A\nmeeting: {number}\nsymbol: 2\nbody: B.\ndossier:\n  body: g\n  bodies: {{g: {{name: Group, acronym: CWG-G}}}}\n  meetings: [{{number: {number}, dates: 2022-01-19}}]\n"
        );
        assert_eq!(line(&text, 1), format!("{ordinal} meeting – 19 January 2022"));
    }
}

#[test]
fn counted_values_bring_their_noun() {
    let said = |documents: usize, words: &str| {
        let entries: Vec<String> = (0..documents).map(|at| format!("{{symbol: C22/{at}, title: T}}")).collect();
        let text = format!(
            "kind: note\ntitle: A\nperiod: {{meetings: 1}}\nbody: '{words}'\ndossier: {{meetings: [{{number: 1, dates: 2022-01-19, documents: [{}]}}]}}\n",
            entries.join(", ")
        );
        line(&text, 1)
    };
    let words =
        "{documents.count|document} and {documents.count|input paper was|input papers were} read. {documents.count|document}.";
    assert_eq!(said(0, words), "No documents and no input papers were read. No documents.");
    assert_eq!(said(1, words), "One document and one input paper was read. One document.");
    assert_eq!(said(2, words), "Two documents and two input papers were read. Two documents.");
    assert_eq!(said(12, words), "12 documents and 12 input papers were read. 12 documents.");
    assert!(said(1, "{documents.count|paper}").contains("the plural of `paper` is not known"));
    assert!(said(1, "{documents.count|a|b|c}").contains("a noun has not 3 forms"));
}

#[test]
fn a_symbol_is_formed_alike_everywhere() {
    let cases = [
        ("symbol: C22/8", "c22-8", ["Document C22/8-E", ""]),
        ("symbol: C22/8, revision: 1", "c22-8-rev-1", ["Revision 1 to", "Document C22/8-E"]),
        ("symbol: C22/8(Rev.1)", "c22-8-rev-1", ["Revision 1 to", "Document C22/8-E"]),
        ("symbol: C22/8, addendum: 1, revision: 2", "c22-8-add-1-rev-2", ["Revision 2 to Addendum 1 to", "Document C22/8-E"]),
        ("symbol: C22/8(Add.1)(Rev.2)-E", "c22-8-add-1-rev-2", ["Revision 2 to Addendum 1 to", "Document C22/8-E"]),
        ("symbol: C22/8(Rev.2), addendum: 1", "c22-8-rev-2-add-1", ["Addendum 1 to Revision 2 to", "Document C22/8-E"]),
        (
            "symbol: C22/8, corrigendum: 3, addendum: 1",
            "c22-8-add-1-corr-3",
            ["Corrigendum 3 to Addendum 1 to", "Document C22/8-E"],
        ),
        ("symbol: 7(Rev.1), meeting: 38", "38-7-rev-1", ["Revision 1 to", "Document CWG-G-38/7-E"]),
    ];
    for (keys, stem, expected) in cases {
        let text = format!(
            "submissions: [{{kind: note, title: A, body: B., {keys}}}]\nbody: g\nbodies: {{g: {{name: Group, acronym: CWG-G}}}}\nmeetings: [{{number: 38, dates: 2022-01-19}}]\n"
        );
        let built = build_text(&text, &["txt", "json"]);
        assert_eq!(built.outputs[0].name, format!("{stem}.en.txt"), "{keys}: {}", messages(&built));
        let shown = lines(&built);
        assert!(expected.iter().all(|line| line.is_empty() || shown.contains(&line.to_string())), "{keys}: {shown:?}");
        let resolved: serde_json::Value = serde_json::from_slice(output(&built, ".json")).unwrap();
        let whole = resolved["properties"]["symbol"].as_str().unwrap();
        assert_eq!(resolved["header"].as_str().unwrap(), format!("{whole}-E"), "{keys}");
    }
}

#[test]
fn authors_are_printed_by_name() {
    let cases = [
        ("annual-report", "chair", "Report by the Chair of the Council Working Group on Examples (CWG-G)"),
        ("note", "secretary-general", "Note by the Secretary-General"),
        ("note", "secretariat", "Note by the Secretariat"),
        ("annual-report", "director-bdt", "Report by the Director of the Telecommunication Development Bureau"),
        ("note", "RUS", "Russian Federation"),
        ("note", "[KGZ, RUS, BLR]", "Belarus, Kyrgyz Republic and Russian Federation"),
        ("note", "ecosoc", "Economic and Social Council"),
        ("note", "doe", "Ms Jane Doe"),
        ("note", "g", "Council Working Group on Examples (CWG-G)"),
        ("note", "Contribution from Brazil", "Contribution from Brazil"),
        ("note", "RCC", "ITU Member States, members of the Regional Commonwealth in the field of Communications (RCC)"),
        (
            "note",
            "[secretariat, ecosoc, NLD, doe]",
            "Note by the Kingdom of the Netherlands, the Secretariat, the Economic and Social Council and Ms Jane Doe",
        ),
        (
            "note",
            "[RCC, {name: BRA, on_behalf_of: [CITEL, JPN]}, chair]",
            "Note by the Federative Republic of Brazil on behalf of Japan and the Inter-American Telecommunication Commission (CITEL); the ITU Member States, members of the Regional Commonwealth in the field of Communications (RCC); and the Chair of the Council Working Group on Examples (CWG-G)",
        ),
    ];
    for (kind, author, printed) in cases {
        let text = format!(
            "kind: {kind}\ntitle: A\nauthor: {author}\nperiod: {{meetings: 1}}\nbody: B.\ndossier:\n  body: g\n  bodies: {{g: {{name: Council Working Group on Examples, acronym: CWG-G}}}}\n  organizations: {{ecosoc: Economic and Social Council}}\n  people: {{doe: {{title: Ms, given: Jane, family: Doe}}}}\n  meetings: [{{number: 1, dates: 2022-01-19}}]\n"
        );
        assert_eq!(line(&text, 0), printed);
    }
}

#[test]
fn languages_of_origin_are_named_or_refused() {
    let first = |original: &str| line(&format!("kind: note\ntitle: A\ndate: 2022-02-01\noriginal: {original}\nbody: B.\n"), 1);
    for (original, shown) in [
        ("en", "Original: English"),
        ("[ru]", "Original: Russian"),
        ("[ru, en]", "Original: Russian/English"),
        ("{only: en}", "English only"),
        ("{only: [en, fr]}", "English/French only"),
    ] {
        assert_eq!(first(original), shown);
    }
    for (original, fault) in [
        ("en-only", "there is no language with the code `en-only`"),
        ("English only", "there is no language with the code `English only`"),
        ("[en, xx]", "there is no language with the code `xx`"),
        ("{only: xx}", "there is no language with the code `xx`"),
        ("[en, en]", "the language `en` is named twice"),
        ("[]", "the document has no language of origin"),
        ("{only: []}", "the document has no language of origin"),
        ("{}", "this original has no `only`"),
        ("{only: en, also: fr}", "an original has no key `also`"),
        ("[[en]]", "expected a text, found a list"),
    ] {
        assert!(first(original).contains(fault), "{original}: {}", first(original));
    }
}

#[test]
fn a_chair_is_called_as_the_house_did_at_the_time() {
    let said = |keys: &str| {
        let text = format!(
            "kind: note\ntitle: A\nauthor: chair\n{keys}body: B.\ndossier:\n  body: g\n  bodies: {{g: {{name: Group, acronym: CWG-G}}}}\n  sessions: {{s: {{name: S, short: S, place: Geneva, dates: 2022-03-21}}}}\n  meetings: [{{number: 1, dates: 2023-08-17}}, {{number: 2, dates: 2023-08-16}}]\n"
        );
        let built = build_text(&text, &["txt"]);
        lines(&built).into_iter().find(|line| line.starts_with("Note by")).unwrap_or_else(|| messages(&built))
    };
    for (keys, chair) in [
        ("", "Chair"),
        ("date: 2023-08-16\n", "Chairman"),
        ("date: 2023-08-17\n", "Chair"),
        ("session: s\n", "Chairman"),
        ("session: s\ndate: 2024-01-01\n", "Chair"),
        ("meeting: 1\n", "Chair"),
        ("meeting: 2\n", "Chairman"),
        ("date: 2022-02-01\nstyle: un-hlpf\n", "Chair"),
    ] {
        assert_eq!(said(keys), format!("Note by the {chair} of the Group (CWG-G)"), "{keys}");
    }
}

#[test]
fn thanks_are_a_sentence_whoever_is_named() {
    let thanked = |to: &str| {
        let text = format!(
            "kind: note\ntitle: A\nperiod: {{meetings: 1}}\nbody: [{{acknowledgements: {{to: [{to}]}}}}]\ndossier:\n  body: g\n  bodies: {{g: {{name: Group, acronym: CWG-G}}}}\n  people: {{a: {{given: Ann, family: Lee}}}}\n  terms: [{{person: a, office: vice-chair}}, {{person: a, office: director-br}}, {{person: a, office: official}}, {{person: a, office: secretariat}}]\n  meetings: [{{number: 1, dates: 2022-01-19}}]\n"
        );
        line(&text, 1)
    };
    assert_eq!(thanked("vice-chairs"), "CWG-G thanks the vice-chair, Ann Lee.");
    assert!(thanked("members").starts_with("CWG-G thanks all Member States"));
    assert!(thanked("members, vice-chairs").contains(", and the vice-chair, Ann Lee."));
    for to in ["elected-officials", "officials", "secretariat", "vice-chairs, officials, secretariat"] {
        let said = thanked(to);
        assert!(said.contains("Ann Lee") && !said.contains("error"), "{to}: {said}");
    }
}

#[test]
fn what_new_writes_is_right_for_none_one_and_many_meetings() {
    let files = |folder: &str| {
        let folder = project().join("templates/new").join(folder);
        ["dossier.yaml", "people.yaml", "topics.yaml", "sessions.yaml"]
            .map(|name| std::fs::read_to_string(folder.join(name)).unwrap())
            .concat()
    };
    let group = files("group");
    let meeting = std::fs::read_to_string(project().join("templates/new/group/meetings/1.yaml")).unwrap();
    for (kind, words) in [("annual-report", "since Council-24"), ("four-year-report", "in the period")] {
        let report = project().join(format!("templates/new/{kind}/submissions/{kind}.yaml"));
        let report = std::fs::read_to_string(report).unwrap();
        for (count, counted) in [(0, "no meetings"), (1, "one meeting"), (2, "two meetings")] {
            let folder = tempfile::tempdir().unwrap();
            let write = |path: &str, text: &str| std::fs::write(folder.path().join(path), text).unwrap();
            ["meetings", "submissions"].iter().for_each(|name| std::fs::create_dir(folder.path().join(name)).unwrap());
            write("dossier.yaml", &group);
            write("submissions/report.yaml", &report);
            for number in 1..=count {
                let id = |text: &str| {
                    text.replace("more-examples", &format!("more-{number}"))
                        .replace("contribution-noted", &format!("noted-{number}"))
                };
                let text = id(&meeting)
                    .replace("number: 1", &format!("number: {number}"))
                    .replace("2025-01-", &format!("2025-0{number}-"));
                write(&format!("meetings/{number}.yaml"), &text);
            }
            let built = crate::support::build_path(Path::new(folder.path()), &["txt"]);
            let shown = lines(&built).join("\n");
            assert!(shown.contains(&format!("of the group {words} ({counted}).")), "{kind}: {shown}");
            for wrong in ["one meetings", "zero", "one documents", " meeting held since"] {
                assert!(!shown.contains(wrong), "{kind}, {count}: {wrong}");
            }
        }
    }
}
