//! House styles: the page, type and habits of an office, read from `templates/houses/<name>.yaml`. PDF and Word take the same measures from here.
//!
//! Lengths are in twips (a twentieth of a point), sizes of type in half points, as in Word's own files.

mod colour;
mod letters;
mod series;

pub use colour::Colour;
pub use series::{Pattern, SeriesStyle};

use crate::assets::Assets;
use crate::date::Date;
use crate::diagnostic::{Diagnostics, render};
use crate::document::NumberPattern;
use crate::source::{Sources, Spanned, Text};
use crate::yaml::{Decode, parse};
use crate::{choice, record};

record! {
    /// The page, in twips.
    pub struct Page as "page" {
        /// Width of the page.
        pub width: u32,
        /// Height of the page.
        pub height: u32,
        /// Margin at the top.
        pub top: u32,
        /// Margin at the bottom.
        pub bottom: u32,
        /// Margin at the left.
        pub left: u32,
        /// Margin at the right.
        pub right: u32,
        /// Distance from the top of the page to the header.
        pub header: u32,
        /// Distance from the footer to the bottom of the page.
        pub footer: u32,
    }
}

impl Page {
    /// Returns the width of the text, in twips.
    pub fn text_width(&self) -> u32 {
        self.width.saturating_sub(self.left + self.right)
    }

    /// Returns the height of the text, in twips.
    pub fn text_height(&self) -> u32 {
        self.height.saturating_sub(self.top + self.bottom)
    }

    /// Returns the width of the text on a landscape page, in twips.
    pub fn landscape_width(&self) -> u32 {
        self.width.max(self.height).saturating_sub(self.left + self.right)
    }
}

record! {
    /// The fonts and the size of the text.
    pub struct Font as "font" {
        /// The font family that Word is told to use.
        pub word: Text,
        /// The font family, with letters of the same widths, that the PDF embeds.
        pub pdf: Text,
        /// The size of the text, in half points.
        pub size: u32,
    }
}

record! {
    /// White space before paragraphs and headings, in twips.
    pub struct Spacing as "spacing" {
        /// White space before a paragraph.
        pub paragraph: u32,
        /// White space before a heading, for each level from the first.
        pub heading: Vec<u32>,
    }
}

choice! {
    /// How much of the symbol the masthead shows.
    pub enum SymbolForm {
        /// The full symbol: `Document C22/8-E`
        Full = "full",
        /// Only the number, since the session is named above: `Document 62-E`
        Number = "number",
    }
}

choice! {
    /// How the masthead shows the agenda item.
    pub enum AgendaForm {
        /// With a label: `Agenda item: PL 1.1`
        Labelled = "labelled",
        /// As the author writes it: `PLENARY MEETING`
        Bare = "bare",
    }
}

record! {
    /// The masthead at the top of the first page.
    pub struct Masthead as "masthead" {
        /// How much of the symbol is shown.
        pub symbol: SymbolForm,
        /// How the agenda item is shown.
        pub agenda_item: AgendaForm,
        /// The running header, in which `{symbol}` stands for the symbol and `{suffix}` for the letter of the language.
        pub header: Text,
    }
}

record! {
    /// The look of a marked cell of a table.
    pub struct Mark as "mark" {
        /// The sign in the cell, because many readers can't tell cells apart by colour alone.
        pub sign: Text,
        /// The shade of the cell, light enough for black words: `#D6E4F2`.
        pub shade: Colour,
    }
}

record! {
    /// A house style.
    pub struct House as "house style" {
        /// The page.
        pub page: Page,
        /// The fonts and the size of the text.
        pub font: Font,
        /// White space before paragraphs and headings.
        pub spacing: Spacing,
        /// The indent of the text after a number, in twips.
        pub hanging: u32,
        /// The additional indent of each further level of a list, in twips.
        pub step: u32,
        /// What the numbers of clauses look like at each level, unless the submission says so: `"{1}"`, `"{1}.{2}"`, `"{a})"`. A level that has no
        /// pattern shows the counts of all levels with points between them.
        pub numbers: Vec<NumberPattern>,
        /// The sign of a bullet, for each level from the first.
        pub bullets: Vec<Text>,
        /// The masthead. Without it, the first page has none and the date stands above the title.
        pub masthead: Option<Masthead>,
        /// The line with the number of the page, in which `{page}` stands for the number and `{pages}` for the number of all pages.
        pub page_number: Text,
        /// The footer of the first page.
        pub footer: Option<Text>,
        /// Whether a line marks the end of the document.
        pub end_line: bool,
        /// Whether reports have a box on the first page, as they have unless this says `false`. A box that an author gives is shown in any case.
        pub boxed: Option<bool>,
        /// The last day on which documents call the chair of a body "Chairman"; without it, none does.
        pub chairman_until: Option<Spanned<Date>>,
        /// Whether there is a table of contents.
        pub contents: bool,
        /// Whether annexes begin below what is before them, not on a page of their own, unless an annex says otherwise.
        pub annexes_run_on: Option<bool>,
        /// The look of marked cells, from the weakest mark to the strongest.
        pub marks: Vec<Mark>,
        /// The look of the series of a chart, in the order of the series.
        pub series: Vec<SeriesStyle>,
    }
}

/// Why a house style can't be used.
#[derive(Debug)]
pub enum Fault {
    /// There is no house style of this name.
    Unknown,
    /// The file of the house style is faulty; the text is the messages.
    Damaged(String),
}

impl House {
    /// Loads the house style `name`.
    ///
    /// # Errors
    /// [`Fault::Unknown`] if there is no such house style, [`Fault::Damaged`] if its file can't be read without a message.
    pub fn load(assets: &Assets, name: &str) -> Result<Self, Fault> {
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let path = format!("houses/{name}.yaml");
        let text = assets.text(&path).filter(|_| plain).ok_or(Fault::Unknown)?;
        let mut sources = Sources::default();
        let file = sources.add(path, text);
        let mut report = Diagnostics::new();
        let house = parse(&sources, file, &mut report).and_then(|node| Self::decode(&node, &mut report));
        house.iter().for_each(|house| NumberPattern::check(&house.numbers, &mut report));
        match house {
            Ok(house) if report.is_empty() => Ok(house),
            _ => Err(Fault::Damaged(render::render(&report, &sources, Default::default(), false, false))),
        }
    }

    /// Returns the names of all house styles, sorted.
    pub fn names(assets: &Assets) -> Vec<String> {
        assets.names("houses", ".yaml")
    }

    /// Returns the number and the look of the mark of this strength, counted from 1. A greater strength than the house style knows gets the strongest mark.
    pub fn mark(&self, strength: u8) -> Option<(u8, &Mark)> {
        let number = usize::from(strength).clamp(1, self.marks.len().max(1));
        self.marks.get(number - 1).map(|mark| (number as u8, mark))
    }

    /// Returns the look of a chart's series, counted from 0. After the last look of the house style the first one comes again.
    pub fn series(&self, at: usize) -> SeriesStyle {
        let style = self.series.get(at % self.series.len().max(1));
        style.cloned().unwrap_or_default()
    }

    /// Returns the sign of a bullet at this level, counted from 0. Levels deeper than the house style knows have the sign of the last one.
    pub fn bullet(&self, level: usize) -> &str {
        self.bullets.get(level).or(self.bullets.last()).map_or("•", |bullet| &bullet.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_are_told_apart_without_colour() {
        let assets = Assets::default();
        for name in House::names(&assets) {
            let house = House::load(&assets, &name).expect("a house style of ours");
            let styles: Vec<SeriesStyle> = (0..6).map(|at| house.series(at)).collect();
            for (at, one) in styles.iter().enumerate() {
                assert!(one.fill.contrast(one.words()) >= 4.5, "{name}: figures on series {at}");
                for other in &styles[..at] {
                    let apart = one.pattern != other.pattern || one.fill.contrast(other.fill) >= 1.5;
                    assert!(apart, "{name}: {one:?} and {other:?} are the same in grey");
                }
            }
        }
    }

    #[test]
    fn marks_can_be_read_and_told_apart() {
        let assets = Assets::default();
        for name in House::names(&assets) {
            let house = House::load(&assets, &name).expect("a house style of ours");
            let shades: Vec<Colour> = house.marks.iter().map(|mark| mark.shade).collect();
            assert_eq!(shades.len(), 3, "{name}: marks");
            assert!(shades.iter().all(|shade| shade.contrast(Colour([0; 3])) >= 4.5), "{name}");
            assert!(shades.windows(2).all(|pair| pair[0].luminance() > pair[1].luminance() * 1.15), "{name}: the same in grey");
        }
    }
}
