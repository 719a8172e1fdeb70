//! Promises of the README's page on how it is built.

use crate::support::{project, rust_files};
use std::path::Path;

/// The rooms in the order of the flow: each uses only those before it.
const ROOMS: [&str; 30] = [
    "kept",
    "disk",
    "source",
    "diagnostic",
    "yaml",
    "xml",
    "date",
    "web",
    "locale",
    "document",
    "assets",
    "template",
    "records",
    "text",
    "files",
    "authored",
    "query",
    "lower",
    "dossier",
    "lint",
    "language",
    "house",
    "resolved",
    "analysis",
    "resolve",
    "layout",
    "writer",
    "project",
    "commands",
    "cli",
];

fn room(path: &Path) -> String {
    let relative = path.strip_prefix(project().join("src")).unwrap();
    let first = relative.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").into()
}

/// The part of a file that is not its tests.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_room_uses_only_rooms_before_it() {
    let position = |name: &str| ROOMS.iter().position(|room| *room == name);
    let mut seen = 0;
    for path in rust_files(&project().join("src")) {
        let own = room(&path);
        let Some(at) = position(&own) else {
            assert!(own == "lib" || own == "main", "`{own}` is not in the list of rooms");
            continue;
        };
        let text = code(&path);
        for (_, rest) in text.match_indices("crate::").map(|(start, _)| text[start..].split_at("crate::".len())) {
            let used: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if let Some(other) = position(&used) {
                seen += 1;
                assert!(other <= at, "{} uses `{used}`, which comes after `{own}`", path.display());
            }
        }
    }
    assert!(seen > 100, "uses are found at all");
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for path in rust_files(&project().join("src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} has no first sentence", path.display());
        assert!(text.lines().count() <= 400, "{} has {} lines", path.display(), text.lines().count());
    }
}

/// The bodies of `record!`, and the code without them.
fn records_and_rest(code: &str) -> (String, String) {
    let (mut records, mut rest, mut within) = (String::new(), String::new(), false);
    for line in code.lines() {
        within |= line.starts_with("record! {");
        let to = if within { &mut records } else { &mut rest };
        to.push_str(line);
        to.push('\n');
        within &= line != "}";
    }
    (records, rest)
}

#[test]
fn every_key_that_authors_may_write_is_read_somewhere() {
    let all: Vec<_> = rust_files(&project().join("src")).iter().map(|path| records_and_rest(&code(path))).collect();
    let read = |key: &str| {
        let use_of = format!(".{key}");
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        all.iter().any(|(_, rest)| rest.match_indices(&use_of).any(|(at, _)| ends(&rest[at + use_of.len()..])))
    };
    let mut keys = 0;
    for line in all.iter().flat_map(|(records, _)| records.lines()) {
        let Some((key, _)) = line.trim().strip_prefix("pub ").and_then(|line| line.split_once(": ")) else { continue };
        keys += 1;
        assert!(read(key), "nothing reads `{key}`");
    }
    assert!(keys > 100, "keys are found at all");
}

#[test]
fn only_the_reader_of_yaml_names_its_crate() {
    for path in rust_files(&project().join("src")) {
        let named = code(&path).contains("granit_parser");
        assert!(!named || path.ends_with("yaml/tree.rs"), "{}", path.display());
    }
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest = std::fs::read_to_string(project().join("Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let mut before = "";
    for line in dependencies.lines().filter(|line| !line.is_empty()) {
        if !line.starts_with('#') {
            assert!(before.starts_with('#') || before.starts_with("typst"), "`{line}` has no comment");
        }
        before = line;
    }
}

#[test]
fn the_project_speaks_of_itself_alone() {
    // file:line of a machine's path would be an accident
    for folder in ["src", "templates", "docs", "tests", "fixtures"] {
        for path in rust_files(&project().join(folder)) {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!text.contains(concat!("/wo", "rk/")) && !text.contains(concat!("/ro", "ot/")), "{}", path.display());
        }
    }
}

#[test]
fn each_claim_of_the_page_on_security_is_held_by_a_test() {
    let page = std::fs::read_to_string(project().join("docs/security.md")).unwrap();
    let sources = ["src", "tests"].iter().flat_map(|folder| rust_files(&project().join(folder)));
    let sources: String = sources.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let claims = page.lines().filter(|line| line.starts_with("| ")).skip(1);
    for claim in claims {
        let tests = claim.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let names: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test holds: {claim}");
        for name in names {
            assert!(sources.contains(&format!("fn {name}()")), "there is no test `{name}`");
        }
    }
}
