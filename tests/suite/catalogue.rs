//! The catalogue of messages: every name once, with what, why and how to mend, and docs/diagnostics.md made from it.

use crate::support::{project, rust_files};
use rapporteur::diagnostic::Entry;
use rapporteur::diagnostic::catalogue::FOUND_OUTSIDE_RULES;
use rapporteur::lint::{RULES, catalogue};
use std::collections::BTreeSet;

#[test]
fn each_message_is_declared_once_and_says_what_why_and_how_to_mend() {
    let catalogue = catalogue();
    assert!(catalogue.is_sorted_by(|a, b| a.name < b.name), "each name once");
    assert!(RULES.is_sorted_by(|a, b| a.entry.name < b.entry.name));
    for entry in catalogue {
        assert!(
            entry.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{}",
            entry.name
        );
        for sentence in [entry.summary, entry.why, entry.mend] {
            assert!(sentence.ends_with('.') && sentence.len() > 10 && !sentence.contains('\n'), "{}: `{sentence}`", entry.name);
        }
    }
}

/// docs/diagnostics.md, from the catalogue.
fn page() -> String {
    let mut page = String::from(
        "# Messages\n\nEvery message that the program can give, by its name. `rapporteur explain NAME` prints the same; this page is made from it. Where the level can be changed,\n`check: {rules: {NAME: off}}` in `dossier.yaml` does so (`off`, `warning` or `error`).\n",
    );
    for Entry { name, severity, adjustable, summary, why, mend } in catalogue() {
        let level = if *adjustable { format!("{severity}, can be changed") } else { format!("{severity}") };
        page += &format!("\n## `{name}` ({level})\n\n{summary}\n\n- Why: {why}\n- Mend: {mend}\n");
    }
    page
}

#[test]
fn the_page_of_messages_is_that_of_the_catalogue() {
    let path = project().join("docs/diagnostics.md");
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap_or_default() == page(), "`RAPPORTEUR_UPDATE=1 cargo test` writes it anew");
}

#[test]
fn messages_are_made_with_entries_of_the_catalogue_alone() {
    let names: BTreeSet<&str> = catalogue().iter().map(|entry| entry.name).collect();
    let mut entries = 0;
    for path in rust_files(&project().join("src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let own = path.ends_with("diagnostic/catalogue.rs") || path.parent().unwrap().ends_with("lint/rules");
        let made = text.matches("Entry::adjustable(").count() + text.matches("Entry::fixed(").count();
        assert!(own || made == 0, "{} makes an entry that no list has", path.display());
        entries += made;
    }
    assert_eq!(entries, names.len(), "each entry is in the list");
}

#[test]
fn each_message_that_is_found_outside_rules_is_given_somewhere() {
    let sources: Vec<String> = rust_files(&project().join("src"))
        .iter()
        .filter(|path| !path.ends_with("diagnostic/catalogue.rs"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    for entry in FOUND_OUTSIDE_RULES {
        let constant = entry.name.to_uppercase().replace('-', "_");
        assert!(sources.iter().any(|text| text.contains(&constant)), "nothing gives `{}`", entry.name);
    }
}
