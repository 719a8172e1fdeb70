//! The reference of keys, docs/reference.md, from the JSON Schemas, which are made from the types that read the files.

use crate::support::project;
use rapporteur::dossier::schema;
use serde_json::{Map, Value};
use std::fmt::Write;

const HEAD: &str = "# Reference of keys

Every key that may be written, with the same words that an editor shows beside it; this page is made from the types that read the files. A key in **bold** is
obligatory. *One or several* is a value, or a list of such values. The [manual](manual/README.md) says how the keys work together; `rapporteur schema` prints the JSON Schema.

| file | what it is |
|---|---|
| `dossier.yaml`, and any other `.yaml` file beside it | a [dossier](#dossier), or a part of it |
| `meetings/*.yaml` | a [meeting](#meeting) |
| `calls/*.yaml` | a [call](#call) |
| `texts/*.yaml` | [blocks](#block), one or several |
| `submissions/*.yaml` | a [submission](#submission), with the keys of all and those of its kind |
";

const BLOCKS: &str = "
A text is a paragraph. A [clause](#clause) has the key `heading` or `text`. Every other block has one key. A generated
block in its usual form, and `page_break`, which begins a new page, are a word alone:

| key | value | what it is |
|---|---|---|
";

/// The definitions to which the schemas refer, by their names.
struct Types(Map<String, Value>);

impl Types {
    /// The definitions of all schemas, those of the dossier first.
    fn all() -> Self {
        let mut types = Map::new();
        for name in schema::names() {
            let schema = schema::of(name);
            types.extend(schema["$defs"].as_object().unwrap().clone());
            if schema["properties"]["kind"].is_null() && schema["properties"].is_object() && name == "dossier" {
                types.insert("Records".into(), schema);
            }
        }
        types["Records"]["title"] = "dossier".into();
        Self(types)
    }

    /// What a definition is called: `agenda item`.
    fn title(&self, name: &str) -> String {
        self.0[name]["title"].as_str().map_or_else(|| name.to_lowercase(), str::to_string)
    }

    /// Which values a schema allows, in plain words.
    fn plain(&self, schema: &Value) -> String {
        if let Some(name) = schema["$ref"].as_str() {
            let title = self.title(name.rsplit('/').next().unwrap());
            return format!("[{title}](#{})", title.replace(' ', "-"));
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            return match &choices[..] {
                [one, many] if many["items"] == *one => format!("{}, one or several", self.plain(one)),
                _ => choices.iter().map(|choice| self.alternative(choice)).collect::<Vec<_>>().join(" or "),
            };
        }
        if let Some(words) = schema["oneOf"].as_array() {
            return words.iter().map(|word| format!("`{}`", word["const"].as_str().unwrap())).collect::<Vec<_>>().join(", ");
        }
        match schema["type"].as_str() {
            Some("array") => format!("list: {}", self.plain(&schema["items"])),
            Some("object") if schema["properties"].is_object() => {
                let keys = schema["properties"].as_object().unwrap();
                let keys: Vec<_> = keys.iter().map(|(key, value)| format!("`{key}:` {}", self.plain(value))).collect();
                format!("map: {}", keys.join("; "))
            }
            Some("object") => format!("map, for each name {}", self.plain(&schema["additionalProperties"])),
            _ => scalar(schema).to_string(),
        }
    }

    /// Which values one of several schemas allows: in parentheses, if it is a list or a map.
    fn alternative(&self, schema: &Value) -> String {
        let plain = self.plain(schema);
        if plain.contains(": ") { format!("({plain})") } else { plain }
    }

    /// What a block is: its description, or that of its value.
    fn about(&self, block: &Value, value: &Value) -> String {
        let refers_to = value.pointer("/$ref").or_else(|| value.pointer("/anyOf/0/anyOf/1/$ref")).and_then(Value::as_str);
        let of_value = refers_to.and_then(|name| self.0[name.rsplit('/').next().unwrap()]["description"].as_str());
        let own = block["description"].as_str().filter(|about| !about.is_empty());
        own.or(of_value).unwrap_or_default().to_string()
    }

    /// The table of these keys of a map, and below it the words of each choice.
    fn keys(&self, schema: &Value, wanted: impl Fn(&str) -> bool) -> String {
        let required = schema["required"].as_array().unwrap();
        let keys = schema["properties"].as_object().unwrap().iter().filter(|(key, _)| wanted(key));
        let (mut table, mut words) = ("\n| key | value | what it says |\n|---|---|---|\n".to_string(), String::new());
        for (key, value) in keys {
            let mark = if required.iter().any(|name| name == key) { "**" } else { "" };
            let about = value["description"].as_str().unwrap_or_default();
            writeln!(table, "| {mark}`{key}`{mark} | {} | {} |", cell(&self.plain(value)), cell(about)).unwrap();
            words += &choices(key, value);
        }
        table + &words
    }

    /// The section of a definition.
    fn section(&self, name: &str) -> String {
        let schema = &self.0[name];
        let title = self.title(name);
        let mut section =
            format!("\n## {}{}\n\n{}\n", title[..1].to_uppercase(), &title[1..], schema["description"].as_str().unwrap());
        match name {
            "Submission" => section += &self.submissions(),
            "Block" => section += &self.blocks(),
            _ => section += &self.keys(schema, |_| true),
        }
        section
    }

    /// The keys of all submissions, then those of each kind.
    fn submissions(&self) -> String {
        let common = schema::of("note");
        let is_common = |key: &str| !common["properties"][key].is_null();
        let mut section = self.keys(&common, |key| key != "kind");
        let kinds = self.0["Submission"]["properties"]["kind"]["oneOf"].as_array().unwrap();
        for kind in kinds {
            let (name, about) = (kind["const"].as_str().unwrap(), kind["description"].as_str().unwrap());
            let own = schema::of(name);
            write!(section, "\n### `kind: {name}`\n\n{about}\n").unwrap();
            if own["properties"].as_object().unwrap().keys().any(|key| !is_common(key)) {
                section += &self.keys(&own, |key| !is_common(key));
            }
        }
        section
    }

    /// Each form of a block.
    fn blocks(&self) -> String {
        let all = self.0["Block"]["anyOf"].as_array().unwrap().iter();
        let rows = all.filter_map(|block| block["required"][0].as_str().map(|key| self.block(key, block)));
        BLOCKS.to_string() + &rows.collect::<String>()
    }

    /// The row of the block with this key.
    fn block(&self, key: &str, block: &Value) -> String {
        let value = &block["properties"][key];
        let others = block["properties"].as_object().unwrap().iter().filter(|(other, _)| *other != key);
        let others = others.map(|(other, value)| format!("; beside it `{other}`: {}", self.plain(value)));
        let values = self.plain(value) + &others.collect::<String>();
        format!("| `{key}` | {} | {} |\n", cell(&values), cell(&self.about(block, value)))
    }
}

/// The words of a choice with their descriptions, as a list; nothing for another value.
fn choices(key: &str, value: &Value) -> String {
    let words = value["oneOf"].as_array().into_iter().flatten();
    let words: Vec<_> = words.filter(|word| word["description"].as_str().is_some_and(|about| !about.is_empty())).collect();
    let line = |word: &&Value| format!("- `{}`: {}\n", word["const"].as_str().unwrap(), word["description"].as_str().unwrap());
    if words.is_empty() { String::new() } else { format!("\n`{key}`:\n\n{}", words.iter().map(line).collect::<String>()) }
}

/// Which scalars a schema allows, in plain words. A new pattern has to be given its words here.
fn scalar(schema: &Value) -> &'static str {
    if let Some(pattern) = schema["pattern"].as_str() {
        return match pattern {
            r"^\d{4}-\d{2}-\d{2}$" => "day (`2022-01-19`)",
            r"^\d{4}-\d{2}(-\d{2})?$" => "day or month (`2022-01`)",
            r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$" => "day, or days from/to (`2022-01-19/2022-01-20`)",
            "^(.+:)?[0-9]+$" => "meeting (`38`, `cwg-b:38`)",
            r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s\\]+$" => "web address",
            "^[a-z]{2,3}$" => "code of a language (`fr`)",
            r"^\d{2}:\d{2}(-\d{2}:\d{2})?$" => "time, or times from-to (`09:30-12:30`)",
            r"^[^@\s]+@[^@\s]+$" => "e-mail address",
            unknown => panic!("say in plain words what `{unknown}` is"),
        };
    }
    if schema["const"] == false {
        return "`false`";
    }
    match &schema["type"] {
        Value::String(kind) => match kind.as_str() {
            "boolean" => "`true` or `false`",
            "integer" => "whole number",
            "number" => "number",
            "string" => "text",
            "null" => "nothing",
            unknown => panic!("say in plain words what `{unknown}` is"),
        },
        Value::Array(_) => "text",
        unknown => panic!("say in plain words what `{unknown}` is"),
    }
}

/// A text as it stands in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// docs/reference.md, from the types.
fn page() -> String {
    let types = Types::all();
    let first = ["Records", "Meeting", "Recommendation", "Call", "Submission", "Block"];
    let others = types.0.keys().map(String::as_str).filter(|name| !first.contains(name));
    let sections = first.into_iter().chain(others).map(|name| types.section(name));
    HEAD.to_string() + &sections.collect::<String>()
}

#[test]
fn the_reference_of_keys_is_that_of_the_types() {
    let (path, page) = (project().join("docs/reference.md"), page());
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap_or_default() == page, "`RAPPORTEUR_UPDATE=1 cargo test` writes it anew");
}

#[test]
fn each_section_of_the_reference_has_a_heading_of_its_own() {
    let page = page();
    let mut headings: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
    headings.sort_unstable();
    assert!(headings.len() > 30 && headings.windows(2).all(|pair| pair[0] != pair[1]), "{headings:?}");
}

#[test]
fn every_key_of_the_reference_says_what_it_is() {
    let page = page();
    let silent: Vec<&str> = page.lines().filter(|line| line.ends_with("|  |")).collect();
    assert!(silent.is_empty(), "these keys have no description: {silent:#?}");
}
