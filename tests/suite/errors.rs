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
