//! Estimates of how much room words take, in twips unless it is said otherwise. None of them looks at a font.

use crate::house::House;

/// The narrowest column in which words are not torn apart: 1.9 cm.
pub const NARROWEST_COLUMN: u32 = 1077;
/// The narrowest column in which the usual type of tables has room: 1.4 cm.
pub const NARROWEST_USUAL_COLUMN: u32 = 794;
/// About how many letters a line of a table has on an upright page.
pub const LETTERS_OF_A_TABLE: usize = 80;
/// The most lines of a table that is kept on one page: a third of it.
pub const LINES_OF_A_SHORT_TABLE: usize = 16;
/// The width of a letter of a label in a chart: of 8 points.
pub const LETTER_OF_A_LABEL: usize = 80;
/// The least height of a bar with its figure: 8 points.
pub const LEAST_BAR: usize = 160;
/// What a chart needs of a page besides its bars: axis, legend and caption.
pub const AROUND_CHART: u32 = 2800;
/// The width of a figure (all have the same), as a share of the size.
pub const FIGURE: f64 = 0.507;

/// About how many letters a line of a table takes in a width: a letter is, on the average, as wide as half its size, which is eleven twelfths of the
/// body's.
pub fn letters_of_a_line(house: &House, width: u32) -> usize {
    let letter = house.font.size * 10 * 11 / 12 / 2;
    (width / letter.max(1)) as usize
}
