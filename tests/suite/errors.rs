//! Each `fixtures/errors/*.yaml` gives the messages that it expects at its head, all in one run, and nothing is written.

use crate::support::{build_path, build_text, expected, found, messages, project};

#[test]
fn every_fault_is_reported_at_its_place() {
    let mut count = 0;
    for entry in std::fs::read_dir(project().join("fixtures/errors")).unwrap().flatten() {
        count += 1;
        let outcome = build_path(&entry.path(), &["pdf", "docx"]);
        assert_eq!(found(&outcome), expected(&entry.path()), "{}", entry.path().display());
        assert!(outcome.outputs.is_empty(), "{}", entry.path().display());
    }
    assert!(count > 3);
}

/// Builds a folder with these files.
fn build_files(files: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    found(&build_path(folder.path(), &["json"]))
}

#[test]
fn a_setting_that_two_files_give_is_an_error_unless_they_agree() {
    let first = "body: a\nstyle: itu-council\ncheck:\n  rules: {page-limit: off, missing-box: off}\n";
    let second = "style: plain\nbody: a\ncheck: {rules: {missing-box: error, page-limit: off, empty-clause: off}}\n";
    let expected = [
        "1:8 duplicate-setting: `style` is `plain` here and `itu-council` in another file",
        "3:30 duplicate-setting: `missing-box` is `error` here and `off` in another file",
    ];
    assert_eq!(build_files(&[("dossier.yaml", first), ("settings.yaml", second)]), expected);
}

#[test]
fn levels_of_all_files_count() {
    let note = "kind: note\ntitle: A\nbody: [{heading: Empty}]\n";
    let bodies = "bodies: {a: {name: A, acronym: A}}\nbody: a\ncheck: {rules: {page-limit: off}}\n";
    assert_eq!(build_files(&[("dossier.yaml", bodies), ("note.yaml", note)]).len(), 1, "the clause is empty");
    let levels = "check: {rules: {empty-clause: off}}\n";
    assert!(build_files(&[("dossier.yaml", bodies), ("note.yaml", note), ("levels.yaml", levels)]).is_empty());
}

/// Faults of YAML: the text, where the message is, what it advises.
const FAULTS: [(&str, &str, &str); 22] = [
    ("- [](#id) says", "1:3", "a text that begins with `[` has to be quoted"),
    ("- text: [a](https://b.c) says", "1:9", "a text that begins with `[` has to be quoted"),
    ("- text: {documents.count} documents", "1:9", "a text that begins with `{` has to be quoted"),
    ("- **bold** words", "1:3", "a text that begins with `*` has to be quoted"),
    ("- text: > on the line", "1:9", "a text that begins with `>` has to be quoted"),
    ("- | on the line", "1:3", "a text that begins with `|` has to be quoted"),
    ("- % of it", "1:3", "a text that begins with `%` has to be quoted"),
    ("- @home", "1:3", "a text that begins with `@` has to be quoted"),
    ("- `code` words", "1:3", "a text that begins with ``` has to be quoted"),
    ("- \"quoted\" and more", "1:3", "the text goes on after its closing quote"),
    ("- 'it's so'", "1:3", "within single quotes a quote is written twice"),
    ("- 'never closed", "1:3", "the quote that begins this text is never closed"),
    ("- \"a \\d b\"", "1:3", "a backslash that is to be seen is written twice"),
    ("- text: Note: this", "1:13", "a text with `: ` in it has to be quoted"),
    ("- text: x\n    body: y", "2:9", "`body:` is further right than the keys it belongs to"),
    ("- text: x\n body: y", "2:2", "entries of one list or map begin in the same column"),
    ("- heading: A\nbody: x", "2:1", "entries of one list or map begin in the same column"),
    ("kind:note\ntitle: T", "2:6", "in the line above a space is missing after `kind:`"),
    ("a:\n\t- x", "2:2", "tabs do not indent: write spaces"),
    ("- bullets: [a, b", "1:12", "each bracket that is opened has to be closed"),
    ("- [see [](#a) there]", "1:8", "within brackets a text that holds one of"),
    ("a: x\nannexes", "2:1", "a key is followed by `: `"),
];

#[test]
fn a_fault_of_yaml_is_shown_where_it_is_with_what_to_write() {
    let mut wrong = String::new();
    for (text, place, advice) in FAULTS {
        let said = messages(&build_text(text, &["txt"]));
        let is_right = said.starts_with(&format!("<stdin>:{place}: error[yaml-syntax]")) && said.contains(advice);
        if !is_right || said.lines().count() != 1 {
            wrong += &format!("{text:?}: {said}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn values_that_other_programs_turn_into_numbers_and_dates_stay_texts() {
    let outcome = build_text("kind: note\ntitle: 2022\nbody: [yes, no, 08, 2022-01-01, true, 1e3, 0x10]\n", &["txt"]);
    assert_eq!(messages(&outcome), "");
    assert_eq!(outcome.outputs[0].bytes[..], *b"2022\nyes\nno\n08\n2022-01-01\ntrue\n1e3\n0x10\n");
}

#[test]
fn a_word_said_twice_before_a_reference_is_found() {
    let table = "  - table: {caption: T, id: t, columns: [A], rows: [[x]]}\n";
    let text =
        |words: &str| format!("kind: note\ntitle: T\nbody:\n  - {words}\n{table}annexes: [{{heading: A, id: a, body: x}}]\n");
    for words in ["See table [](#t)", "In **Table** [](#t)", "the annexes [](#a)", "x^[Annex [](#a)]"] {
        assert!(messages(&build_text(&text(words), &["txt"])).contains("warning[doubled-word]"), "{words}");
    }
    for words in ["See [](#t)", "Table [x](#t)", "tabled [](#t)", "Table, [](#t)"] {
        assert_eq!(messages(&build_text(&text(words), &["txt"])), "", "{words}");
    }
}

#[test]
fn titles_and_headings_without_words_have_a_message_at_their_place() {
    for (text, place) in [
        ("kind: note\ntitle: \"\"\nbody: x\n", "2:8"),
        ("kind: note\ntitle: ^[only a note]\nbody: x\n", "2:8"),
        ("kind: note\ntitle: T\nbody: [{heading: \"^[a note]\", body: x}]\n", "3:8"),
        ("kind: note\ntitle: T\nbody: x\nannexes: [{heading: \" \", body: x}]\n", "4:11"),
    ] {
        let said = messages(&build_text(text, &["pdf"]));
        assert!(said.contains(&format!("<stdin>:{place}: error[empty-heading]")), "{text}: {said}");
    }
}
