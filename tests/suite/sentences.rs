//! What is printed of each action with each kind of actor and of text, or the message in its place: `sentences.txt`, which people have read as English.
//! `RAPPORTEUR_UPDATE=1 cargo test --release sentences` writes it anew; read the difference.

use crate::support::{build, project, request};
use rapporteur::dossier::{Input, schema};
use rapporteur::project::Workspace;
use std::fmt::Write;
use std::path::Path;

/// Texts that begin and end in all the ways in which people write them.
const TEXTS: [&str; 18] = [
    "report on progress",
    "report on progress.",
    "to report on progress",
    "that the work goes on",
    "the report",
    "The group be informed",
    "Report on progress",
    "Kenya's report on networks",
    "C22/8",
    "reports on progress",
    "information on networks",
    "reporting on progress",
    "for the report",
    "with interest the report, etc.",
    "whether to go on?",
    "report on progress. The group was content",
    "the following",
    "ensure that it goes on",
];

/// The recommendation, as it is printed, or as its message says.
fn said(workspace: &mut Workspace, actor: &str, action: &str, rest: &str) -> String {
    let made = format!("{{{actor}action: {action}, {rest}}}");
    let text = format!(
        "kind: annual-report\ntitle: A\nperiod: {{meetings: 1}}\nbody: [recommendations]\ndossier:\n  topics: {{a: A}}\n  meetings: [{{number: 1, dates: 2022-01-19, items: [{{topic: a, recommendations: [{made}]}}]}}]\n"
    );
    let built = build(workspace, Input::Text(text, Path::new(".")), &request(&["txt"]));
    match built.outputs.first() {
        Some(output) => {
            assert!(built.diagnostics.is_empty(), "{:?}", built.diagnostics);
            let text = String::from_utf8(output.bytes.to_vec()).unwrap();
            let lines: Vec<&str> = text.trim_start_matches("A\n").split_whitespace().collect();
            lines.join(" ").replace('\u{a0}', " ")
        }
        None => {
            assert!(built.diagnostics.iter().all(|one| one.primary.is_some()), "{:?}", built.diagnostics);
            let all: Vec<String> = built.diagnostics.iter().map(|one| format!("✗ {}", one.message)).collect();
            all.join("; ")
        }
    }
}

/// The words that a recommendation may have for this key.
fn words(key: &str) -> Vec<String> {
    let schema = schema::of("meeting");
    let all = schema["$defs"]["Recommendation"]["properties"][key].to_string();
    let words: Vec<String> = all.split("\"const\":\"").skip(1).map(|rest| rest.split('"').next().unwrap().into()).collect();
    let once = words.iter().enumerate().filter(|(at, word)| !words[..*at].contains(word));
    once.map(|(_, word)| word.clone()).collect()
}

fn table() -> String {
    let (mut out, mut workspace) = (String::new(), Workspace::default());
    for action in words("action") {
        writeln!(out, "== {action}").unwrap();
        for actor in ["group", "secretariat"] {
            for text in TEXTS {
                let sentence = said(&mut workspace, &format!("actor: {actor}, "), &action, &format!("text: \"{text}\""));
                writeln!(out, "{actor} + {text}\n    {sentence}").unwrap();
            }
        }
        let fits = match action.as_str() {
            "agreed" | "decided" => "to report",
            "thanked" => "for the report",
            "encouraged" | "invited" | "requested" | "recommended" => "report",
            _ => "the report",
        };
        let single = words("actor").into_iter();
        for actor in
            single.chain(["[secretariat, membership]", "[group, secretariat, council]", "[council, council]"].map(String::from))
        {
            let sentence = said(&mut workspace, &format!("actor: {actor}, "), &action, &format!("text: {fits}"));
            writeln!(out, "{actor} + {fits}\n    {sentence}").unwrap();
        }
        for (actor, rest) in [
            ("", format!("text: {fits}")),
            ("actor: council, ", format!("text: {fits}, documents: [C22/8, C22/9]")),
            ("actor: council, ", format!("text: \"{fits}:\"")),
            ("actor: council, ", format!("text: \"{fits}:\", parts: [one, another]")),
            ("actor: council, ", format!("parts: [{fits}, {fits}]")),
            ("actor: council, ", "parts: [to report, The report]".into()),
        ] {
            let sentence = said(&mut workspace, actor, &action, &rest);
            writeln!(out, "{actor}{rest}\n    {sentence}").unwrap();
        }
    }
    out
}

#[test]
fn sentences_are_english_or_messages() {
    let path = project().join("tests/suite/sentences.txt");
    let now = table();
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default();
    let changed = now.lines().zip(then.lines()).find(|(now, then)| now != then);
    assert!(now == then, "see the head of this test: {changed:?}");
}
