//! Says of a fault of YAML where an author finds it and what to write: the parser names what it was reading, which is often further on, and in words of
//! its own.

use std::ops::Range;

/// The signs with which no text can begin unless it is quoted or folded.
const SIGNS: [char; 13] = ['[', ']', '{', '}', '*', '&', '!', '|', '>', '%', '@', '`', ','];

/// How a text is written that holds signs of YAML.
pub const QUOTE: &str = "has to be quoted, or begun with `>` and continued on the next line";

/// What to show of a fault: the place in the file, and what to do about it.
pub struct Advice {
    /// The bytes of the file that are marked.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What the author has to write.
    pub hint: String,
}

/// Returns the advice on a fault that the parser found at byte `at` of a file, for which it has this `message`.
pub fn advice(text: &str, at: usize, message: &str) -> Advice {
    let line = line_at(text, at);
    let value = line.start + value_of(&text[line.clone()]);
    let sign = text[value..].chars().next().filter(|sign| SIGNS.contains(sign));
    let here = at..text.len().min(at + 1);
    let spoken = |hint: &str| Advice { range: here.clone(), message: message.into(), hint: hint.into() };
    match sign {
        Some(sign) if value <= at && !is_of_brackets(message) && !message.contains("tab") => {
            let message = format!("YAML takes the `{sign}` that begins this text for a sign of its own");
            return Advice { range: value..value + 1, message, hint: format!("a text that begins with `{sign}` {QUOTE}") };
        }
        _ => {}
    }
    match message {
        _ if message.contains("mapping values") => spoken(&colon(text, &line, at)),
        _ if message.contains("tab") => spoken("tabs do not indent: write spaces"),
        _ if message.contains("trailing content") => {
            let hint =
                "the text goes on after its closing quote: quote the whole text; within single quotes a quote is written twice";
            Advice { range: value..text.len().min(value + 1), ..spoken(hint) }
        }
        _ if message.contains("escape") => spoken("in double quotes a backslash that is to be seen is written twice"),
        _ if message.contains("unclosed quote") => spoken("the quote that begins this text is never closed"),
        _ if is_of_brackets(message) => spoken(
            "within brackets a text that holds one of `[ ] { } ,` has to be quoted, and each bracket that is opened has to be closed",
        ),
        _ if message.contains("simple key") => spoken(
            "a key is followed by `: `, an item begins with `- `, and a text that goes on is further right than its key or its `- `",
        ),
        _ if message.contains("unexpected character") => spoken("delete it, or quote the text"),
        _ => spoken("entries of one list or map begin in the same column"),
    }
}

fn is_of_brackets(message: &str) -> bool {
    message.contains("bracket") || message.contains("flow")
}

/// Returns the advice on a `: ` at byte `at`, in which YAML sees a second key in one line.
fn colon(text: &str, line: &Range<usize>, at: usize) -> String {
    let before = text[..line.start].trim_end();
    let above = &text[line_at(text, before.len()).start..before.len()];
    let glued = above
        .trim_start()
        .split_once(':')
        .filter(|(key, rest)| is_key(key) && !rest.starts_with([' ', '\t']) && !rest.is_empty());
    let key = text[line.start..at].trim_start();
    match glued {
        Some((key, _)) if !before.is_empty() => format!("in the line above a space is missing after `{key}:`"),
        _ if is_key(key) && !before.is_empty() => {
            format!("`{key}:` is further right than the keys it belongs to, and so a part of the text above")
        }
        _ => format!("a text with `: ` in it {QUOTE}"),
    }
}

/// Says whether a word looks like a key that the program knows.
pub fn is_key(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// Returns the bytes of the line around byte `at`.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    start..text[at..].find('\n').map_or(text.len(), |found| at + found)
}

/// Returns the offset in a line at which its value begins: after its indentation, the `- ` of items and the `key: ` of an entry.
fn value_of(line: &str) -> usize {
    let mut at = line.len() - line.trim_start().len();
    while let Some(rest) = line[at..].strip_prefix("- ") {
        at = line.len() - rest.trim_start().len();
    }
    match line[at..].split_once(": ") {
        Some((key, rest)) if is_key(key) => line.len() - rest.trim_start().len(),
        _ => at,
    }
}
