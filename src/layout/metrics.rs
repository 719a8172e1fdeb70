//! Measures by which pages are laid out, in twips if nothing else is said. How wide letters are is in [`super::measure`].

use crate::house::House;

/// The width that a text of several words needs at least, in thousandths of the type size: about a dozen letters.
pub const NARROWEST_TEXT: u32 = 6000;
/// The width of the shortest part of a divided word, in thousandths of the type size: about six letters.
pub const SHORTEST_PART: u32 = 3000;
/// What a cell has more than its text takes, since letters may be set a little apart.
pub const SLACK: u32 = 20;
/// How much wider than its text a column may be: half a centimetre.
pub const AIR: u32 = 283;
/// Tables that take at least this part of the room, numerator and denominator, fill it.
pub const FULL: (u64, u64) = (4, 5);
/// More than any page is wide, and little enough to be added up.
pub const WIDEST: u32 = 100_000;
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

/// Returns the type size of tables in usual or in small type.
pub fn type_size(house: &House, dense: bool) -> u32 {
    house.font.size * 10 * if dense { 9 } else { 11 } / 12
}

/// Returns the margins of a cell at the left and right together, in usual or in small type. The styles of tables in Word and Typst have the same.
pub fn cell_margins(dense: bool) -> u32 {
    if dense { 80 } else { 216 }
}

/// Returns the sum of widths.
pub fn total(widths: impl Iterator<Item = u32>) -> u32 {
    widths.fold(0, u32::saturating_add)
}
