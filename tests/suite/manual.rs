//! The authors' manual, docs/manual: its examples, its links, and the first page that lists the others.
//!
//! The tutorial and the how-to pages are followed as a reader would: an example is saved in the file that its first line names, a command is run and prints what the page shows, and
//! the dossier that stands at the end is built.

use crate::support::{build_text, manual, messages, project, run};
use std::path::Path;

/// Where an example may stand: what is written before it, and how far it is indented.
const PLACES: [(&str, usize); 6] = [
    ("", 0),
    ("body:\n", 2),
    ("dossier:\n", 2),
    ("dossier:\n  meetings:\n  -\n", 4),
    ("dossier:\n  calls:\n    c:\n", 6),
    ("dossier:\n  meetings:\n  - number: 1\n    dates: 2022-01-19\n    items:\n    - topic: t\n      recommendations:\n", 8),
];

/// The messages about keys and values that the format does not have.
const NOT_OF_THE_FORMAT: [&str; 8] = [
    "[yaml-syntax]",
    "[unknown-key]",
    "[missing-key]",
    "[wrong-type]",
    "[unknown-word]",
    "[unknown-block]",
    "[unknown-kind]",
    "[invalid-date]",
];

/// What is wrong with an example in one of the places: nothing, if it has only keys and values that may stand there.
fn faults(example: &str, (before, indent): (&str, usize)) -> Option<String> {
    let own = |key: &str| indent == 0 && example.lines().any(|line| line.starts_with(key));
    let head: String = ["kind: note\n", "title: T\n"].into_iter().filter(|line| !own(&line[..5])).collect();
    let lines = example.lines().map(|line| format!("{}{line}\n", " ".repeat(indent)));
    let said = messages(&build_text(&format!("{head}{before}{}", lines.collect::<String>()), &["json"]));
    NOT_OF_THE_FORMAT.iter().any(|name| said.contains(name)).then_some(said)
}

#[test]
fn each_example_has_keys_and_values_that_may_stand_somewhere() {
    for (name, page) in manual().iter().filter(|(name, _)| !is_followed(name)) {
        for example in page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            let faults: Vec<String> = PLACES.iter().map_while(|place| faults(example, *place)).collect();
            assert!(faults.len() < PLACES.len(), "{name}: {}\nin\n{example}", faults.join("\n\n"));
        }
    }
}

#[test]
fn the_first_page_lists_all_others_and_each_link_leads_to_a_file() {
    let pages = manual();
    let first = &pages.iter().find(|(name, _)| name == "README.md").unwrap().1;
    for (name, page) in &pages {
        assert!(name == "README.md" || first.contains(&format!("]({name})")), "docs/manual/README.md does not list {name}");
        let links = page.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|link| link.ends_with(".md")) {
            assert!(project().join("docs/manual").join(name).with_file_name(link).is_file(), "{name}: {link}");
        }
    }
}

/// Whether a page is followed from its beginning to its end.
fn is_followed(name: &str) -> bool {
    name == "tutorial.md" || name.starts_with("how-to/")
}

/// Saves an example in the file that its first line names, as a remark: `# people.yaml`.
fn save(example: &str, folder: &Path, page: &str) {
    let (first, rest) = example.split_once('\n').unwrap();
    let file =
        first.strip_prefix("# ").unwrap_or_else(|| panic!("{page}: the first line of an example names its file:\n{example}"));
    std::fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
    std::fs::write(folder.join(file), rest).unwrap();
}

/// Runs the commands of an example in a folder, and returns the example as the terminal shows it.
fn perform(example: &str, folder: &Path) -> String {
    let mut shown = Vec::new();
    for command in example.lines().filter(|line| line.starts_with("$ ")) {
        let arguments: Vec<&str> = command.strip_prefix("$ rapporteur ").expect("commands of ours").split(' ').collect();
        let output = run(&arguments, folder, "");
        shown.push(command.to_string());
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        shown.extend(said.trim_end().lines().map(|line| line.trim_end().to_string()));
    }
    shown.join("\n") + "\n"
}

/// Does in a folder what a page says, and returns the page with what the commands print.
fn follow(name: &str, page: &str, folder: &Path) -> String {
    let mut parts: Vec<String> = page.split("```").map(str::to_string).collect();
    for fence in parts.iter_mut().skip(1).step_by(2) {
        let (language, example) = fence.split_once('\n').unwrap();
        match language {
            "yaml" => save(example, folder, name),
            "console" => *fence = format!("console\n{}", perform(example, folder)),
            _ => {}
        }
    }
    parts.join("```")
}

#[test]
fn the_tutorial_and_the_how_to_pages_can_be_followed() {
    let mut followed = 0;
    for (name, page) in manual().iter().filter(|(name, _)| is_followed(name)) {
        let folder = tempfile::tempdir().unwrap();
        let performed = follow(name, page, folder.path());
        if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
            std::fs::write(project().join("docs/manual").join(name), &performed).unwrap();
        } else {
            let other = page.lines().zip(performed.lines()).find(|(shown, printed)| shown != printed);
            assert!(*page == performed, "{name}: {other:#?}; `RAPPORTEUR_UPDATE=1 cargo test` writes what the commands print");
        }
        if folder.path().join("dossier.yaml").is_file() {
            let built = run(&["build", ".", "--to", "txt,json", "--output", "built"], folder.path(), "");
            assert!(built.status.success() && built.stderr.is_empty(), "{name}: {}", String::from_utf8_lossy(&built.stderr));
        }
        followed += 1;
    }
    assert!(followed > 5, "{followed} pages");
}
