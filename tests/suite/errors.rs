//! Each `fixtures/errors/*.yaml` gives the messages that it expects at its head, all in one run, and nothing is written.

use crate::support::{build_path, expected, found, project};

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
