//! Where a line must not end: patterns made of the words of a language and the acronyms of a dossier.

use super::Language;
use regex::Regex;

/// The patterns.
pub struct Typography {
    /// Places with a space that must not be broken, each with what takes their place.
    pub no_break: Vec<(Regex, &'static str)>,
    /// Words at the end of a text that stay together with a number that follows.
    pub before_figure: Regex,
    /// Words that are not broken.
    pub unbroken: Regex,
}

impl Typography {
    /// Makes the patterns.
    pub fn new(language: &Language, acronyms: &[String]) -> Self {
        let words = alternatives(language.list("no_break_before_figure"));
        Self {
            no_break: no_break_rules(language),
            before_figure: pattern_of(&format!(r"\b(?:{words}) $")),
            unbroken: unbroken_words(language, acronyms),
        }
    }
}

/// "Resolution 140", "5 per cent" and "Ms Santoyo" stay on one line; which words do so is the language's matter.
fn no_break_rules(language: &Language) -> Vec<(Regex, &'static str)> {
    let rule = |pattern: String| (pattern_of(&pattern), "$1\u{a0}$2");
    let words = |key: &str| alternatives(language.list(key));
    vec![
        rule(format!(r"\b({}) ([0-9])", words("no_break_before_figure"))),
        rule(format!(r"([0-9]) ({})\b", words("no_break_after_figure"))),
        rule(format!(r"\b({}) (\p{{Lu}})", words("no_break_before_name"))),
    ]
}

/// Words with hyphens or spaces that are not broken: the language's own, acronyms of the dossier, and whatever has the form of an acronym: PP-22, COVID-19.
fn unbroken_words(language: &Language, acronyms: &[String]) -> Regex {
    let may_break = |name: &&str| name.contains(['-', ' ']);
    let known = language.list("no_break_words").into_iter().chain(acronyms.iter().map(String::as_str).filter(may_break));
    let known = alternatives(known.collect());
    pattern_of(&format!(r"\b(?:{known}|[A-Z][A-Za-z&]*(?:-[A-Z&]{{2,}}|-[0-9]+)+)\b"))
}

fn pattern_of(pattern: &str) -> Regex {
    Regex::new(pattern).expect("escaped words; how many and how long they are has bounds, in `language` and in `records`")
}

/// Words as alternatives of a pattern; no words match nothing.
fn alternatives(words: Vec<&str>) -> String {
    let escaped: Vec<String> = words.into_iter().map(regex::escape).collect();
    if escaped.is_empty() { r"[^\s\S]".into() } else { escaped.join("|") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use std::sync::Arc;

    /// As many names as may be, as long as may be, of letters that take four bytes.
    fn names() -> Vec<String> {
        (0..1000).map(|at| format!("{}-{at:04}", "\u{10400}".repeat(35))).collect()
    }

    #[test]
    fn the_longest_lists_of_words_are_found() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("languages")).expect("a folder");
        let lists = ["no_break_words", "no_break_before_figure", "no_break_after_figure", "no_break_before_name"];
        let list = |names: &[String]| lists.map(|key| format!("{key}: [{}]\n", names.join(", "))).concat();
        let load = |names: &[String]| {
            std::fs::write(folder.path().join("languages/xx.yaml"), list(names)).expect("a file");
            Language::load(&Assets { overrides: Some(folder.path().into()) }, "xx", Arc::default())
        };
        let language = load(&names()).expect("within bounds");
        let found = unbroken_words(&language, &names());
        assert!(found.is_match(&format!("of {}.", names()[999])));
        assert_eq!(no_break_rules(&language).len(), 3);
        assert!(load(&[vec!["a".into()], names()].concat()).is_err(), "too many");
        assert!(load(&["x".repeat(41)]).is_err(), "too long");
    }
}
