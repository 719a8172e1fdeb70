//! The catalogue of messages: every name once, with what, why and how to mend, and docs/diagnostics.md made from it.

use rapporteur::lint::{RULES, catalogue};

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
