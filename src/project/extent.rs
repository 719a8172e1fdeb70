//! Checks that a document has nothing longer than a page, a PDF and Word can bear. What is longer would be cut off at the edge of the paper, or the PDF could
//! not be written; where that is, only this check can say.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolve::LETTERS;
use crate::resolved::{Block, Content, Node, ResolvedDocument, Role, Run, Visitor, plain_text, walk};
use crate::source::Span;

/// The most characters of a title, a heading, a caption, an author, a symbol or an alternative text. A PDF has room for 16 000.
const CHARACTERS: usize = 2_000;
/// The most characters of the heading of a column, which stands on every page of its table.
const OF_COLUMN: usize = 300;
/// The most columns of a table, as in Word.
const COLUMNS: usize = 63;

/// Returns a message for each word, line and table that is too long.
pub fn check(document: &ResolvedDocument) -> Vec<Diagnostic> {
    let mut measure = Measure { span: document.span, found: Vec::new() };
    measure.length("the author", &document.properties.author, CHARACTERS, document.span);
    walk(document, &mut measure);
    measure.found
}

/// What was found so far.
struct Measure {
    /// The place of the block, or of the document, for lines without a place of their own.
    span: Span,
    found: Vec<Diagnostic>,
}

impl Measure {
    fn length(&mut self, what: &str, text: &str, most: usize, span: Span) {
        let count = text.chars().count();
        if count > most {
            let message = format!("{what} has {count} characters; at most {most} have room");
            self.found.push(Diagnostic::new(catalogue::TOO_LONG, span, message).hint("shorten it"));
        }
    }

    fn word(&mut self, word: &str, span: Span) {
        let letters = word.chars().count();
        let begin: String = word.chars().take(20).collect();
        let message =
            format!("a word of {letters} letters, `{begin}…`, has no place to break; at most {LETTERS} have room on a line");
        let hint = "put spaces or hyphens into it; an address can stand behind words: `[words](https://…)`";
        self.found.push(Diagnostic::new(catalogue::TOO_LONG, span, message).hint(hint));
    }

    fn block(&mut self, block: &Block) {
        self.span = block.span;
        match &block.content {
            Content::Figure(figure) => self.length("the alternative text", &figure.picture.alt, CHARACTERS, figure.picture.span),
            Content::Table(table) if table.columns.len() > COLUMNS => {
                let message = format!("the table has {} columns; Word has at most {COLUMNS}", table.columns.len());
                let hint = "divide it into two tables, or turn its rows into columns";
                self.found.push(Diagnostic::new(catalogue::TOO_LONG, block.span, message).hint(hint));
            }
            Content::Equation(equation) => self.length("the alternative text", &equation.alt, CHARACTERS, equation.span),
            Content::Table(_) | Content::Chart(_) | Content::Clause(_) | Content::Paragraph(_) => {}
            Content::List(_) | Content::Quote(_) | Content::SideBySide(_) | Content::PageBreak => {}
        }
    }
}

impl<'d> Visitor<'d> for Measure {
    fn enter(&mut self, node: Node<'d>) {
        if let Node::Block(block) = node {
            self.block(block);
        }
    }

    fn line(&mut self, role: Role, runs: &'d [Run]) {
        let text: String = runs.iter().map(text_of).collect();
        for (at, word) in long_words(&text) {
            let place = place(runs, at, word.len()).unwrap_or(self.span);
            self.word(word, place);
        }
        let (what, most) = match role {
            Role::Title => ("the title", CHARACTERS),
            Role::Subtitle => ("the line below the title", CHARACTERS),
            Role::Heading | Role::AnnexTitle => ("the heading", CHARACTERS),
            Role::Caption => ("the caption", CHARACTERS),
            Role::Column => ("the heading of the column", OF_COLUMN),
            _ => return,
        };
        let place = place(runs, 0, text.len()).unwrap_or(self.span);
        self.length(what, &plain_text(runs), most, place);
    }

    fn words(&mut self, role: Role, text: &'d str, span: Span) {
        long_words(text).into_iter().for_each(|(_, word)| self.word(word, span));
        match role {
            Role::Symbol => self.length("the symbol", text, CHARACTERS, span),
            Role::Chart => self.length("the text of the chart", text, OF_COLUMN, span),
            _ => {}
        }
    }
}

/// Returns the text of a run; of what is no text, a space.
fn text_of(run: &Run) -> &str {
    match run {
        Run::Text(text) => &text.text,
        Run::Note(_) | Run::Comment(_) | Run::Equation(_) | Run::Break => " ",
    }
}

/// Returns the place of the run with byte `at` of the line, narrowed to at most `length` bytes.
fn place(runs: &[Run], at: usize, length: usize) -> Option<Span> {
    let mut start = 0;
    for run in runs {
        let end = start + text_of(run).len();
        match run {
            Run::Text(text) if at < end => return Some(text.span_of(at - start..(at - start + length).min(text.text.len()))),
            _ => start = end,
        }
    }
    None
}

/// Returns the [`words`] of a line that have no room on a line of the page, each with the byte at which it begins.
fn long_words(line: &str) -> Vec<(usize, &str)> {
    // no letter has less than a byte: most lines have no room for such a word between two spaces
    if line.split(' ').all(|piece| piece.len() <= LETTERS) {
        return Vec::new();
    }
    words(line).into_iter().filter(|(_, word)| word.chars().nth(LETTERS).is_some()).collect()
}

/// Returns the words of a line between places where a line can break, each with the byte at which it begins. Scripts that break between any two letters, or by
/// the words of a dictionary, have none.
fn words(line: &str) -> Vec<(usize, &str)> {
    let is_space = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let breaks = |c: char| {
        c >= '\u{e00}' && !matches!(c, '\u{2010}'..='\u{206f}')
            || matches!(c, '-' | '/' | '?' | '–' | '—' | '\u{200b}' | '\u{ad}')
    };
    let mut found = Vec::new();
    for piece in line.split(is_space) {
        // an address is broken at its signs too
        let is_address = piece.contains("://");
        let words = piece.split(|c: char| breaks(c) || is_address && !c.is_alphanumeric());
        found.extend(words.map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_a_line_can_break() {
        let found = |line| words(line).into_iter().map(|(_, word)| word).filter(|word| !word.is_empty()).collect::<Vec<_>>();
        assert_eq!(found("ab\u{a0}c d-e/f…g"), ["ab\u{a0}c", "d", "e", "f…g"]);
        assert_eq!(found("https://a.b/c?d=e_f 中文字 x"), ["https", "a", "b", "c", "d", "e", "f", "x"]);
        assert_eq!(words("a bc").last(), Some(&(2, "bc")));
    }

    #[test]
    fn long_words_are_counted_in_letters() {
        let (most, more) = ("é".repeat(LETTERS), "é".repeat(LETTERS + 1));
        for (line, expected) in [
            (format!("a {most}"), vec![]),
            (format!("a {more} b"), vec![(2, more.as_str())]),
            (format!("{most}-{most}"), vec![]),
            (format!("a\u{2003}{more}"), vec![(4, more.as_str())]),
        ] {
            assert_eq!(long_words(&line), expected);
        }
    }
}
