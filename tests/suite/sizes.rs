//! Reports of one, forty and four hundred pages.

use crate::sample::report;
use crate::support::{build_text, keep, messages, output};

#[test]
fn reports_of_every_size_are_built() {
    for (clauses, pages) in [(0, 1..=2), (26, 30..=50), (260, 300..=500)] {
        let outcome = build_text(&report(clauses), &["pdf", "docx", "txt"]);
        assert_eq!(messages(&outcome), "");
        let made = outcome.outputs.iter().find_map(|output| output.pages).unwrap();
        assert!(pages.contains(&made), "{made} pages");
        let text = String::from_utf8(output(&outcome, ".txt").to_vec()).unwrap();
        assert_eq!(text.lines().filter(|line| line.contains("Clause of the number")).count(), clauses);
        keep(&outcome, &format!("generated-{clauses}"));
    }
}
