//! The fonts of a PDF: those in the binary, and others only if a user chooses them, since the output must not depend on the
//! machine.

use crate::assets::Assets;
use std::path::PathBuf;
use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontFlags, FontInfo};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

/// The fonts that may be used besides the embedded ones.
#[derive(Debug, Clone, Default)]
pub struct FontChoice {
    /// Folders with font files.
    pub folders: Vec<PathBuf>,
    /// True if the fonts of the machine may be used.
    pub system: bool,
}

/// The fonts of a process by index, as Typst asks for them; the embedded ones come first. They are read when the first one is
/// asked for, since a DOCX needs none.
pub struct Fonts {
    assets: Assets,
    choice: FontChoice,
    store: OnceLock<FontStore>,
}

impl Fonts {
    /// Returns the embedded and the chosen fonts, without reading them.
    pub fn new(assets: &Assets, choice: &FontChoice) -> Self {
        Self { assets: assets.clone(), choice: choice.clone(), store: OnceLock::new() }
    }

    /// Says whether other fonts than the embedded ones may be used.
    pub fn are_chosen(&self) -> bool {
        self.choice.system || !self.choice.folders.is_empty()
    }

    fn store(&self) -> &FontStore {
        self.store.get_or_init(|| load(&self.assets, &self.choice))
    }

    /// Returns Typst's list of the fonts.
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store().book()
    }

    /// Returns the font with this index, if there is one.
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store().font(index)
    }

    /// Says whether a font has a glyph for the character in a text. Signs of fonts that are made for equations would look strange there.
    pub fn covers(&self, c: char) -> bool {
        self.has(c, |info| !info.flags.contains(FontFlags::MATH))
    }

    /// Says whether any font has a glyph for the character.
    pub fn covers_in_equation(&self, c: char) -> bool {
        self.has(c, |_| true)
    }

    fn has(&self, c: char, counts: impl Fn(&FontInfo) -> bool) -> bool {
        let book = self.book();
        (0..).map_while(|index| book.info(index)).any(|info| counts(info) && info.coverage.contains(c as u32))
    }
}

fn load(assets: &Assets, choice: &FontChoice) -> FontStore {
    let mut store = FontStore::new();
    let files = [".ttf", ".otf"]
        .into_iter()
        .flat_map(|ending| assets.names("fonts", ending).into_iter().map(move |name| format!("fonts/{name}{ending}")));
    for file in files {
        let bytes = assets.bytes(&file).unwrap_or_default();
        for font in Font::iter(Bytes::new(bytes)) {
            let info = font.info().clone();
            store.push((font, info));
        }
    }
    for folder in &choice.folders {
        store.extend(typst_kit::fonts::scan(folder));
    }
    if choice.system {
        store.extend(typst_kit::fonts::system());
    }
    store
}
