//! Calls, the contributions that answer them, and the letters that go with these.

use crate::support::{
    Built, build_path, build_text, docx_paragraphs, found, messages, output, pdf_text, plain, project, request,
};
use rapporteur::commands::status::status;
use rapporteur::date::Date;
use rapporteur::dossier::Input;
use rapporteur::project::Workspace;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn sample() -> PathBuf {
    project().join("fixtures/dossiers/cwg-wsis-sdg")
}

fn text(outcome: &Built, name: &str) -> String {
    String::from_utf8(output(outcome, name).to_vec()).unwrap()
}

#[test]
fn the_contribution_of_the_sample_has_its_annexes_and_its_edition_for_the_group() {
    let outcome = build_path(&sample().join("submissions/hlpf-2022.yaml"), &["txt", "pdf", "docx"]);
    assert_eq!((messages(&outcome), outcome.outputs.len()), (String::new(), 6));
    let contribution = text(&outcome, "hlpf-2022.en.txt");
    assert!(contribution.starts_with("25 February 2022\nInternational Telecommunication Union (ITU) Council\n"), "no masthead");
    assert!(contribution.contains("Goal 4 (Quality education), Goal 5 (Gender equality), Goal 14 (Life below water)"));
    let annexes = contribution.lines().filter(|line| line.starts_with("Activities and documents: Goal "));
    let goals: Vec<&str> =
        annexes.map(|line| line["Activities and documents: Goal ".len()..].split(' ').next().unwrap()).collect();
    assert_eq!(goals, ["4", "5", "14", "15", "17"]);
    let for_the_group = text(&outcome, "cwg-wsis-sdg-38-13.en.txt");
    assert!(for_the_group.contains("Document CWG-WSIS&SDG-38/13-E\n") && for_the_group.contains("Action required\n"));
    let answers = |text: &str| text.split("Guiding theme").nth(1).unwrap().to_string();
    assert_eq!(answers(&for_the_group), answers(&contribution), "it is the same contribution");
}

#[test]
fn evidence_names_its_source() {
    let outcome = build_path(&sample().join("submissions/hlpf-2022.yaml"), &["txt"]);
    let text = text(&outcome, "hlpf-2022.en.txt");
    for line in [
        "•\tThe group welcomed the UNGIS Dialogue on the Role of Digitalization in the Decade of Action. Made by CWG-WSIS&SDG at its 38th meeting.",
        "•\tWSIS special initiatives (CWG-WSIS&SDG-38/7; 38th meeting, 19-20 January 2022)",
        "•\tThe secretariat presented the outcomes of the WSIS Forum 2021 (37th meeting of CWG-WSIS&SDG, 22-23 September 2021: CWG-WSIS&SDG-37/2).",
    ] {
        assert!(text.lines().any(|known| known == line), "{line}\nis not in\n{text}");
    }
}

#[test]
fn letters_have_an_address_above_and_a_signature_below() {
    let outcome = build_path(&sample().join("submissions/hlpf-2022-letter-council.yaml"), &["txt", "pdf", "docx"]);
    assert_eq!(messages(&outcome), "");
    let text = text(&outcome, ".txt");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    assert_eq!(
        lines[..6],
        [
            "28 February 2022",
            "H.E. Mr Collen Vixen Kelapile President of the Economic and Social Council United Nations, New York",
            "Reference: letter by the President of the Economic and Social Council on HLPF 2022 (CWG-WSIS&SDG-38/INF/1)",
            "Contribution of the ITU Council to the HLPF 2022",
            "Draft for signature",
            "Excellency,",
        ]
    );
    assert_eq!(
        lines[lines.len() - 3..],
        ["Chair of the Council, International Telecommunication Union", "Enclosure:", "–\tContribution to the HLPF 2022"]
    );
    assert!(plain(&pdf_text(output(&outcome, ".pdf"))).contains("United Nations, New York Reference: letter"));
}

/// One of each block, without footnotes; the second question has no limit and the third no answer.
const ANSWERS: &str = r#"
kind: hlpf-contribution
call: c
title: A contribution
author: A group
body: [answers]
answers:
  first:
    - "A state-of-the-art answer – under Resolution 140 (Rev. Dubai, 2018) – with **bold**ness, `code` and [a link](https://www.itu.int)."
    - text: "A paragraph\\\nof two lines, and what is under it:"
      body: [{bullets: [One thing, {text: "Another:", body: [{dashes: [smaller, smallest]}]}]}]
    - heading: A heading below the question
      body: [Words under the heading., {quote: Words set apart from others.}]
    - letters: [first, second]
    - roman: [first, second]
  second:
    - table: {caption: What a table holds, columns: [Goal, Work], rows: [["4", Skills and schools], ["5", ""]]}
    - figure: {file: fixtures/documents/images/goals.png, alt: This is not counted, caption: What a picture shows, width: 20%}
    - evidence: {goals: 4}
dossier:
  body: b
  bodies: {b: {name: Body, acronym: CWG-B}}
  topics: {t: Schools}
  mapping: {t: {goals: 4}}
  meetings:
    - number: 3
      dates: 2022-01-19
      documents: [{symbol: 2, title: Schools and their networks, topic: t}]
      items:
        - topic: t
          summary: The secretariat presented the paper.
          recommendations:
            - {actor: group, action: noted, text: the paper, documents: 2}
            - {actor: membership, action: invited, text: do the following, parts: [build schools;, connect them.]}
  calls:
    c:
      forum: A forum
      goals: [4]
      questions:
        - {id: first, heading: What was done first, words: 80}
        - {id: left-out, heading: What may be left out, obligatory: false}
        - {id: second, heading: What was done second}
        - {id: third, heading: What was not done at all, obligatory: false}
"#;

/// The words of each answer as the document says that it has counted them.
fn counted(outcome: &Built) -> Vec<u64> {
    let json: Value = serde_json::from_slice(output(outcome, ".json")).unwrap();
    let answers = json["counts"]["answers"].as_array().unwrap();
    answers.iter().map(|answer| answer["length"]["words"].as_u64().unwrap()).filter(|words| *words > 0).collect()
}

/// The pieces of a text between headings, each without its own.
fn between<'t>(text: &'t str, headings: &[&str]) -> Vec<&'t str> {
    let places: Vec<usize> =
        headings.iter().map(|heading| text.find(heading).unwrap_or_else(|| panic!("{heading} in {text}"))).collect();
    let ends = places[1..].iter().copied().chain([text.len()]);
    places.iter().zip(ends).zip(headings).map(|((start, end), heading)| &text[start + heading.len()..end]).collect()
}

const HEADINGS: [&str; 2] = ["What was done first", "What was done second"];

#[test]
fn words_are_counted_as_they_stand_in_word() {
    let outcome = build_text(ANSWERS, &["docx", "json"]);
    assert_eq!(messages(&outcome), "");
    let word = docx_paragraphs(output(&outcome, ".docx")).join("\n");
    let words: Vec<u64> = between(&word, &HEADINGS).iter().map(|answer| answer.split_whitespace().count() as u64).collect();
    assert_eq!(words, counted(&outcome), "{word}");
    let sample = build_path(&sample().join("submissions/hlpf-2022.yaml"), &["docx", "json"]);
    let word = docx_paragraphs(output(&sample, "hlpf-2022.en.docx")).join("\n");
    let ends = [
        "Progress, experience,",
        "The principle of leaving",
        "Areas that need",
        "Policies, commitments",
        "Key messages for",
        "Annex",
    ];
    // a heading is a line of its own; what follows the answers is none
    let pieces = between(&word, &ends);
    let answers = pieces[..5].iter().map(|answer| answer.split_once('\n').unwrap().1);
    assert_eq!(answers.map(|answer| answer.split_whitespace().count() as u64).collect::<Vec<_>>(), counted(&sample));
}

/// Without looks, symbols and breaks, at which a reader of PDF may part words that are one.
#[test]
fn words_are_counted_as_they_stand_in_the_pdf() {
    let plain_words = [
        (
            "A state-of-the-art answer – under Resolution 140 (Rev. Dubai, 2018) – with **bold**ness, `code` and [a link](https://www.itu.int).",
            "Plain words – under Resolution 140.",
        ),
        ("A paragraph\\\\\\nof two lines", "A paragraph of two lines"),
        ("    - evidence: {goals: 4}\n", ""),
    ];
    let text = plain_words.iter().fold(ANSWERS.to_string(), |text, (rich, poor)| {
        assert!(text.contains(rich), "{rich}");
        text.replace(rich, poor)
    });
    let outcome = build_text(&text, &["pdf", "json"]);
    assert_eq!(messages(&outcome), "");
    let pdf = plain(&pdf_text(output(&outcome, ".pdf")));
    // numbers and marks are Word's own in Word, and letters in the PDF; two of the dashes are marks, one is a word
    let marks = ["•", "a)", "b)", "i)", "ii)", "1.1", "1.2", "3"];
    let words = |answer: &&str| answer.split_whitespace().filter(|word| !marks.contains(word)).count() as u64;
    let words: Vec<u64> = between(&pdf, &HEADINGS).iter().map(words).collect();
    assert_eq!([words[0] - 2, words[1]], counted(&outcome)[..], "{pdf}");
}

#[test]
fn numbers_are_those_of_the_questionnaire() {
    let outcome = build_text(ANSWERS, &["txt"]);
    let text = text(&outcome, ".txt");
    assert!(text.contains("1\tWhat was done first\n") && text.contains("3\tWhat was done second\n"), "{text}");
    assert!(!text.contains("What may be left out") && !text.contains("What was not done"));
}

#[test]
fn a_limit_is_an_error_unless_the_dossier_says_otherwise() {
    let long = ANSWERS.replace("words: 80", "words: 20");
    let outcome = build_text(&long, &["txt"]);
    assert_eq!(outcome.outputs.len(), 0);
    let [message] = &found(&outcome)[..] else { panic!("{}", messages(&outcome)) };
    assert!(
        message.starts_with("8:3 word-limit: the answer to `first` has ") && message.ends_with("at most 20 are allowed"),
        "{message}"
    );
    let crossing = outcome.diagnostics[0].secondary[0].span;
    let written = outcome.sources.written(crossing);
    assert!(written.starts_with("A paragraph") && written.ends_with("under it:"), "{written}");
    for (level, messages_left) in [("warning", 1), ("off", 0)] {
        let outcome = build_text(&format!("{long}  check: {{rules: {{word-limit: {level}}}}}\n"), &["txt"]);
        assert_eq!((outcome.outputs.len(), outcome.diagnostics.len()), (1, messages_left), "{level}");
    }
}

#[test]
fn the_sentence_that_crosses_a_limit_is_marked_from_its_first_word_to_its_last() {
    let first = "Vice-chairs of Council-21 met. **Then** the vice-chair\n        wrote to *all* the *vice-chairs*. More \"words\" follow.";
    let text = format!(
        "kind: hlpf-contribution\ncall: c\ntitle: T\nanswers:\n  a:\n    - unnumbered: >-\n        {first}\ndossier:\n  calls:\n    c: {{forum: A forum, questions: [{{id: a, heading: A question, words: 8}}]}}\n"
    );
    let outcome = build_text(&text, &["txt"]);
    let limit = outcome.diagnostics.iter().find(|message| message.name == "word-limit").expect("an answer that is too long");
    let crossing = limit.secondary[0].span;
    assert_eq!(&text[crossing.start as usize..crossing.end as usize], &first[33..first.len() - 21]);
}

#[test]
fn an_edition_does_not_say_again_what_is_wrong_with_the_contribution() {
    let editions = "editions: [{symbol: CWG-B-3/2, style: itu-plenipotentiary}]\ndossier:\n";
    let long = ANSWERS.replace("words: 80", "words: 20").replace("dossier:\n", editions);
    let outcome = build_text(&long, &["txt"]);
    assert_eq!((outcome.outputs.len(), outcome.diagnostics.len()), (0, 1), "{}", messages(&outcome));
}

#[test]
fn evidence_is_drawn_from_a_part_of_the_period() {
    let text = |period: &str| {
        let text = format!(
            "kind: note\ntitle: T\nsession: s2\nbody: [{{evidence: {{what: documents{period}}}}}]\ndossier:\n  sessions:\n    s1: {{name: S1, short: S1, place: A, dates: 2021-05-01}}\n    s2: {{name: S2, short: S2, place: A, dates: 2023-05-01}}\n  meetings:\n    - {{number: 1, dates: 2021-02-01, documents: [{{symbol: CWG-B-1/1, title: One}}]}}\n    - {{number: 2, dates: 2022-02-01, documents: [{{symbol: CWG-B-2/1, title: Two}}]}}\n"
        );
        let outcome = build_text(&text, &["txt"]);
        String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap()
    };
    let shown = |text: &str| ["One (", "Two ("].map(|title| text.contains(title));
    assert_eq!(shown(&text("")), [true, true]);
    assert_eq!(shown(&text(", period: {after: s1}")), [false, true]);
    assert_eq!(shown(&text(", period: {until: s1}")), [true, false]);
    assert_eq!(shown(&text(", period: {meetings: 2}")), [false, true]);
}

/// A dossier with a call of which this program knows nothing, and a contribution in the usual form.
fn new_call(folder: &Path) {
    let files = [
        (
            "dossier.yaml",
            "body: b\nbodies: {b: {name: Body, acronym: CWG-B}}\norganizations: {ecosoc: ECOSOC, b-chair: Chair of the Body}\ntopics: {t: Schools}\nmapping: {t: {goals: [4], action_lines: [C4]}}\n",
        ),
        ("meetings/3.yaml", "number: 3\ndates: 2024-01-10\ndocuments: [{symbol: 2, title: Schools, topic: t}]\n"),
        ("texts/itu-introduction.yaml", "A body introduces itself.\n"),
        (
            "calls/hlpf-2024.yaml",
            "from: ecosoc\nforum: A forum of 2024\nshort: F 2024\ntheme: Schools for all\ngoals: [1, 4]\nquestions:\n  - {id: schools, heading: What of schools?, words: 5}\n  - {id: teachers, heading: What of teachers?, words: 5}\ndeadline: 2024-03-15\nway: [{step: sent, from: b-chair, to: ecosoc, until: 2024-03-14}]\n",
        ),
        (
            "submissions/f-2024.yaml",
            "kind: hlpf-contribution\ncall: hlpf-2024\nstyle: un-hlpf\ntitle: A contribution\ndate: 2024-03-01\nauthor: Body\nanswers:\n  schools: They are connected now.\n  teachers: They are learning.\nannexes: [{heading: Evidence, each: goal, body: [evidence]}]\n",
        ),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

#[test]
fn texts_that_hold_one_another_do_not_grow_without_end() {
    let mut text = String::from("kind: note\ntitle: T\nbody: [{reuse: t0}]\ndossier:\n  texts:\n    t60: The last one.\n");
    (0..60).for_each(|at| text += &format!("    t{at}: [{{reuse: t{0}}}, {{reuse: t{0}}}]\n", at + 1));
    let outcome = build_text(&text, &["txt"]);
    assert!(outcome.outputs.is_empty());
    let message = "too-much-reuse: the text `t60` can't be put in here: this document reuses more than 1000 texts";
    assert_eq!(found(&outcome), [format!("66:33 {message}")]);
}

#[test]
fn texts_in_texts_are_nested_within_bounds() {
    let chain = |texts: usize, deep: usize| {
        let mut text = String::from("kind: note\ntitle: T\nbody: [{reuse: t0}]\ndossier:\n  texts:\n");
        let (open, close) = ("{heading: H, body: [".repeat(deep), "]}".repeat(deep));
        (0..texts).for_each(|at| text += &format!("    t{at}: [{open}{{reuse: t{}}}{close}]\n", at + 1));
        text + &format!("    t{texts}: The last one.\n")
    };
    let deepest = build_text(&chain(3, 3), &["txt", "typ", "json", "docx", "pdf"]);
    assert!(found(&deepest).is_empty() && deepest.outputs.len() == 5, "{:?}", found(&deepest));
    for (texts, deep) in [(4, 20), (200, 28), (1000, 0)] {
        let outcome = build_text(&chain(texts, deep), &["txt"]);
        let [only] = &found(&outcome)[..] else { panic!("one message of {texts} times {deep}") };
        assert!(only.contains(" too-much-reuse: ") && only.ends_with("more than 64 deep"), "{only}");
        assert!(outcome.outputs.is_empty());
    }
}

#[test]
fn texts_that_are_reused_are_not_too_large_together() {
    let paragraphs = "      - Words.\n".repeat(100_000);
    let reuse = "  - {reuse: t}\n".repeat(2);
    let outcome = build_text(&format!("kind: note\ntitle: T\nbody:\n{reuse}dossier:\n  texts:\n    t:\n{paragraphs}"), &["txt"]);
    let message = "the text `t` can't be put in here: the texts that this document reuses have more than 16 MB";
    assert_eq!(found(&outcome), [format!("4:13 too-much-reuse: {message}")]);
}

#[test]
fn a_new_call_is_data_alone() {
    let folder = tempfile::tempdir().unwrap();
    new_call(folder.path());
    let outcome = build_path(folder.path(), &["txt", "pdf", "docx"]);
    assert_eq!(messages(&outcome).lines().count(), 1, "{}", messages(&outcome));
    assert!(messages(&outcome).contains("there is no annex for Goal 1: "));
    let text = text(&outcome, "f-2024.en.txt");
    for line in [
        "Guiding theme of F 2024: “Schools for all”",
        "A body introduces itself.",
        "2\tWhat of teachers?",
        "Evidence: Goal 4 (Quality education)",
    ] {
        assert!(text.lines().any(|known| known == line), "{line}\nis not in\n{text}");
    }
    assert!(!text.contains("Annex 2"), "one annex: nothing serves the other Goal");
}

#[test]
fn the_status_counts_answers_words_steps_and_days() {
    let folder = tempfile::tempdir().unwrap();
    new_call(folder.path());
    let submission = folder.path().join("submissions/f-2024.yaml");
    let written = std::fs::read_to_string(&submission).unwrap();
    std::fs::write(&submission, written.replace("  teachers: They are learning.\n", "")).unwrap();
    let prepared = Workspace::default().prepare(Input::Path(folder.path()), &request(&[])).unwrap();
    let at = |day: &str| serde_json::to_value(status(&prepared, Date::parse(day).unwrap())).unwrap()[0].clone();
    let before = at("2024-03-01");
    assert_eq!((&before["days"], &before["way"][0]["days"]), (&14.into(), &13.into()));
    let answers = &before["contributions"][0]["answers"];
    let lengths = |at: usize| (answers[at]["length"]["words"].as_u64(), answers[at]["length"]["left"].as_i64());
    assert_eq!([lengths(0), lengths(1)], [(Some(4), Some(1)), (Some(0), Some(5))]);
    assert_eq!(at("2024-03-20")["days"], -5);
}
