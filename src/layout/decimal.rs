//! Columns whose decimal signs stand below one another: the lines of their cells end with as much room as the longest part after a
//! decimal sign has more than theirs. So they stand in every program, whatever sign and type its reader has set.

use crate::document::Align;
use crate::house::House;
use crate::resolved::{Cell, Run, Table};

/// The width of the mark of a footnote for each of its figures, in thousandths of the type size.
const FIGURE_OF_A_MARK: u32 = 320;

/// The columns of a table that are aligned on the decimal sign.
pub struct Decimals<'s> {
    house: &'s House,
    sign: &'s str,
    /// For each column, whether it is aligned so, and the width of the longest part after the whole numbers of its figures.
    columns: Vec<(bool, u32)>,
}

impl<'s> Decimals<'s> {
    /// Measures the columns of a table in the font of the house style. `sign` is the decimal sign of the language.
    pub fn of(table: &Table, house: &'s House, sign: &'s str) -> Self {
        let columns = table.columns.iter().map(|column| (column.align == Align::Decimal, 0)).collect();
        let mut decimals = Self { house, sign, columns };
        for (at, cell) in table.placed().into_iter().flatten() {
            if decimals.aligns(cell, at) {
                let widest = &mut decimals.columns[at].1;
                *widest = (*widest).max(width_after(&cell.content, house, sign));
            }
        }
        decimals
    }

    /// Returns the room to leave at the end of the lines of a cell that begins at this column, in thousandths of the type size.
    /// What is no figure ends where whole numbers end.
    pub fn room_after(&self, cell: &Cell, column: usize) -> u32 {
        if !self.aligns(cell, column) {
            return 0;
        }
        self.columns[column].1.saturating_sub(width_after(&cell.content, self.house, self.sign))
    }

    fn aligns(&self, cell: &Cell, column: usize) -> bool {
        let decimal = cell.align.map_or(self.columns[column].0, |align| align == Align::Decimal);
        decimal && cell.extent.columns == 1
    }
}

/// Says whether a text is a figure: digits with signs, and no letters.
pub fn is_figure(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit()) && !words.contains(char::is_alphabetic)
}

/// Returns the width of what stands after the whole number of a figure, in thousandths of the type size: the decimals, a
/// parenthesis, a sign of per cent, the marks of footnotes.
fn width_after(runs: &[Run], house: &House, sign: &str) -> u32 {
    let (mut words, mut marks) = (String::new(), 0);
    for run in runs {
        match run {
            Run::Text(text) => words.push_str(&text.text),
            Run::Equation(equation) => words.push_str(&equation.math.linear()),
            Run::Note(note) => marks += note.number.to_string().len() as u32 * FIGURE_OF_A_MARK,
            Run::Comment(_) | Run::Break => {}
        }
    }
    marks + words[end_of_whole_number(&words, sign)..].chars().map(|letter| house.letter_width(letter, false)).sum::<u32>()
}

/// Returns the byte at which the whole number of a figure ends: before its decimal sign, or else after its last digit. A currency
/// may stand before the figure. Of a text that is no figure, that is its end.
fn end_of_whole_number(words: &str, sign: &str) -> usize {
    let digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (words.find(digit), words.rfind(digit)) else { return words.len() };
    if words[first..].contains(char::is_alphabetic) {
        return words.len();
    }
    let begin = if words[..first].ends_with(sign) { first - sign.len() } else { first };
    let mut signs = words[begin..last].match_indices(sign);
    match (signs.next(), signs.next()) {
        // a sign that occurs twice parts thousands
        (Some((at, _)), None) if !sign.is_empty() => begin + at,
        _ => last + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_ends_before_its_decimals() {
        let whole = |words: &'static str, sign: &str| &words[..end_of_whole_number(words, sign)];
        for (words, sign, expected) in [
            ("1 234.50", ".", "1 234"),
            ("1,234", ".", "1,234"),
            ("1.234,5", ",", "1.234"),
            ("1.234.567", ".", "1.234.567"),
            ("(3 456)", ".", "(3 456"),
            ("-0.5 %", ".", "-0"),
            ("12 %", ".", "12"),
            (".5", ".", ""),
            ("-", ".", "-"),
            ("n/a", ".", "n/a"),
            ("CHF 12.50", ".", "CHF 12"),
            ("Fr. 12.50", ".", "Fr. 12"),
            ("12.5 m", ".", "12.5 m"),
            ("", ".", ""),
            ("12", "", "12"),
        ] {
            assert_eq!(whole(words, sign), expected, "{words}");
        }
    }
}
