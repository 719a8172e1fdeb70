//! The widths of letters. They are those of the font in the binary; the font that Word is told to use has letters of the same widths.

use super::House;
use crate::assets::Assets;
use std::sync::OnceLock;
use ttf_parser::Face;

/// The font family in the binary.
const COMPILED: &str = "Carlito";
/// The number of characters whose widths are looked up once for all: Latin, Greek and Cyrillic letters.
const KEPT: u32 = 0x530;
/// The width of a letter that the font does not have, in thousandths of the type size.
const UNKNOWN: u32 = 600;
/// The first character of the scripts of East Asia, whose signs are as wide as the type is high.
const FIRST_WIDE: char = '\u{2e80}';

impl House {
    /// Returns the width of a character, in thousandths of the type size. With another font than the one in the binary, whose letters
    /// are not known, it is an eighth more, so that words have room in most fonts.
    pub fn letter_width(&self, letter: char, bold: bool) -> u32 {
        let width = Letters::of(bold).width(letter);
        if self.font.pdf.value == COMPILED { width } else { width * 9 / 8 }
    }
}

/// The widths of the letters of one font.
struct Letters {
    face: Option<Face<'static>>,
    kept: Vec<u32>,
}

impl Letters {
    /// Returns the widths of letters of usual or of bold type.
    fn of(bold: bool) -> &'static Self {
        static FONTS: [OnceLock<Letters>; 2] = [OnceLock::new(), OnceLock::new()];
        FONTS[usize::from(bold)].get_or_init(|| Self::load(if bold { "Bold" } else { "Regular" }))
    }

    fn load(weight: &str) -> Self {
        let face = Assets::embedded(&format!("fonts/{COMPILED}-{weight}.ttf")).and_then(|bytes| Face::parse(bytes, 0).ok());
        let mut letters = Self { face, kept: Vec::new() };
        letters.kept = (0..KEPT).map(|code| char::from_u32(code).map_or(0, |letter| letters.looked_up(letter))).collect();
        letters
    }

    fn width(&self, letter: char) -> u32 {
        self.kept.get(letter as usize).copied().unwrap_or_else(|| self.looked_up(letter))
    }

    fn looked_up(&self, letter: char) -> u32 {
        let known = self.face.as_ref().and_then(|face| {
            let width = face.glyph_hor_advance(face.glyph_index(letter)?)?;
            Some((u32::from(width) * 1000).div_ceil(u32::from(face.units_per_em()).max(1)))
        });
        known.unwrap_or(if letter < FIRST_WIDE { UNKNOWN } else { 1000 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Span, Text};

    #[test]
    fn letters_are_as_wide_as_in_the_font() {
        let mut house = House::load(&Assets::default(), "itu-council").expect("a house style of ours");
        let width = |house: &House, letter| house.letter_width(letter, false);
        assert!("0123456789".chars().all(|digit| width(&house, digit) == 507), "all digits have the same width");
        assert!(width(&house, 'i') < width(&house, 'm') && width(&house, 'м') > 400, "of the font");
        assert!(house.letter_width('n', true) > width(&house, 'n'), "bold letters are wider");
        assert_eq!([width(&house, 'ع'), width(&house, '会')], [UNKNOWN, 1000], "letters that the font does not have");
        house.font.pdf = Text::generated("Wide".to_string(), Span::NONE);
        assert_eq!(width(&house, '0'), 507 * 9 / 8, "of another font");
    }
}
