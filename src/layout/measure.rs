//! Measures lines of text: how wide the whole line is, and the widest pieces of it that should not, or must not, be divided.

use crate::house::House;
use crate::resolved::{Run, Text};

/// The most letters of a figure or a symbol that must not be divided; whatever is longer is longer than a column can be.
const LONGEST_FIRM: usize = 40;
/// The width of the mark of a footnote, in thousandths of the type size.
const NOTE_MARK: u32 = 400;
/// The first character of the scripts of East Asia, whose lines may end after any sign.
const FIRST_WIDE: char = '\u{2e80}';

/// The width of a line, in twips.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Line {
    /// The width of the whole line.
    pub whole: u32,
    /// The width of the widest piece that has no place to break it: a word, a symbol, a figure.
    pub word: u32,
    /// The width of the widest piece that must not be divided: a symbol, a figure.
    pub firm: u32,
}

impl Line {
    /// Returns the line with `room` more for each of its parts, as an indent takes it.
    pub fn indented(self, room: u32) -> Self {
        let with = |width: u32| if self.whole == 0 { 0 } else { width.saturating_add(room) };
        Self {
            whole: with(self.whole),
            word: with(self.word),
            firm: if self.firm == 0 { 0 } else { self.firm.saturating_add(room) },
        }
    }
}

/// A type in which lines are measured.
#[derive(Clone, Copy)]
pub struct Type<'h> {
    /// The house style, which says which font it is.
    pub house: &'h House,
    /// The type size, in twips.
    pub size: u32,
}

impl Type<'_> {
    /// Returns the widths of a line; of several if line breaks are forced in it.
    pub fn lines(&self, runs: &[Run], bold: bool) -> Vec<Line> {
        let mut ruler = Ruler { of: *self, bold, lines: vec![Line::default()], piece: Piece::default() };
        for run in runs {
            match run {
                Run::Text(text) => ruler.text(text),
                Run::Note(_) => ruler.piece.width += NOTE_MARK,
                Run::Equation(equation) => ruler.equation(&equation.math.linear()),
                Run::Comment(_) => {}
                Run::Break => ruler.end_line(),
            }
        }
        ruler.end_piece();
        ruler.lines
    }

    /// Returns a width in twips.
    pub fn twips(&self, thousandths: u32) -> u32 {
        (u64::from(thousandths) * u64::from(self.size)).div_ceil(1000).min(u64::from(u32::MAX)) as u32
    }
}

/// A piece of a line without a place to break it, as far as it is read.
#[derive(Default)]
struct Piece {
    /// The width, in thousandths of the type size.
    width: u32,
    letters: usize,
    firm: bool,
    /// True if the piece belongs to an address of the web, which may be broken after each `/`.
    address: bool,
}

/// The measuring of one line.
struct Ruler<'h> {
    of: Type<'h>,
    bold: bool,
    lines: Vec<Line>,
    piece: Piece,
}

impl Ruler<'_> {
    fn text(&mut self, text: &Text) {
        let mut before = ' ';
        for (at, letter) in text.text.char_indices() {
            let after = &text.text[at + letter.len_utf8()..];
            let next = after.chars().next().unwrap_or(' ');
            let width = self.of.house.letter_width(letter, self.bold || text.strong);
            let within_figure = before.is_ascii_digit() && next.is_ascii_digit();
            if matches!(letter, ' ' | '\t') && !text.unbroken && !within_figure {
                self.end_piece();
                self.piece.address = false;
                let space = self.of.twips(width);
                self.line().whole = self.line().whole.saturating_add(space);
            } else {
                self.letter(letter, width, text.unbroken);
                self.piece.address |= before == '/' && letter == '/';
            }
            if !text.unbroken && self.may_break_after(before, letter, after) {
                self.end_piece();
            }
            before = letter;
        }
    }

    /// Adds an equation, which is not divided. Written in one line it is at least as wide as it is set.
    fn equation(&mut self, linear: &str) {
        linear.chars().for_each(|letter| self.letter(letter, self.of.house.letter_width(letter, self.bold), true));
    }

    fn letter(&mut self, letter: char, width: u32, unbroken: bool) {
        self.piece.width = self.piece.width.saturating_add(width);
        self.piece.letters += 1;
        self.piece.firm |= unbroken || letter.is_numeric();
    }

    fn may_break_after(&self, before: char, letter: char, after: &str) -> bool {
        let next = after.chars().next().unwrap_or(' ');
        match letter {
            '/' => self.piece.address && next.is_alphabetic(),
            '-' | '–' | '—' if before.is_alphabetic() && next.is_alphabetic() => !self.piece.firm && !is_symbol(after),
            _ => letter >= FIRST_WIDE,
        }
    }

    fn line(&mut self) -> &mut Line {
        self.lines.last_mut().expect("there is a line from the beginning")
    }

    fn end_piece(&mut self) {
        let address = self.piece.address;
        let piece = std::mem::replace(&mut self.piece, Piece { address, ..Piece::default() });
        let width = self.of.twips(piece.width);
        let firm = if piece.firm && !address && piece.letters <= LONGEST_FIRM { width } else { 0 };
        let line = self.line();
        *line = Line { whole: line.whole.saturating_add(width), word: line.word.max(width), firm: line.firm.max(firm) };
    }

    fn end_line(&mut self) {
        self.end_piece();
        self.lines.push(Line::default());
    }
}

/// Says whether a word of which this is the rest has figures, as symbols have.
fn is_symbol(rest: &str) -> bool {
    rest.chars().take_while(|letter| *letter != ' ').any(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn measured(runs: &[Run]) -> Vec<Line> {
        let house = House::load(&Assets::default(), "itu-council").expect("a house style of ours");
        Type { house: &house, size: 1000 }.lines(runs, false)
    }

    fn run(text: &str) -> Run {
        Run::Text(Text { text: text.into(), ..Text::default() })
    }

    fn line(text: &str) -> Line {
        measured(&[run(text)])[0]
    }

    #[test]
    fn words_may_be_divided_and_figures_not() {
        for text in ["1 234 567", "(3 456.7)", "-12.5", "2024-2027", "37/7(Rev.1)", "S22-CL-C-0008", "CWG-WSIS&SDG-37/7(Rev.1)"] {
            let Line { whole, word, firm } = line(text);
            assert_eq!([word, firm], [whole; 2], "{text}");
        }
        for text in ["Estimates", "follow-up", "Vice-Chairman"] {
            assert_eq!(line(text).firm, 0, "{text}");
        }
        assert_eq!(line("Vice-Chairman").word, line("Chairman").whole, "after a hyphen between letters a line may end");
        assert_eq!(line("of 1 234 francs").word, line("francs").whole.max(line("1 234").whole), "the longest piece");
        assert_eq!(line("12 months of work").firm, line("12").whole);
    }

    #[test]
    fn what_is_unbroken_is_one_piece_with_what_touches_it() {
        let symbol = Run::Text(Text { text: "CWG-WSIS&SDG".into(), unbroken: true, ..Text::default() });
        let all = measured(&[run("see ("), symbol, run("), and")])[0];
        assert_eq!(all.firm, line("(CWG").whole + line("-WSIS&SDG),").whole);
    }

    #[test]
    fn addresses_and_what_is_longer_than_a_column_can_be_are_not_firm() {
        let address = line("https://www.itu.int/council/groups/2022/documents");
        assert!(address.firm == 0 && address.word < address.whole / 2, "{address:?}");
        assert_eq!(line(&"12345678".repeat(6)).firm, 0);
    }

    #[test]
    fn a_forced_line_break_makes_two_lines() {
        let lines = measured(&[run("one"), Run::Break, run("three")]);
        assert_eq!(lines, [line("one"), line("three")]);
    }
}
