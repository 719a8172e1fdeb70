//! Estimates of the room that text takes, in twips if nothing else is said. They are averages, so that no font has to be read.

use crate::house::House;

/// The width of the narrowest column in which words need not be divided: 1.9 cm.
pub const NARROWEST_COLUMN: u32 = 1077;
/// The width of the narrowest column in which tables can have their usual type size: 1.4 cm.
pub const NARROWEST_USUAL_COLUMN: u32 = 794;
/// The number of letters in a line of a table on an upright page, roughly.
pub const LETTERS_OF_A_TABLE: usize = 80;
/// The largest number of lines of a table that is kept on one page, which is a third of the page.
pub const LINES_OF_A_SHORT_TABLE: usize = 16;
/// The largest number of lines of a row that is kept on one upright page; on a landscape page half as many.
pub const LINES_OF_A_TALL_ROW: usize = 36;
/// The average width of a letter in a label of a chart, whose type size is 8 points.
pub const LETTER_OF_A_LABEL: usize = 80;
/// The smallest height of a bar with a figure in it: 8 points.
pub const LEAST_BAR: usize = 160;
/// The height that a chart needs besides its bars, for axis, legend and caption.
pub const AROUND_CHART: u32 = 2800;
/// The width of a digit, as a share of the type size; all digits have the same width.
pub const FIGURE: f64 = 0.507;

/// Returns roughly how many letters of a table's text fit in `width` twips. A letter is on average half as wide as the type size
/// of tables, which is eleven twelfths of that of the body.
pub fn letters_of_a_line(house: &House, width: u32) -> usize {
    let letter = house.font.size * 10 * 11 / 12 / 2;
    (width / letter.max(1)) as usize
}

/// Returns the width of a sign in or after a figure, in thousandths of the type size.
pub fn width_of_sign(sign: char) -> u32 {
    match sign {
        '.' | ',' => 252,
        ' ' | '\u{a0}' | '\u{202f}' => 226,
        ')' => 303,
        '%' => 715,
        _ => (FIGURE * 1000.0) as u32,
    }
}
