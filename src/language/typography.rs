//! Typography: the places where a line must not end, as patterns made of the words of a language and the acronyms of a dossier.

use super::Language;
use crate::kept::Kept;
use regex::Regex;
use std::ops::Range;
use std::sync::Arc;

/// The patterns that find the places where a line must not end.
pub struct Typography {
    /// Patterns of spaces at which a line must not end, each with the replacement that has a no-break space.
    no_break: Vec<(Regex, &'static str)>,
    /// Words and a space at the end of a text that stay on one line with a number that follows the text.
    pub before_figure: Regex,
    /// Words within which a line must not end.
    unbroken: Regex,
    /// The lines that were asked for before.
    lines: Kept<String, Arc<Line>>,
}

impl Typography {
    /// Makes the patterns of a language, for a dossier with these acronyms.
    pub fn new(language: &Language, acronyms: &[String]) -> Self {
        let words = alternatives(language.list("no_break_before_figure"));
        Self {
            no_break: no_break_rules(language),
            before_figure: pattern_of(&format!(r"\b(?:{words}) $")),
            unbroken: unbroken_words(language, acronyms),
            lines: Kept::default(),
        }
    }

    /// Returns `words` as they stand in a line.
    pub fn line(&self, words: &str) -> Arc<Line> {
        if let Some(line) = self.lines.get(words) {
            return line;
        }
        let mut text = words.to_string();
        for (pattern, replacement) in &self.no_break {
            // again, since what matches may overlap: "Prof. Dr Minkin"
            while pattern.is_match(&text) {
                text = pattern.replace_all(&text, *replacement).into_owned();
            }
        }
        let unbroken = self.unbroken.find_iter(&text).map(|found| found.range()).collect();
        let line = Arc::new(Line { text, unbroken });
        self.lines.keep(words.into(), line.clone());
        line
    }
}

/// Words of which it is known where a line must not end.
pub struct Line {
    /// The words, with no-break spaces where a line must not end.
    pub text: String,
    /// The bytes of the words within which a line must not end.
    pub unbroken: Vec<Range<usize>>,
}

/// Returns the patterns that keep "Resolution 140", "5 per cent" and "Ms Santoyo" on one line. The language gives the words.
fn no_break_rules(language: &Language) -> Vec<(Regex, &'static str)> {
    let rule = |pattern: String| (pattern_of(&pattern), "$1\u{a0}$2");
    let words = |key: &str| alternatives(language.list(key));
    vec![
        rule(format!(r"\b({}) ([0-9])", words("no_break_before_figure"))),
        rule(format!(r"([0-9]) ({})\b", words("no_break_after_figure"))),
        rule(format!(r"\b({}) (\p{{Lu}})", words("no_break_before_name"))),
    ]
}

/// Returns the pattern of words with hyphens or spaces that stay on one line: those of the language, the acronyms of the dossier, and whatever has the
/// form of an acronym, such as PP-22 or COVID-19.
fn unbroken_words(language: &Language, acronyms: &[String]) -> Regex {
    let may_break = |name: &&str| name.contains(['-', ' ']);
    let known = language.list("no_break_words").into_iter().chain(acronyms.iter().map(String::as_str).filter(may_break));
    let known = alternatives(known.collect());
    pattern_of(&format!(r"\b(?:{known}|[A-Z][A-Za-z&]*(?:-[A-Z&]{{2,}}|-[0-9]+)+)\b"))
}

fn pattern_of(pattern: &str) -> Regex {
    Regex::new(pattern).expect("escaped words; how many and how long they are has bounds, in `language` and in `records`")
}

/// Returns a pattern that matches any of the words, and nothing if there are none.
fn alternatives(words: Vec<&str>) -> String {
    let escaped: Vec<String> = words.into_iter().map(regex::escape).collect();
    if escaped.is_empty() { r"[^\s\S]".into() } else { escaped.join("|") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    /// Returns as many acronyms as are allowed, as long as is allowed, of characters that take four bytes.
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
