//! Rules, by fixtures: each file of `fixtures/lint/` says in its first lines which findings it has, and it has no others.

use crate::support::{expected, findings, project};
use rapporteur::diagnostic::Diagnostic;
use rapporteur::dossier::Input;
use rapporteur::lint::RULES;
use rapporteur::project::{Request, Workspace};
use rapporteur::source::Sources;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is said of a dossier, with the files it was read from.
struct Checked {
    sources: Sources,
    report: Vec<Diagnostic>,
}

impl Checked {
    /// `LINE:COLUMN name: message`, sorted.
    fn findings(&self) -> Vec<String> {
        findings(&self.report, &self.sources)
    }

    fn names(&self) -> BTreeSet<&'static str> {
        self.report.iter().map(|diagnostic| diagnostic.name).collect()
    }
}

/// Checks a dossier; only what rules say of it is kept, not what is found where documents are made.
fn check(input: Input) -> Checked {
    let outcome = Workspace::default().check(input, &Request::default()).expect("there is something to read");
    let of_a_rule = |diagnostic: &Diagnostic| RULES.iter().any(|rule| rule.entry.name == diagnostic.name);
    let report = outcome.diagnostics.into_iter().filter(of_a_rule).collect();
    Checked { sources: outcome.sources, report }
}

fn check_text(text: &str) -> Checked {
    check(Input::Text(text.into(), Path::new(".")))
}

fn root() -> PathBuf {
    project().join("fixtures")
}

fn fixtures() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("lint")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn each_fixture_has_exactly_the_findings_that_it_says() {
    let mut wrong = String::new();
    for path in fixtures() {
        let found = check(Input::Path(&path)).findings();
        if found != expected(&path) {
            wrong += &format!("\n{}:\n", path.file_name().unwrap().display());
            found.iter().for_each(|finding| wrong += &format!("# expect {finding}\n"));
        }
    }
    assert!(wrong.is_empty(), "these fixtures have other findings than they say, namely:\n{wrong}");
}

#[test]
fn each_rule_has_a_fixture_that_it_finds_fault_with_and_each_fixture_a_rule() {
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.entry.name).collect();
    let fixtures = fixtures();
    let stems: Vec<&str> = fixtures.iter().map(|path| path.file_stem().unwrap().to_str().unwrap()).collect();
    assert_eq!(rules, stems);
    for (path, name) in fixtures.iter().zip(stems) {
        assert!(check(Input::Path(path)).names().contains(name), "{name} finds nothing in its fixture");
    }
}

#[test]
fn messages_are_lower_case_without_a_full_stop() {
    for path in fixtures() {
        for diagnostic in check(Input::Path(&path)).report {
            let message = &diagnostic.message;
            assert!(!message.starts_with(char::is_uppercase) && !message.ends_with('.'), "{message}");
        }
    }
}

#[test]
fn ids_are_compared_across_files() {
    let folder = tempfile::tempdir().unwrap();
    let people = "people:\n  diallo: {given: Awa, family: Diallo, country: SEN}\n";
    for (name, text) in [("dossier.yaml", "languages: [en]\n"), ("people.yaml", people), ("staff.yaml", people)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    assert_eq!(check(Input::Path(folder.path())).findings(), ["2:3 duplicate-id: there is another person `diallo`"]);
}

#[test]
fn numbers_in_another_language_are_not_looked_at() {
    let text = |language: &str| {
        format!(
            "kind: annual-report\ntitle: A\noriginal: {language}\nperiod: {{meetings: 1}}\nbody: It held two meetings.\ndossier: {{meetings: [{{number: 1, dates: 2022-01-19}}]}}\n"
        )
    };
    assert_eq!(check_text(&text("en")).findings(), ["5:15 count-mismatch: the record of the period has 1 meeting, not 2"]);
    assert!(check_text(&text("fr")).findings().is_empty());
}

#[test]
fn where_a_word_is_missed_the_whole_character_is_shown() {
    for text in ["\u{301} terminals", "→ the report", "… terminals"] {
        let text = format!(
            "kind: note\ntitle: A\ndossier: {{topics: {{a: A}}, meetings: [{{number: 1, dates: 2024-01-18, items: [{{topic: a, recommendations: [{{actor: secretariat, action: requested, text: {text}}}]}}]}}]}}"
        );
        let checked = check_text(&text);
        let missed = checked.report.iter().find(|diagnostic| diagnostic.name == "broken-sentence").unwrap();
        let span = missed.primary.as_ref().unwrap().span;
        let shown = checked.sources.get(span).unwrap().text.get(span.start as usize..span.end as usize);
        assert_eq!(shown.map(|shown| shown.chars().count()), Some(1), "{text}");
    }
}

#[test]
fn levels_are_changed_by_name() {
    let text = |level: &str| {
        format!(
            "kind: note\ntitle: A\ndossier: {{people: {{a: {{given: A, family: B, country: XXX}}}}, check: {{rules: {{unknown-country: {level}}}}}}}"
        )
    };
    assert_eq!(check_text(&text("error")).report[0].severity, rapporteur::diagnostic::Severity::Error);
    assert_eq!(check_text(&text("warning")).report[0].severity, rapporteur::diagnostic::Severity::Warning);
    assert!(check_text(&text("off")).report.is_empty());
}

#[test]
fn hints_say_what_to_write() {
    let hints = |name: &str| -> Vec<String> {
        let checked = check(Input::Path(&root().join(format!("lint/{name}.yaml"))));
        checked.report.into_iter().filter(|diagnostic| diagnostic.name == name).flat_map(|diagnostic| diagnostic.hints).collect()
    };
    assert_eq!(hints("unknown-country"), ["its code is `PRT`", "its code is `JPN`", "its code is `KEN`"]);
    assert_eq!(hints("unknown-meeting")[0], "there are 3 meetings on record, from 19 to 22");
    assert!(hints("unknown-document").contains(&"did you mean `17/3(Rev.2)`?".into()));
    assert!(
        hints("unknown-document").contains(&"meeting 16 is not on record; record it with the documents that are cited".into())
    );
    assert!(hints("unknown-source").contains(&"did you mean `KEN`?".into()));
    assert!(hints("unknown-topic").contains(&"did you mean `road-safety`?".into()));
    assert!(hints("count-mismatch").contains(&"write `{documents.count}`, which is counted".into()));
    for correct in ["CWG-AI-4/2", "C17/80(Rev.1)", "PP-18/62(Add.1)-E", "CWG-AI-4/7(Rev.1)", "4/2(Rev.1)", "7(Rev.1)"] {
        assert!(hints("malformed-symbol").contains(&format!("write `{correct}`")), "{correct}");
    }
}

#[test]
fn the_real_dossier_has_no_findings() {
    let checked = check(Input::Path(&root().join("dossiers/cwg-wsis-sdg")));
    assert!(checked.report.is_empty(), "{:#?}", checked.findings());
}

#[test]
fn a_large_dossier_has_no_findings_that_a_small_one_has_not() {
    let checked = check_text(&crate::sample::record(100, 20, 30));
    assert!(checked.report.is_empty(), "{:#?}", checked.findings());
}
