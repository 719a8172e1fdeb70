//! Fonts: those in the binary; others only when asked for, because the output must not depend on the machine.

use crate::assets::Assets;
use std::path::PathBuf;
use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

/// Which fonts besides the embedded ones may be used.
#[derive(Debug, Clone, Default)]
pub struct FontChoice {
    /// Folders with font files.
    pub folders: Vec<PathBuf>,
    /// Whether the machine's own may be used.
    pub system: bool,
}

/// Fonts by index, as Typst asks for them; the embedded ones first. They are read when the first one is asked for: Word needs none.
pub struct Fonts {
    assets: Assets,
    choice: FontChoice,
    store: OnceLock<FontStore>,
}

impl Fonts {
    /// The embedded fonts and those that are chosen besides.
    pub fn new(assets: &Assets, choice: &FontChoice) -> Self {
        Self { assets: assets.clone(), choice: choice.clone(), store: OnceLock::new() }
    }

    /// Whether others than the embedded ones may be used.
    pub fn are_chosen(&self) -> bool {
        self.choice.system || !self.choice.folders.is_empty()
    }

    fn store(&self) -> &FontStore {
        self.store.get_or_init(|| load(&self.assets, &self.choice))
    }

    /// What Typst knows of them.
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store().book()
    }

    /// The font with this index.
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store().font(index)
    }

    /// Whether any font has a glyph for the character.
    pub fn covers(&self, c: char) -> bool {
        let book = self.book();
        (0..).map_while(|index| book.info(index)).any(|info| info.coverage.contains(c as u32))
    }
}

fn load(assets: &Assets, choice: &FontChoice) -> FontStore {
    let mut store = FontStore::new();
    for name in assets.names("fonts", ".ttf") {
        let bytes = assets.bytes(&format!("fonts/{name}.ttf")).unwrap_or_default();
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
