//! The authors' manual, docs/manual: its examples, its links, and the first page that lists the others.
//!
//! The tutorial and the how-to pages are followed as a reader would: an example is saved in the file that its first line names, a command is run and prints what the page shows, and
//! the dossier that stands at the end is built.

use crate::support::{manual, project, run};
use rapporteur::diagnostic::Diagnostics;
use std::path::Path;

#[test]
fn each_example_is_yaml() {
    for (name, page) in manual() {
        for block in page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            let mut sources = rapporteur::source::Sources::default();
            let file = sources.add(&name, block);
            let mut report = Diagnostics::new();
            let _ = rapporteur::yaml::parse(&sources, file, &mut report);
            assert!(report.is_empty(), "{name}: {report:?} in\n{block}");
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
