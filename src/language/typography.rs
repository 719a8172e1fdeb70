//! Typography: the places where a line must not end, as patterns made of the words of a language and the acronyms of a dossier. The words stay as they
//! are written: no-break spaces and hyphens would keep a reader from finding them.

use super::Language;
use crate::kept::Kept;
use regex::Regex;
use std::ops::Range;
use std::sync::Arc;

/// The patterns that find the places where a line must not end.
pub struct Typography {
    /// Patterns of words of which none begins a line: "Resolution 140".
    joined: Vec<Regex>,
    /// Words and a space at the end of a text that stay on one line with a number that follows the text.
    pub before_figure: Regex,
    /// Words within which a line must not end.
    unbroken: Regex,
    /// What was found in the lines that were asked for before.
    known: Kept<String, Arc<[Range<usize>]>>,
}

impl Typography {
    /// Makes the patterns of a language, for a dossier with these acronyms.
    pub fn new(language: &Language, acronyms: &[String]) -> Self {
        let words = alternatives(language.list("no_break_before_figure"));
        Self {
            joined: joined_words(language),
            before_figure: pattern_of(&format!(r"\b(?:{words}) $")),
            unbroken: unbroken_words(language, acronyms),
            known: Kept::default(),
        }
    }

    /// Returns the bytes of `words` within which a line must not end: ranges in order, apart from one another.
    pub fn unbroken(&self, words: &str) -> Arc<[Range<usize>]> {
        if let Some(known) = self.known.get(words) {
            return known;
        }
        let mut found: Vec<Range<usize>> = self.unbroken.find_iter(words).map(|found| found.range()).collect();
        for pattern in &self.joined {
            // the next search begins within what was found, since matches may overlap: "Prof. Dr Minkin"
            let mut at = 0;
            while let Some(next) = pattern.find_at(words, at) {
                at = next.start() + words[next.range()].find(' ').unwrap_or(next.len());
                found.push(whole_words(words, next.range()));
            }
        }
        let found: Arc<[_]> = merged(found).into();
        self.known.keep(words.into(), found.clone());
        found
    }
}

/// Returns the range up to the spaces around it: what touches the words, as a parenthesis does, stays with them.
fn whole_words(words: &str, range: Range<usize>) -> Range<usize> {
    let start = words[..range.start].rfind(' ').map_or(0, |at| at + 1);
    let end = words[range.end..].find(' ').map_or(words.len(), |at| range.end + at);
    start..end
}

/// Returns the ranges in order, those that overlap as one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// Returns the patterns that keep figures ("1 234 567", "12 %", "-0.5") and "Resolution 140", "5 per cent" and "Ms Santoyo" on one line. The language gives
/// the words.
fn joined_words(language: &Language) -> Vec<Regex> {
    let words = |key: &str| alternatives(language.list(key));
    vec![
        pattern_of(r"\b[0-9]{1,3} [0-9]{3}\b"),
        pattern_of(r"[0-9] %"),
        pattern_of(r"\B-[0-9]"),
        pattern_of(&format!(r"\b(?:{}) [0-9]", words("no_break_before_figure"))),
        pattern_of(&format!(r"[0-9] (?:{})\b", words("no_break_after_figure"))),
        pattern_of(&format!(r"\b(?:{}) \p{{Lu}}", words("no_break_before_name"))),
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
    fn words_that_belong_together_stay_on_one_line() {
        let language = Language::load(&Assets::default(), "en", Arc::default()).expect("a language");
        let typography = Typography::new(&language, &[]);
        let check = |words: &str, expected: &[&str]| {
            let found: Vec<&str> = typography.unbroken(words).iter().map(|range| &words[range.clone()]).collect();
            assert_eq!(found, expected, "{words}");
        };
        check("see (Resolution 140), and 5 per cent of PP-22.", &["(Resolution 140),", "5 per cent", "PP-22"]);
        check("Prof. Dr Minkin and Ms Roe", &["Prof. Dr Minkin", "Ms Roe"]);
        check("Resolution of 140", &[]);
        check("of 1 234 567.5 francs (3 456) or 12 % (-12.5)", &["1 234 567.5", "(3 456)", "12 %", "(-12.5)"]);
        check("-0.5 and -1 234", &["-0.5", "-1 234"]);
        check("in 2022 100 or 12 34 of 5-6", &[]);
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
        assert_eq!(joined_words(&language).len(), 6);
        assert!(load(&[vec!["a".into()], names()].concat()).is_err(), "too many");
        assert!(load(&["x".repeat(41)]).is_err(), "too long");
    }
}
