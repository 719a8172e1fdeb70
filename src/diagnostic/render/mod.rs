//! Writes messages as text: for people, as one line each, or as JSON for programs.

mod human;
mod json;
mod short;

use super::catalogue::MORE_MESSAGES;
use super::{Diagnostic, Label, visible_text};
use crate::source::Sources;

/// The format in which messages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people: the author's line with the place marked, and hints below it.
    #[default]
    Human,
    /// One line each: `path:line:column: severity[name]: message; hint`.
    Short,
    /// One JSON object on a line, with the fields that `json.rs` lists, in version 1.
    Json,
}

/// The most messages that are shown of one run: nobody mends more of them before the next run.
const MOST: usize = 1000;
/// The most characters that are shown of one message, remark or hint: it may quote an author's word, which may have any length.
const LONGEST: usize = 2000;

/// Returns the messages in the order of their places, up to a thousand; a last one says how many more there are.
///
/// `colour` has an effect on the human format only.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, format: Format, colour: bool) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| diagnostic.primary.as_ref().map(|label| label.span));
    sorted.dedup();
    let more = more(&sorted);
    let one = |diagnostic: &Diagnostic| match format {
        Format::Human => human::render(&printable(diagnostic), sources, colour),
        Format::Short => short::render(&printable(diagnostic), sources),
        Format::Json => json::render(diagnostic, sources),
    };
    sorted.into_iter().take(MOST).chain(&more).map(one).collect()
}

/// Returns the message that counts those beyond the first thousand, if there are any; it has the highest severity among them.
fn more(sorted: &[&Diagnostic]) -> Option<Diagnostic> {
    let left_out = sorted.get(MOST..).filter(|rest| !rest.is_empty())?;
    let severity = left_out.iter().map(|diagnostic| diagnostic.severity).max()?;
    let message = format!("and {} more messages", left_out.len());
    Some(Diagnostic { severity, ..Diagnostic::without_place(MORE_MESSAGES, message).hint("mend those above first") })
}

/// Returns the message with all its texts made visible, and cut where they are very long.
fn printable(diagnostic: &Diagnostic) -> Diagnostic {
    let label = |label: &Label| Label { message: printable_text(&label.message), ..label.clone() };
    Diagnostic {
        message: printable_text(&diagnostic.message),
        primary: diagnostic.primary.as_ref().map(label),
        secondary: diagnostic.secondary.iter().map(label).collect(),
        hints: diagnostic.hints.iter().map(|hint| printable_text(hint)).collect(),
        ..*diagnostic
    }
}

fn printable_text(text: &str) -> String {
    let cut = text.char_indices().nth(LONGEST);
    visible_text(&text[..cut.map_or(text.len(), |(at, _)| at)]) + if cut.is_some() { "…" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::catalogue::WRONG_TYPE;
    use crate::source::Span;

    /// Returns the messages that `of` makes for a file with this text, in the three formats.
    fn shown(text: &str, of: impl Fn(&dyn Fn(usize) -> Span) -> Vec<Diagnostic>) -> [String; 3] {
        let mut sources = Sources::default();
        let file = sources.add("a\u{1b}.yaml", text);
        let diagnostics = of(&|at| Span::new(file, at..at + 1));
        [Format::Human, Format::Short, Format::Json].map(|format| render(&diagnostics, &sources, format, false))
    }

    #[test]
    fn a_terminal_gets_no_command_from_an_authors_words() {
        let trap = "\u{1b}[2J\u{9b}31m\u{7}\u{202e}\r\u{2028}\u{ad}\u{200b}\u{e0041}";
        let one = |span| Diagnostic::new(WRONG_TYPE, span, trap).label(trap).also(span, trap).hint(trap);
        let all = shown(&format!("a: {trap}\n"), |at| vec![one(at(3))]);
        for (shown, format) in all.into_iter().zip(["human", "short", "json"]) {
            let bad = |c: char| c != '\n' && crate::diagnostic::is_hidden(c);
            assert!(!shown.contains(bad), "{format}: {shown:?}");
            assert!(shown.contains(if format == "json" { "\\u009b31m" } else { "\\u{9b}31m" }), "{format}: {shown:?}");
        }
    }

    #[test]
    fn what_is_one_too_many_is_counted() {
        let all = shown(&"a\n".repeat(3000), |at| (0..3000).map(|line| Diagnostic::new(WRONG_TYPE, at(2 * line), "b")).collect());
        for shown in all {
            assert!(shown.contains("and 2000 more messages") && !shown.contains("1001"), "{shown}");
        }
    }

    #[test]
    fn the_place_in_a_very_long_line_is_shown() {
        let text = format!("first: line\n{}here{}", "é ".repeat(1 << 17), " b".repeat(1 << 17));
        let [human, ..] = shown(&text, |at| vec![Diagnostic::new(WRONG_TYPE, at(text.find("here").expect("it is there")), "b")]);
        assert!(human.contains(":2:262145\n") && human.contains("here b") && human.len() < 1000, "{human}");
    }

    #[test]
    fn a_long_word_is_cut() {
        let [human, short, _] = shown("", |_| vec![Diagnostic::without_place(WRONG_TYPE, "x".repeat(1 << 20))]);
        assert!(human.len() < 3000 && short.len() < 3000);
    }
}
