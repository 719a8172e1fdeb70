//! House styles: page, type and habits of an office, from `templates/houses/<name>.yaml`. PDF and Word take the same measures from here.

mod colour;
mod series;

pub use colour::Colour;
pub use series::{Pattern, SeriesStyle};

use crate::assets::Assets;
use crate::diagnostic::{Diagnostics, render};
use crate::source::{Sources, Text};
use crate::yaml::{Decode, parse};
use crate::{choice, record};

record! {
    /// The page, in twips.
    pub struct Page as "page" {
        /// Its width.
        pub width: u32,
        /// Its height.
        pub height: u32,
        /// Margin at the top.
        pub top: u32,
        /// Margin at the bottom.
        pub bottom: u32,
        /// Margin at the left.
        pub left: u32,
        /// Margin at the right.
        pub right: u32,
        /// From the top of the page to the header.
        pub header: u32,
        /// From the footer to the bottom of the page.
        pub footer: u32,
    }
}

impl Page {
    /// The width of the text, in twips.
    pub fn text_width(&self) -> u32 {
        self.width.saturating_sub(self.left + self.right)
    }

    /// The height of the text, in twips.
    pub fn text_height(&self) -> u32 {
        self.height.saturating_sub(self.top + self.bottom)
    }

    /// The width of the text on a landscape page, in twips.
    pub fn landscape_width(&self) -> u32 {
        self.width.max(self.height).saturating_sub(self.left + self.right)
    }
}

record! {
    /// The type.
    pub struct Font as "font" {
        /// The family that Word is told to use.
        pub word: Text,
        /// The family of the same measures that the PDF embeds.
        pub pdf: Text,
        /// The size, in half points.
        pub size: u32,
    }
}

record! {
    /// White space before paragraphs and headings, in twips.
    pub struct Spacing as "spacing" {
        /// Before a paragraph.
        pub paragraph: u32,
        /// Before a heading, by level.
        pub heading: Vec<u32>,
    }
}

choice! {
    /// What the masthead shows of a symbol.
    pub enum SymbolForm {
        /// `Document C22/8-E`
        Full = "full",
        /// `Document 62-E`: the session is named above.
        Number = "number",
    }
}

choice! {
    /// How the masthead shows the agenda item.
    pub enum AgendaForm {
        /// `Agenda item: PL 1.1`
        Labelled = "labelled",
        /// As the author gives it: `PLENARY MEETING`.
        Bare = "bare",
    }
}

record! {
    /// The masthead.
    pub struct Masthead as "masthead" {
        /// What it shows of the symbol.
        pub symbol: SymbolForm,
        /// How it shows the agenda item.
        pub agenda_item: AgendaForm,
        /// The symbol in the running header, with `{symbol}` and `{suffix}`, the letter of the language.
        pub header: Text,
    }
}

record! {
    /// What a marked cell of a table shows.
    pub struct Mark as "mark" {
        /// The sign: a colour alone says nothing to many readers.
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
        /// The type.
        pub font: Font,
        /// White space.
        pub spacing: Spacing,
        /// Where text begins after a number, in twips.
        pub hanging: u32,
        /// The indent of each further level of a list, in twips.
        pub step: u32,
        /// What marks the bullets of each level.
        pub bullets: Vec<Text>,
        /// The masthead; without it there is none, and the date stands above the title.
        pub masthead: Option<Masthead>,
        /// The line with the page's number, with `{page}` and `{pages}`, the number of them all.
        pub page_number: Text,
        /// The footer of the first page.
        pub footer: Option<Text>,
        /// Whether a line marks the end of the document.
        pub end_line: bool,
        /// Whether there is a table of contents.
        pub contents: bool,
        /// What marks of each strength look like, from the weakest.
        pub marks: Vec<Mark>,
        /// What the series of a chart look like, in their order.
        pub series: Vec<SeriesStyle>,
    }
}

/// Why a house style can't be used.
#[derive(Debug)]
pub enum Fault {
    /// There is none of this name.
    Unknown,
    /// Its file is not what it should be; the messages.
    Damaged(String),
}

impl House {
    /// Loads the house style `name`.
    pub fn load(assets: &Assets, name: &str) -> Result<Self, Fault> {
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let path = format!("houses/{name}.yaml");
        let text = assets.text(&path).filter(|_| plain).ok_or(Fault::Unknown)?;
        let mut sources = Sources::default();
        let file = sources.add(path, text);
        let mut report = Diagnostics::new();
        let house = parse(&sources, file, &mut report).and_then(|node| Self::decode(&node, &mut report));
        match house {
            Ok(house) if report.is_empty() => Ok(house),
            _ => Err(Fault::Damaged(render::render(&report, &sources, Default::default(), false))),
        }
    }

    /// The names of all house styles.
    pub fn names(assets: &Assets) -> Vec<String> {
        assets.names("houses", ".yaml")
    }

    /// The mark of a strength, from 1, and its number; one that is stronger than all is the strongest.
    pub fn mark(&self, strength: u8) -> Option<(u8, &Mark)> {
        let number = usize::from(strength).clamp(1, self.marks.len().max(1));
        self.marks.get(number - 1).map(|mark| (number as u8, mark))
    }

    /// The look of a chart's series, from 0; where there are no more, the first comes again.
    pub fn series(&self, at: usize) -> SeriesStyle {
        let style = self.series.get(at % self.series.len().max(1));
        style.cloned().unwrap_or_default()
    }

    /// What marks a bullet at this level, from 0.
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
