//! Writes messages as text: for people, as one line each, or as JSON for programs.

mod human;
mod json;
mod short;

use super::catalogue::MORE_MESSAGES;
use super::{Diagnostic, Label, Severity, visible_text};
use crate::source::Sources;
use std::collections::{BTreeMap, HashMap};

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

/// The most messages of one name that are shown to people: so many faults of one kind have often one cause, and nobody mends more before the next run.
const MOST: usize = 100;
/// The most characters that are shown of one message, remark or hint: it may quote an author's word, which may have any length.
const LONGEST: usize = 2000;

/// Returns the messages in the order of their places. Of each name a hundred are shown, and then how many more there are, unless `all` are wanted; programs,
/// which read JSON, get all.
///
/// `colour` has an effect on the human format only.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, format: Format, colour: bool, all: bool) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| diagnostic.primary.as_ref().map(|label| label.span));
    sorted.dedup();
    let most = if all || format == Format::Json { usize::MAX } else { MOST };
    let more = leave_out(&mut sorted, most);
    let one = |diagnostic: &Diagnostic| match format {
        Format::Human => human::render(&printable(diagnostic), sources, colour),
        Format::Short => short::render(&printable(diagnostic), sources),
        Format::Json => json::render(diagnostic, sources),
    };
    sorted.into_iter().chain(&more).map(one).collect()
}

/// Leaves out the messages beyond the first `most` of each name, and returns messages that count them, each with the highest severity among those that it
/// stands for.
fn leave_out(messages: &mut Vec<&Diagnostic>, most: usize) -> Vec<Diagnostic> {
    let mut shown: HashMap<&str, usize> = HashMap::new();
    let mut left_out: BTreeMap<&str, (usize, Severity)> = BTreeMap::new();
    messages.retain(|message| {
        let shown = shown.entry(message.name).or_default();
        *shown += 1;
        if *shown > most {
            let (count, severity) = left_out.entry(message.name).or_insert((0, Severity::Warning));
            (*count, *severity) = (*count + 1, message.severity.max(*severity));
        }
        *shown <= most
    });
    let more = left_out.into_iter().map(|(name, (count, severity))| {
        let message = format!("and {count} more messages `{name}`");
        let hint = "mend those above first, or see them all with `--all`";
        Diagnostic { severity, ..Diagnostic::without_place(MORE_MESSAGES, message).hint(hint) }
    });
    more.collect()
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
    use crate::diagnostic::catalogue::{LINK_SCHEME, WRONG_TYPE};
    use crate::source::Span;

    /// Returns the messages that `of` makes for a file with this text, in the three formats.
    fn shown(text: &str, of: impl Fn(&dyn Fn(usize) -> Span) -> Vec<Diagnostic>) -> [String; 3] {
        let mut sources = Sources::default();
        let file = sources.add("a\u{1b}.yaml", text);
        let diagnostics = of(&|at| Span::new(file, at..at + 1));
        [Format::Human, Format::Short, Format::Json].map(|format| render(&diagnostics, &sources, format, false, false))
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
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "a\n".repeat(3000));
        let one = |line: usize| {
            let entry = if line == 2000 { LINK_SCHEME } else { WRONG_TYPE };
            Diagnostic::new(entry, Span::new(file, 2 * line..2 * line + 1), "b")
        };
        let diagnostics: Vec<_> = (0..3000).map(one).collect();
        for format in [Format::Human, Format::Short] {
            let shown = render(&diagnostics, &sources, format, false, false);
            assert!(shown.contains("and 2899 more messages `wrong-type`") && !shown.contains(":101:"), "{shown}");
            assert!(shown.contains(":2001:"), "the only one of its name: {shown}");
            assert_eq!(render(&diagnostics, &sources, format, false, true).matches("[wrong-type]").count(), 2999);
        }
        assert_eq!(render(&diagnostics, &sources, Format::Json, false, false).lines().count(), 3000);
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
