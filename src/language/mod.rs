//! Languages: fixed words, generated sentences, dates, numbers and lists, all read from `templates/languages/<code>.yaml`.
//!
//! 1. [`Language::load`] reads the file, and makes a template of each sentence, label and form of a date.
//! 2. [`Language::sentence`] and its neighbours fill in values. The filters of the templates are in `words`, the plural forms in `plural`.
//! 3. [`Language::typography`] says where a line must not end.
//!
//! [`Language`] and [`Typography`] know each other: a language keeps the patterns that are made of its own lists of words.

mod plural;
mod typography;
mod words;

pub use typography::Typography;

use words::Words;

use crate::assets::Assets;
use crate::date::{Date, Dates, Days};
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::document::Number;
use crate::kept::Kept;
use crate::records::country::Countries;
use crate::source::Sources;
use crate::template;
use crate::yaml::{Kind, Node, parse};
use minijinja::Environment;
use minijinja::value::Serde;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};

/// The keys of the lists of words for which every text is searched.
const SEARCHED_LISTS: [&str; 4] = ["no_break_words", "no_break_before_figure", "no_break_after_figure", "no_break_before_name"];
/// The tables whose keys are a language's own.
const FREE_TABLES: [&str; 3] = ["nouns", "languages", "places"];
/// The largest number of words of such a list.
const MAX_WORDS: usize = 1000;
/// The largest number of characters of a word of such a list.
const MAX_WORD_LENGTH: usize = 40;

/// A language, ready to write sentences.
pub struct Language {
    /// The code of the language: `en`.
    pub code: String,
    words: Arc<Words>,
    environment: Environment<'static>,
    /// The patterns that were made last, with the acronyms that they were made for.
    typography: Mutex<Option<KeptTypography>>,
    /// The sentences that were written before, by key and values: the same values always make the same sentence.
    sentences: Kept<Vec<u8>, Arc<str>>,
}

/// The acronyms of a dossier, and the patterns that were made for them.
type KeptTypography = (Vec<String>, Arc<Typography>);

/// Why a language can't be used.
#[derive(Debug)]
pub enum Fault {
    /// There is no file for the language.
    Unknown,
    /// The file of the language is faulty; the text says where and why.
    Damaged(String),
}

impl Language {
    /// Loads the language with this code.
    ///
    /// # Errors
    /// [`Fault::Unknown`] if there is no file for the language, [`Fault::Damaged`] if the file is no YAML, or has a template that can't be read or a list
    /// that is too long.
    pub fn load(assets: &Assets, code: &str, countries: Arc<Countries>) -> Result<Self, Fault> {
        let path = format!("languages/{code}.yaml");
        let text =
            assets.text(&path).filter(|_| code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).ok_or(Fault::Unknown)?;
        let words = Arc::new(Words { tree: tree(&path, text)?, code: code.into(), countries });
        let mut environment = template::environment();
        words.add_filters(&mut environment);
        let ordinal = (words::ORDINAL, words.tree["ordinal"].as_str().unwrap_or("{{ n }}"));
        let month = (words::MONTH, words.tree["dates"]["month"].as_str().unwrap_or("{{ month_name }} {{ year }}"));
        let when = (words::WHEN, words.tree["when"].as_str().unwrap_or("{{ dates }}"));
        for (name, source) in [ordinal, month, when] {
            let added = template::add(&mut environment, name, source);
            added.map_err(|error| Fault::Damaged(format!("{path}: {name}: {error}")))?;
        }
        for (group, prefix) in [("sentences", ""), ("labels", "label/"), ("dates", "date/")] {
            for (key, sentence) in words.tree[group].as_object().into_iter().flatten() {
                let added = template::add(&mut environment, &format!("{prefix}{key}"), sentence.as_str().unwrap_or_default());
                added.map_err(|error| Fault::Damaged(format!("{path}: {key}: {error}")))?;
            }
        }
        let language = Self { code: code.into(), words, environment, typography: Mutex::default(), sentences: Kept::default() };
        language.check_lists(&path)?;
        Ok(language)
    }

    /// Checks that the lists of words for which every text is searched are short, because all of their words become one pattern.
    fn check_lists(&self, path: &str) -> Result<(), Fault> {
        let bad = |key: &&&str| {
            let words = self.list(key);
            words.len() > MAX_WORDS || words.iter().any(|word| word.chars().count() > MAX_WORD_LENGTH)
        };
        match SEARCHED_LISTS.iter().find(bad) {
            Some(key) => {
                let bounds = format!("at most {MAX_WORDS} words of at most {MAX_WORD_LENGTH} letters");
                Err(Fault::Damaged(format!("{path}: `{key}` is a list of {bounds}")))
            }
            None => Ok(()),
        }
    }

    /// Returns the word `key` of a table of the language's file, such as `labels`; the key itself if the table does not have it.
    pub fn word<'w>(&'w self, table: &str, key: &'w str) -> &'w str {
        self.words.tree[table][key].as_str().unwrap_or(key)
    }

    /// Returns a word at the top level of the language's file, such as `suffix`, `region` or `direction`; an empty text if there is none.
    pub fn property(&self, key: &str) -> &str {
        self.words.tree[key].as_str().unwrap_or_default()
    }

    /// Returns the list of words `key` at the top level of the language's file; an empty one if there is none.
    pub fn list(&self, key: &str) -> Vec<&str> {
        self.words.tree[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// Returns the patterns that say where a line must not end, in a dossier with these acronyms. The patterns are made again only when the acronyms
    /// change.
    pub fn typography(&self, acronyms: &[String]) -> Arc<Typography> {
        let mut kept = self.typography.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, typography)) = kept.as_ref().filter(|(known, _)| known == acronyms) {
            return typography.clone();
        }
        let typography = Arc::new(Typography::new(self, acronyms));
        *kept = Some((acronyms.to_vec(), typography.clone()));
        typography
    }

    /// Returns the label `key` with these values filled in.
    ///
    /// # Errors
    /// The message of the template, if there is no such label or the template fails.
    pub fn label(&self, key: &str, values: Value) -> Result<String, String> {
        self.render(&format!("label/{key}"), values)
    }

    /// Returns the generated sentence `key` with values filled in. Values that are [`Dates`] or [`Days`] are written as the language writes them. `asked` says all that
    /// `values` makes them of: for the same `key` and `asked`, the sentence that was made before is returned.
    ///
    /// # Errors
    /// The message of the template, if there is no such sentence or the template fails.
    pub fn sentence(&self, key: &str, mut asked: Vec<u8>, values: impl FnOnce() -> Value) -> Result<Arc<str>, String> {
        asked.extend(key.bytes());
        if let Some(sentence) = self.sentences.get(&asked) {
            return Ok(sentence);
        }
        let mut values = values();
        self.write_dates(&mut values);
        let sentence: Arc<str> = self.render(key, values)?.into();
        self.sentences.keep(asked, sentence.clone());
        Ok(sentence)
    }

    /// Returns days as the language writes them; in ISO 8601 form if the language does not say how.
    pub fn dates(&self, dates: Dates) -> String {
        let kind = match (dates.first, dates.last) {
            (first, last) if first == last => "day",
            (first, last) if (first.year, first.month) == (last.year, last.month) => "days",
            (first, last) if first.year == last.year => "months",
            _ => "years",
        };
        let values = json!({ "first": self.date_values(dates.first), "last": self.date_values(dates.last) });
        let written = self.render(&format!("date/{kind}"), values);
        written.unwrap_or_else(|_| format!("{}/{}", dates.first, dates.last))
    }

    /// Returns the days of a meeting as the language writes them.
    fn days(&self, days: &Days) -> String {
        if days.apart.is_empty() {
            return self.dates(days.whole());
        }
        let ranges = days.apart.iter();
        let ranges = ranges.map(|range| json!({ "first": self.date_values(range.first), "last": self.date_values(range.last) }));
        let written = self.render("date/apart", json!({ "ranges": ranges.collect::<Vec<_>>() }));
        written.unwrap_or_else(|_| days.apart.iter().map(|range| self.dates(*range)).collect::<Vec<_>>().join(", "))
    }

    /// Returns a counted number, in words if the language has a word for it, with what is counted, if it has `forms`. `None` if the language does not know how to write
    /// these forms.
    pub fn number(&self, number: &Number) -> Option<String> {
        let written = self.words.counted(number.value, &number.forms)?;
        Some(if number.begins { words::capital(&written) } else { written })
    }

    /// Returns the keys of a table of the language's file, such as `languages` or `nouns`, sorted.
    pub fn keys(&self, table: &str) -> Vec<&str> {
        let mut keys: Vec<&str> = self.words.tree[table].as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        keys
    }

    fn date_values(&self, date: Date) -> Value {
        json!({ "day": date.day, "month": date.month, "year": date.year, "month_name": self.words.tree["months"][date.month as usize - 1] })
    }

    /// Replaces all dates in a value, at any depth, by text.
    fn write_dates(&self, value: &mut Value) {
        let may_be_dates = value.get("first").is_some() && value.get("last").is_some();
        if let Some(days) = may_be_dates.then(|| Days::deserialize(&*value).ok()).flatten() {
            *value = Value::String(self.days(&days));
            return;
        }
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.write_dates(item)),
            Value::Object(entries) => entries.values_mut().for_each(|entry| self.write_dates(entry)),
            _ => {}
        }
    }

    fn render(&self, name: &str, values: Value) -> Result<String, String> {
        let template = self.environment.get_template(name).map_err(|error| error.to_string())?;
        template.render(Serde(values)).map_err(|error| format!("{error:#}"))
    }
}

/// Reads a file of YAML as JSON. All scalars become texts, except `true` and `false`. A key that no language has is a fault.
fn tree(path: &str, text: String) -> Result<Value, Fault> {
    let mut sources = Sources::default();
    let file = sources.add(path, text);
    let mut report = Diagnostics::new();
    let node = parse(&sources, file, &mut report);
    if let Ok(node) = &node {
        unknown_keys(node, &mut report);
    }
    match node {
        Ok(node) if report.is_empty() => Ok(json_of(&node)),
        _ => Err(Fault::Damaged(crate::diagnostic::render::render(&report, &sources, Default::default(), false, false))),
    }
}

/// Reports the keys of a language's file, and those of its tables, that the file of English does not have. The tables of [`FREE_TABLES`] have a language's own keys.
fn unknown_keys(node: &Node, report: &mut Diagnostics) {
    let mut sources = Sources::default();
    let file = sources.add("languages/en.yaml", Assets::default().text("languages/en.yaml").unwrap_or_default());
    let Ok(english) = parse(&sources, file, &mut Diagnostics::new()) else { return };
    expect_keys(node, &english, report);
    let Kind::Map(tables) = &node.kind else { return };
    for (name, table) in tables.iter().filter(|(name, _)| !FREE_TABLES.contains(&name.value.as_str())) {
        if let Some(known) = english.get(&name.value) {
            expect_keys(table, known, report);
        }
    }
}

/// Reports the keys of one map that another one does not have.
fn expect_keys(node: &Node, known: &Node, report: &mut Diagnostics) {
    let (Kind::Map(entries), Kind::Map(known)) = (&node.kind, &known.kind) else { return };
    for (key, _) in entries.iter().filter(|(key, _)| !known.iter().any(|(known, _)| known.value == key.value)) {
        let message = format!("a language has no key `{}`", key.value);
        let known = known.iter().map(|(known, _)| known.value.as_str());
        report.push(Diagnostic::new(catalogue::UNKNOWN_KEY, key.span, message).did_you_mean(&key.value, known));
    }
}

fn json_of(node: &Node) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::Scalar(text) => match text.value.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            other => Value::String(other.into()),
        },
        Kind::List(items) => Value::Array(items.iter().map(json_of).collect()),
        Kind::Map(entries) => Value::Object(entries.iter().map(|(key, value)| (key.value.clone(), json_of(value))).collect()),
    }
}
