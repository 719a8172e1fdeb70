//! A dossier of two bodies: each submission is of one of them, and says nothing of the other.

use crate::support::{Built, build_path, build_text, found, messages, output, plain, project, request};
use rapporteur::commands::tracker::{Filter, Row, recommendations};
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn dossier() -> PathBuf {
    project().join("fixtures/dossiers/two-groups")
}

/// What only one of the groups has: names, people, documents, words of its recommendations.
const RC: [&str; 11] = [
    "CWG-RC",
    "Rural Connectivity",
    "Okafor",
    "Lindqvist",
    "Novak",
    "Resolution 37",
    "C24/21",
    "masts",
    "valley,",
    "villages",
    "rural",
];
const ET: [&str; 10] = [
    "CWG-ET",
    "Emergency Telecommunications",
    "Tanaka",
    "Moreau",
    "Silva",
    "Resolution 136",
    "C24/22",
    "broadcast",
    "warning",
    "floods",
];
/// The documents of the joint meeting, which both groups considered.
const JOINT: [&str; 2] = ["CWG-RC-8/1", "CWG-ET-9/2"];

/// The plain text of all documents of a submission.
fn text(submission: &str) -> String {
    let outcome = build_path(&dossier().join("submissions").join(submission), &["txt"]);
    assert_eq!(messages(&outcome), "", "{submission}");
    let all = outcome.outputs.iter().map(|output| String::from_utf8(output.bytes.to_vec()).unwrap());
    all.map(|text| text.lines().map(plain).collect::<Vec<_>>().join("\n")).collect()
}

#[test]
fn no_word_of_the_other_body_is_in_a_report() {
    for (submission, own, other) in [
        ("c24-21.yaml", &RC[..], &ET[..]),
        ("summary-rc-7.yaml", &RC, &ET),
        ("c24-22.yaml", &ET, &RC),
        ("summary-et-7.yaml", &ET, &RC),
        ("four-years-et.yaml", &ET, &RC),
        ("hlpf-et.yaml", &ET, &RC),
        ("letter-et.yaml", &ET, &RC),
    ] {
        let all = text(submission);
        let apart = JOINT.iter().fold(all.clone(), |text, symbol| text.replace(symbol, "…"));
        // who chairs a joint meeting is a fact of it
        for word in other {
            assert!(!apart.to_lowercase().contains(&word.to_lowercase()), "{submission} has `{word}`:\n{all}");
        }
        assert!(own.iter().any(|word| apart.contains(word)), "{submission} has words of its own");
    }
}

#[test]
fn periods_counts_and_registers_are_those_of_the_body() {
    let (rc, et) = (text("c24-21.yaml"), text("c24-22.yaml"));
    assert!(rc.contains("the outcomes of two meetings with five documents"), "{rc}");
    assert!(et.contains("the outcomes of three meetings with six documents"), "{et}");
    assert!(rc.contains("7th meeting, held on 12-13 September 2023 (Geneva): three documents;"));
    assert!(rc.contains("8th meeting, held on 18-19 January 2024 (Geneva): two documents."));
    assert!(et.contains("7th meeting, held on 14-15 September 2023 (virtual): two documents;"));
    assert!(et.contains("8th meeting, held on 12 and 15-16 January 2024 (Geneva, hybrid): two documents;"));
    assert!(et.contains("9th meeting, held on 18-19 January 2024 (Geneva): two documents."), "the joint meeting has two numbers");
    assert!(rc.contains("\nCWG-RC-8/1 Satellite links for valleys and for disasters Secretariat 8\n"));
    assert!(et.contains("\nCWG-RC-8/1 Satellite links for valleys and for disasters Secretariat 9\n"));
    assert!(et.contains("\nCWG-ET-9/2 Satellite terminals in relief work International Relief Network 9"));
}

#[test]
fn people_are_those_of_the_body_and_of_the_time() {
    let (rc, et) = (text("c24-21.yaml"), text("c24-22.yaml"));
    assert!(rc.contains("CWG-RC is chaired by Ms Adaeze Okafor (Nigeria); its vice-chair is Mr Erik Lindqvist (Sweden)."));
    assert!(et.contains("CWG-ET is chaired by Ms Yuki Tanaka (Japan); its vice-chair is Ms Ines Silva (Portugal)."));
    let thanks = "contributed to its work and took part in it, and the vice-chair,";
    let officials = "Mr Petr Novak, Adviser, rural networks; and Ms Clara Ferreira, Chief of Department.";
    assert!(
        rc.contains(&format!("{thanks} Mr Erik Lindqvist (Sweden). The group appreciated the assistance of {officials}")),
        "{rc}"
    );
    assert!(
        et.contains(&format!(
            "{thanks} Ms Ines Silva (Portugal). The group appreciated the assistance of Ms Clara Ferreira, Chief of Department."
        )),
        "{et}"
    );
    // a vice-chair whose term ended before the meetings is not thanked; in a summary nobody is but those whom the meeting thanked
    let summary = text("summary-rc-7.yaml");
    assert!(
        summary.contains("The group thanked Mr Erik Lindqvist (Sweden) for leading the drafting session on masts."),
        "{summary}"
    );
    assert!(!text("summary-et-7.yaml").contains("thank"));
    assert!(
        text("summary-et-7.yaml").contains(
            "The seventh meeting of CWG-ET was held virtually on 14-15 September 2023 and was chaired by Ms Yuki Tanaka"
        )
    );
}

#[test]
fn recommendations_are_followed_in_the_series_of_the_body() {
    let (rc, et) = (text("c24-21.yaml"), text("four-years-et.yaml"));
    assert!(rc.contains("Made at the seventh meeting.") || rc.contains("seventh meeting"), "{rc}");
    assert!(rc.contains("Done at the eighth meeting: The list was published."));
    let made = "Made at the seventh meeting (C24/22, paragraph 3.1.1) and again at the eighth meeting (C24/22, paragraph 3.1.2";
    assert!(et.contains(made) && et.contains("Done at the ninth meeting: The results were presented."), "{et}");
    assert!(et.contains("Made at the ninth meeting (C24/22, paragraph 3.2)."), "{et}");
    // the document of the edition is submitted to the joint meeting
    assert!(
        et.contains("Council Working Group on Emergency Telecommunications\n9th meeting – Geneva, 18-19 January 2024\n"),
        "{et}"
    );
    assert!(text("letter-et.yaml").contains("(CWG-ET-7/INF/1)"));
    assert!(
        text("hlpf-et.yaml").contains(
            "Made by CWG-ET at its seventh meeting and again at the eighth meeting (based on CWG-ET-8/1 and CWG-ET-7/1)."
        )
    );
}

fn rows() -> Vec<Row> {
    let (rows, prepared) = recommendations(&mut Workspace::default(), Input::Path(&dossier()), &request(&[])).unwrap();
    assert!(prepared.report.is_empty(), "{:?}", prepared.report);
    rows
}

#[test]
fn the_tracker_tells_the_bodies_apart() {
    let rows = rows();
    let ids =
        |filter: Filter| rows.iter().filter(|row| filter.wants(row)).map(|row| row.id.as_deref().unwrap()).collect::<Vec<_>>();
    let of = |body: &str| ids(Filter { body: vec![body.into()], ..Filter::default() });
    assert_eq!(of("cwg-rc"), ["mast-costs", "mast-sharing", "village-funds", "terminals"]);
    assert_eq!(of("cwg-et"), ["broadcast-trials", "terminals"]);
    let at = |body: &str, number| ids(Filter { meeting: vec![(body.into(), number)], ..Filter::default() });
    assert_eq!(at("cwg-et", 7), ["broadcast-trials"]);
    assert_eq!(at("cwg-rc", 8), at("cwg-et", 9));
    let row = |id: &str| rows.iter().find(|row| row.id.as_deref() == Some(id)).unwrap();
    assert_eq!(
        (row("broadcast-trials").names.join(" "), row("terminals").names.join(" ")),
        ("cwg-et:7 cwg-et:8".into(), "8".into())
    );
    assert_eq!(row("terminals").bodies, [["cwg-rc", "cwg-et"]]);
    let reported = |id: &str| row(id).reported.iter().map(|one| one.document.as_str()).collect::<BTreeSet<_>>();
    assert!(reported("terminals").is_superset(&BTreeSet::from(["C24/21", "C24/22"])));
    assert!(!reported("broadcast-trials").contains("C24/21"));
}

#[test]
fn identities_of_two_meetings_with_one_number_differ() {
    let outcome = build_path(&dossier(), &["json"]);
    assert_eq!(messages(&outcome), "");
    let all: String = outcome.outputs.iter().map(|output| String::from_utf8_lossy(&output.bytes).into_owned()).collect();
    for identity in ["\"meetings.7\"", "\"meetings.cwg-et:7\"", "\"meetings.cwg-rc:8\"", "\"meetings.cwg-et:8\""] {
        assert!(all.contains(identity), "{identity}");
    }
    let names: BTreeSet<&str> = outcome.outputs.iter().map(|output| output.name.as_str()).collect();
    assert_eq!(names.len(), outcome.outputs.len());
}

/// Two bodies with a meeting 1 each, and one that both hold; `more` is added to the second body's recommendation, the submission is `submission`.
fn small(submission: &str, more: &str) -> Built {
    let text = format!(
        "kind: note\ntitle: A note\n{submission}\ndossier:
  body: a
  bodies: {{a: {{name: Group A, acronym: CWG-A}}, b: {{name: Group B, acronym: CWG-B}}}}
  topics: {{t: Topic}}
  calls: {{c: {{forum: Forum, way: [{{step: considered, meeting: 2}}]}}}}
  meetings:
    - {{number: 1, dates: 2023-01-10, items: [{{topic: t, recommendations: [{{id: first, actor: secretariat, action: requested, text: count the masts}}]}}]}}
    - {{number: 1, of: b, dates: 2023-02-10, items: [{{topic: t, recommendations: [{{id: again, repeats: first}}]}}]}}
    - {{number: 2, of: [a, b: 3], dates: 2023-03-10, items: [{{topic: t, recommendations: [{{id: joint, actor: secretariat, action: requested, text: go on{more}}}]}}]}}
    - {{number: 2, of: b, dates: 2023-04-10}}
    - {{number: 3, dates: 2023-05-10}}
"
    );
    build_text(&text, &["txt"])
}

fn shown(outcome: &Built) -> String {
    assert_eq!(messages(outcome), "");
    plain(&String::from_utf8_lossy(output(outcome, ".txt")))
}

#[test]
fn a_recommendation_that_two_bodies_made_says_which() {
    let merged = "body: [{recommendations: {merged: true}}]";
    let made = "requested to count the masts. Made at the first meeting of CWG-A and again at the first meeting of CWG-B.";
    for of in ["", "of: b\n"] {
        let text = shown(&small(&format!("{of}{merged}"), ""));
        assert!(text.contains(made), "{text}");
    }
    let text = shown(&small(merged, ", status: done, closed_at: 'b:2'"));
    assert!(text.contains("Made at the second meeting. Done at the second meeting of CWG-B."), "{text}");
    let text = shown(&small(&format!("of: b\n{merged}"), ", status: done, closed_at: 'b:2'"));
    assert!(text.contains("Made at the third meeting. Done at the second meeting."), "{text}");
}

#[test]
fn a_meeting_that_may_be_of_either_body_is_a_message() {
    let ambiguous = small("", ", status: done, closed_at: 3");
    // the third meeting of the one is later, that of the other this very meeting
    assert!(found(&ambiguous)[0].contains("unknown-meeting: 3 may be either of the meetings"), "{:?}", found(&ambiguous));
    for (submission, message) in [
        ("meeting: 5", "there is no meeting 5 on record"),
        ("period: {meetings: ['b:1']}", "meeting b:1 is not one of CWG-A, whose document this is"),
        ("of: b\nperiod: {meetings: [1, 'a:3']}", "meeting a:3 is not one of CWG-B, whose document this is"),
        ("body: [{meetings: {meetings: ['b:2', 1]}}]", "meeting b:2 is not one of CWG-A, whose document this is"),
        ("meeting: 'c:1'", "there is no body `c`"),
        ("of: c", "there is no body `c`"),
        ("body: b", "the text of this document is `b`, the id of a body"),
        ("body: [{register: {documents: ['c:1/2']}}]", "there is no body `c`"),
        ("body: [{register: {documents: ['b:2']}}]", "`b:2` does not say of which meeting it is a document"),
        ("symbol: 'c:1/2'", "there is no body `c`"),
    ] {
        let found = found(&small(submission, ""));
        assert!(found.iter().any(|finding| finding.ends_with(message)), "{submission}: {found:?}");
    }
    for submission in ["meeting: 'b:2'\nsymbol: 4", "meeting: 3", "of: b\nmeeting: 3\nsymbol: 'b:3/4'"] {
        assert_eq!(found(&small(submission, "")), Vec::<String>::new(), "{submission}");
    }
}

#[test]
fn a_document_may_be_submitted_to_a_meeting_of_another_body() {
    let outcome = small("meeting: 'b:2'\nsymbol: 4\nauthor: chair", "");
    let text = shown(&outcome);
    for words in ["Group B 2nd meeting", "Document CWG-B-2/4-E", "Note by the Chairman of the Group A (CWG-A)"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
