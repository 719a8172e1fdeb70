//! What authors may write has an effect: of each key of the schemas the value is changed in a fixture, and a document or a message has to change with it.

use crate::support::{Built, build, project, request};
use rapporteur::diagnostic::Diagnostics;
use rapporteur::dossier::{Input, schema};
use rapporteur::project::Workspace;
use rapporteur::source::Sources;
use rapporteur::yaml::{Kind, Node, parse};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Keys whose effect is no words of a document and no message of a check, with the place where it is tested.
const ELSEWHERE: [(&str, &str); 10] = [
    ("Submission.page_limit", "in the PDF: workspace.rs"),
    ("Submission.languages", "there is one language"),
    ("Records.languages", "there is one language"),
    ("Records.reference", "reference.rs"),
    ("Submission.reference", "reference.rs"),
    ("Call.way", "`rapporteur status`: contributions.rs"),
    ("Step.step", "`rapporteur status`: contributions.rs"),
    ("Call.assumed", "`rapporteur status`: contributions.rs"),
    ("Call.unknown", "`rapporteur status`: contributions.rs"),
    ("Question.obligatory", "contributions.rs"),
];

/// The most values of one key that are tried.
const MOST: usize = 80;

/// A value in a fixture: the bytes of it, and what is to stand there instead.
struct Change {
    fixture: usize,
    range: std::ops::Range<usize>,
    instead: String,
}

/// For each key, as `Record.key`, the values of it in the fixtures.
type Changes = BTreeMap<String, Vec<Change>>;

struct Walk<'a> {
    sources: &'a Sources,
    definitions: &'a Value,
    fixture: usize,
    changes: &'a mut Changes,
}

impl Walk<'_> {
    /// Notes the values of a node that is to have this schema; `key` is the key at which it stands.
    fn node(&mut self, node: &Node, schema: &Value, key: Option<&str>) {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            let definition = &self.definitions[name];
            return self.named(node, definition, name, key);
        }
        if let Some(all) = schema["anyOf"].as_array() {
            let fitting = all.iter().find(|one| self.fits(node, one));
            return fitting.into_iter().for_each(|one| self.node(node, one, key));
        }
        self.named(node, schema, "", key);
    }

    fn named(&mut self, node: &Node, schema: &Value, name: &str, key: Option<&str>) {
        if schema["anyOf"].is_array() {
            return self.node(node, schema, key);
        }
        match &node.kind {
            Kind::Map(entries) => {
                for (entry, value) in entries.iter() {
                    match schema["properties"].get(&entry.value) {
                        Some(property) => {
                            let record = if name.is_empty() { "Block" } else { name };
                            self.node(value, property, Some(&format!("{record}.{}", entry.value)));
                        }
                        None => self.node(value, &schema["additionalProperties"], key),
                    }
                }
            }
            Kind::List(items) => items.iter().for_each(|item| self.node(item, &schema["items"], key)),
            Kind::Scalar(text) => {
                let instead = other(&text.value, schema);
                if let (Some(key), Some(instead)) = (key, instead) {
                    let written = self.sources.written(node.span);
                    let file = self.sources.get(node.span).unwrap();
                    let start = written.as_ptr() as usize - file.text.as_ptr() as usize;
                    let change = Change { fixture: self.fixture, range: start..start + written.len(), instead };
                    self.changes.entry(key.into()).or_default().push(change);
                }
            }
            Kind::Null => {}
        }
    }

    /// Says whether a node may have this schema.
    fn fits(&self, node: &Node, schema: &Value) -> bool {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.fits(node, &self.definitions[name]);
        }
        if let Some(all) = schema["anyOf"].as_array() {
            return all.iter().any(|one| self.fits(node, one));
        }
        match &node.kind {
            Kind::Map(entries) => {
                let keys = |(key, _): &(rapporteur::source::Text, Node)| schema["properties"].get(&key.value).is_some();
                let kind = node.get("kind").is_none_or(|kind| self.fits(kind, &schema["properties"]["kind"]));
                schema["additionalProperties"].is_object() || schema["type"] == "object" && kind && entries.iter().all(keys)
            }
            Kind::List(_) => schema["type"] == "array",
            Kind::Scalar(text) => {
                let word = schema["const"].as_str().is_none_or(|word| word == text.value);
                word && schema["type"] != "object" && schema["type"] != "array"
            }
            Kind::Null => schema["type"] != "object" && schema["type"] != "array",
        }
    }
}

/// Another value of the same sort.
fn other(value: &str, schema: &Value) -> Option<String> {
    if let Some(words) = schema["oneOf"].as_array() {
        let words = words.iter().filter_map(|word| word["const"].as_str());
        return words.into_iter().find(|word| *word != value).map(str::to_string);
    }
    if let Ok(number) = value.parse::<u32>() {
        // a limit has to be crossed
        return Some(if number > 1 { "1".into() } else { (number + 1).to_string() });
    }
    match value {
        "true" => Some("false".into()),
        "false" => Some("true".into()),
        // a date stays one
        _ if schema["pattern"].as_str().is_some_and(|pattern| pattern.contains("d{4}")) => {
            Some(value.split('/').map(|date| format!("2001{}", &date[4..])).collect::<Vec<_>>().join("/"))
        }
        _ => Some(format!("{value}x")),
    }
}

fn fixtures() -> Vec<PathBuf> {
    let folder = |name: &str| std::fs::read_dir(project().join(name)).unwrap().flatten().map(|entry| entry.path());
    let all = folder("fixtures/features").chain(folder("fixtures/documents")).chain(folder("fixtures/lint"));
    let mut paths: Vec<PathBuf> = all.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    paths.sort_by_key(|path| std::fs::metadata(path).unwrap().len());
    paths
}

/// What is made of a text, and said of it.
fn made(text: &str, path: &std::path::Path) -> Vec<Vec<u8>> {
    let input = Input::Text(text.into(), path.parent().unwrap());
    let Built { diagnostics, outputs, .. } = build(&mut Workspace::default(), input, &request(&["txt", "typ", "docx"]));
    let messages =
        diagnostics.into_iter().map(|one| [one.message, one.hints.concat(), one.severity.to_string()].concat().into_bytes());
    messages.chain(outputs.into_iter().flat_map(|output| [output.name.into_bytes(), output.bytes.to_vec()])).collect()
}

#[test]
fn each_key_that_is_accepted_has_an_effect() {
    let mut changes = Changes::new();
    let paths = fixtures();
    let texts: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let schemas: Vec<(&str, Value)> = schema::names().map(|name| (name, schema::of(name))).collect();
    for (fixture, text) in texts.iter().enumerate() {
        let mut sources = Sources::default();
        let file = sources.add("fixture", text.clone());
        let Ok(node) = parse(&sources, file, &mut Diagnostics::new()) else { continue };
        for (name, schema) in schemas.iter().filter(|(name, _)| !["meeting", "call", "text"].contains(name)) {
            let mut walk = Walk { sources: &sources, definitions: &schema["$defs"], fixture, changes: &mut changes };
            if walk.fits(&node, schema) {
                walk.named(&node, schema, if *name == "dossier" { "Records" } else { "Submission" }, None);
                break;
            }
        }
    }
    assert!(changes.len() > 150, "keys are found: {}", changes.len());
    let idle: Vec<&String> = changes
        .iter()
        .filter(|(key, of)| !has_effect(of, &paths, &texts) && ELSEWHERE.iter().all(|(known, _)| known != key))
        .map(|(key, _)| key)
        .collect();
    assert!(idle.is_empty(), "nothing changes with these keys: {idle:?}");
}

fn has_effect(changes: &[Change], paths: &[PathBuf], texts: &[String]) -> bool {
    changes.iter().take(MOST).any(|change| {
        let (path, text) = (&paths[change.fixture], &texts[change.fixture]);
        let changed = [&text[..change.range.start], &change.instead, &text[change.range.end..]].concat();
        made(&changed, path) != made(text, path)
    })
}
