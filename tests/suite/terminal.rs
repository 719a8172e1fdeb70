//! Nothing that came from a file, from its name or from an argument reaches a terminal as it is.

use crate::support::project;
use std::path::Path;
use std::process::{Command, Output};

/// What a terminal obeys, what turns the direction of writing, and what hides in a word.
const HIDDEN: [char; 16] = [
    '\u{7}',
    '\u{8}',
    '\r',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{9b}',
    '\u{9d}',
    '\u{61c}',
    '\u{200b}',
    '\u{200f}',
    '\u{2028}',
    '\u{202e}',
    '\u{2067}',
    '\u{feff}',
    '\u{e0041}',
];

fn run(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rapporteur")).args(arguments).current_dir(folder).output().unwrap()
}

/// Runs a command, and looks for hidden characters in all that it prints.
#[track_caller]
fn looked_through(arguments: &[&str], folder: &Path) -> String {
    let Output { stdout, stderr, .. } = run(arguments, folder);
    let shown = format!("{}{}", String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    let found: Vec<char> = shown.chars().filter(|c| HIDDEN.contains(c)).collect();
    assert!(found.is_empty(), "{arguments:?} print {found:?}: {shown:?}");
    shown
}

/// The file at `path` with the first `word` of each line of it in turn followed by a trap.
fn trapped(text: &str, trap: &str, at: usize) -> Option<String> {
    let mut places = text.match_indices(|c: char| c.is_ascii_alphabetic()).map(|(place, _)| place);
    // every seventh letter, so that keys, ids and values all get their turn
    let place = places.nth(at * 7)?;
    Some(format!("{}{trap}{}", &text[..=place], &text[place + 1..]))
}

#[test]
fn whatever_stands_in_a_file_is_printed_visibly() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&["new", "four-year-report", "d"], folder.path()).status.success());
    let meeting = folder.path().join("d/meetings/1.yaml");
    let text = std::fs::read_to_string(&meeting).unwrap();
    for (at, c) in HIDDEN.iter().cycle().take(2 * HIDDEN.len()).enumerate() {
        let Some(changed) = trapped(&text, &format!("{c}[2J"), at) else { break };
        std::fs::write(&meeting, changed).unwrap();
        for format in ["human", "short", "json"] {
            looked_through(&["check", "d", "--format", format], folder.path());
        }
        looked_through(&["explain", "--paragraph", "1.1", "d"], folder.path());
        for form in ["table", "csv", "json"] {
            looked_through(&["recommendations", "d", "--to", form], folder.path());
        }
    }
}

#[test]
fn escapes_of_yaml_are_printed_visibly() {
    let folder = tempfile::tempdir().unwrap();
    let trap: String = HIDDEN
        .iter()
        .map(|c| if (*c as u32) < 0x1_0000 { format!("\\u{:04x}[2J", *c as u32) } else { format!("\\U{:08x}", *c as u32) })
        .collect();
    for (at, line) in [
        format!("kind: \"{trap}\"\ntitle: T\n"),
        format!("kind: note\ntitle: \"{trap}\"\nbody: [a]\n"),
        format!("kind: note\n\"{trap}\": T\n"),
        format!("kind: note\ntitle: T\nstyle: \"{trap}\"\nbody: [a]\n"),
        format!("kind: note\ntitle: T\nlanguages: [\"{trap}\"]\nbody: [a]\n"),
        format!("kind: note\ntitle: T\nsession: \"{trap}\"\nbody: [a]\n"),
        format!("kind: note\ntitle: T\nsymbol: \"{trap}\"\nbody: [\"[a](#{trap})\", {{reuse: \"{trap}\"}}]\n"),
        format!(
            "kind: note\ntitle: T\nreference: \"{trap}\"\nbody: [{{figure: {{file: \"{trap}\", alt: a}}}}, \"[a]({trap})\"]\n"
        ),
        format!(
            "kind: note\ntitle: T\nbody: [{{\"{trap}\": a}}, {{heading: h, id: \"{trap}\"}}, {{heading: h, id: \"{trap}\"}}]\n"
        ),
    ]
    .iter()
    .enumerate()
    {
        std::fs::write(folder.path().join("a.yaml"), line).unwrap();
        for format in ["human", "short", "json"] {
            let shown = looked_through(&["build", "a.yaml", "--to", "txt", "--format", format], folder.path());
            assert!(!shown.is_empty(), "{at}");
        }
    }
}

#[cfg(unix)]
#[test]
fn names_and_arguments_are_printed_visibly() {
    let folder = tempfile::tempdir().unwrap();
    // a file system takes no more than 255 bytes for a name
    let name: String = HIDDEN.iter().collect::<String>() + "\n[2J";
    let dossier = format!("d{name}");
    for arguments in [
        vec!["new", "note", &dossier],
        vec!["new", "note", &dossier],
        vec!["check", &name],
        vec!["build", &name],
        vec!["explain", &name],
        vec!["explain", "--paragraph", &name, &dossier],
        vec!["status", &dossier],
        vec!["recommendations", &dossier, "--topic", &name],
        vec!["recommendations", &dossier, "--status", &name],
        vec!["recommendations", &dossier, "--to", "csv", "-o", &name],
        vec!["build", &dossier, "--to", &name],
        vec!["build", &dossier, "--templates", &name],
        vec!["build", &dossier, "--style", &name],
        vec!["build", &dossier, "--to", "txt", "-o", &name],
        vec!["schema", &name],
        vec![&name],
    ] {
        looked_through(&arguments, folder.path());
    }
    let submission = folder.path().join(&dossier).join("submissions").join(format!("{name}.yaml"));
    std::fs::write(submission, "kind: note\ntitle: T\nwrong: a\n").unwrap();
    for format in ["human", "short", "json"] {
        let shown = looked_through(&["check", &dossier, "--format", format], folder.path());
        assert!(shown.contains("unknown-key"), "{shown}");
    }
}

#[test]
fn a_quiet_check_prints_messages_and_no_more() {
    let lint = project().join("fixtures/lint/empty-clause.yaml");
    let shown = |arguments: &[&str]| looked_through(&[arguments, &[lint.to_str().unwrap()]].concat(), &project());
    let (loud, quiet) = (shown(&["check"]), shown(&["check", "-q"]));
    assert!(loud.starts_with(&quiet) && !quiet.is_empty());
    assert!(loud[quiet.len()..].contains(" and "), "{loud}");
}

#[test]
fn paths_are_shown_as_an_author_would_write_them() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&["new", "annual-report", "d"], folder.path()).status.success());
    let root = folder.path().join("d");
    std::fs::write(root.join("meetings/2.yaml"), "number: two\ndates: 2022-01-19\n").unwrap();
    let submissions = root.join("submissions");
    for (from, path, expected) in [
        (folder.path(), "d", "d/meetings/2.yaml:1:9:"),
        (folder.path(), "./d/submissions/../", "d/meetings/2.yaml:1:9:"),
        (folder.path(), "d/submissions/annual-report.yaml", "d/meetings/2.yaml:1:9:"),
        (&root, "submissions/annual-report.yaml", "meetings/2.yaml:1:9:"),
        (&root, "submissions/../submissions/annual-report.yaml", "meetings/2.yaml:1:9:"),
        (&submissions, "annual-report.yaml", "../meetings/2.yaml:1:9:"),
    ] {
        let shown = looked_through(&["check", path, "--format", "short"], from);
        assert!(shown.starts_with(expected), "{path}: {shown}");
    }
}

#[test]
fn a_line_is_explained_once() {
    let dossier = project().join("fixtures/dossiers/cwg-wsis-sdg");
    for number in ["1.1", "2.1", "3.1", "Annex 1"] {
        let shown = looked_through(&["explain", "--paragraph", number, "submissions/c22-8.yaml"], &dossier);
        let places: Vec<&str> =
            shown.lines().filter_map(|line| line.strip_prefix("  ")?.rsplit_once(':').map(|_| line)).collect();
        let lines: Vec<String> =
            places.iter().map(|line| line.trim().splitn(3, ':').take(2).collect::<Vec<_>>().join(":")).collect();
        let mut once = lines.clone();
        once.dedup();
        assert_eq!(lines, once, "{shown}");
        assert!(!lines.is_empty() || number != "2.1", "{shown}");
    }
}
