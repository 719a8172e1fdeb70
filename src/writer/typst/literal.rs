//! Texts as string literals, which Typst never reads as markup.

use crate::layout::is_figure;
use crate::template::typst_literal;
use regex::Regex;
use std::sync::LazyLock;

/// Returns a text that is shown as a string literal. No-break spaces and hyphens have no glyphs of their own in most fonts, so they
/// are plain ones; [`literals`] keeps them on one line.
pub fn visible(text: &str) -> String {
    typst_literal(&text.replace('\u{a0}', " ").replace('\u{2011}', "-"))
}

/// Returns a text as a literal in markup.
pub fn literal(text: &str) -> String {
    format!("#{};", visible(text))
}

/// Returns the beginning of the call that keeps a text on one line: a figure everywhere, words where there is room.
pub fn unbroken(text: &str) -> &'static str {
    if is_figure(text) && text.contains([' ', '\u{a0}', '-', '\u{2011}']) { "#amount[" } else { "#unbroken[" }
}

/// Returns a text as literals. Words with no-break spaces or hyphens are kept on one line with plain ones, so that a reader of the
/// PDF finds "Resolution 140" as it is typed, and programs that read the structure find no replaced text.
pub fn literals(text: &str) -> String {
    static JOINED: LazyLock<Regex> = LazyLock::new(|| Regex::new("[^ ]*[\u{a0}\u{2011}][^ ]*").expect("a fixed pattern"));
    let mut out = String::new();
    let mut at = 0;
    for found in JOINED.find_iter(text) {
        if at < found.start() {
            out += &literal(&text[at..found.start()]);
        }
        out += &format!("{}{}];", unbroken(found.as_str()), literal(found.as_str()));
        at = found.end();
    }
    if at < text.len() || text.is_empty() { out + &literal(&text[at..]) } else { out }
}
