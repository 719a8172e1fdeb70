//! Services that all documents are made with: countries, languages, house styles, fonts. Each is loaded when it is first asked for, and
//! then kept.

use crate::assets::Assets;
use crate::house::{self, House};
use crate::language::{self, Language};
use crate::records::country::Countries;
use crate::records::registry::Registry;
use crate::source::Text;
use crate::text::symbol::SymbolReader;
use crate::web::WebAddress;
use crate::writer::pdf::{FontChoice, Fonts};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The templates and fonts, and what is loaded from the templates: countries, languages by code, house styles by name.
pub struct Services {
    /// The files of templates that everything else is loaded from.
    pub assets: Assets,
    /// The fonts that a PDF may use.
    pub fonts: Fonts,
    countries: OnceLock<Arc<Countries>>,
    languages: Mutex<BTreeMap<String, Arc<Language>>>,
    houses: Mutex<BTreeMap<String, Arc<House>>>,
    /// The grammar of symbols for the dossier that was read last, with the names that it was made from.
    symbols: Mutex<Option<(Names, Arc<SymbolReader>)>>,
}

/// The names that the grammar of symbols is made from: the id of the dossier's own body; for each body the id, the acronym,
/// earlier acronyms and the web page.
type Names = (Option<String>, Vec<(String, String, Vec<String>, Option<WebAddress>)>);

impl Services {
    /// Returns services that have loaded nothing yet.
    pub fn new(assets: Assets, fonts: &FontChoice) -> Self {
        let fonts = Fonts::new(&assets, fonts);
        Self {
            assets,
            fonts,
            countries: OnceLock::new(),
            languages: Mutex::default(),
            houses: Mutex::default(),
            symbols: Mutex::default(),
        }
    }

    /// Returns the countries of the world.
    pub fn countries(&self) -> &Arc<Countries> {
        self.countries.get_or_init(|| Arc::new(Countries::load(&self.assets)))
    }

    /// Returns the language with this code.
    ///
    /// # Errors
    /// The language is unknown, or its file is damaged.
    pub fn language(&self, code: &str) -> Result<Arc<Language>, language::Fault> {
        kept(&self.languages, code, || Language::load(&self.assets, code, self.countries().clone()))
    }

    /// Returns the house style of this name.
    ///
    /// # Errors
    /// The house style is unknown, or its file is damaged.
    pub fn house(&self, name: &str) -> Result<Arc<House>, house::Fault> {
        kept(&self.houses, name, || House::load(&self.assets, name))
    }
}

impl Services {
    /// Returns the grammar of the symbols of a dossier, which is made again only if the bodies of the dossier change.
    pub fn symbols(&self, registry: &Registry) -> Arc<SymbolReader> {
        let names = names(registry);
        let mut kept = self.symbols.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, symbols)) = kept.as_ref().filter(|(known, _)| *known == names) {
            return symbols.clone();
        }
        let symbols = Arc::new(SymbolReader::of(registry));
        *kept = Some((names, symbols.clone()));
        symbols
    }
}

fn names(registry: &Registry) -> Names {
    let text = |text: &Text| text.value.clone();
    let bodies = registry.bodies.iter().map(|(id, body)| {
        let formerly = body.formerly.iter().map(|name| text(name));
        (text(id), text(&body.acronym), formerly.collect(), body.page.clone())
    });
    (registry.body.as_ref().map(text), bodies.collect())
}

/// Returns the value that is kept under `key`, or loads and keeps it. A failure to load is not kept.
fn kept<T, E>(all: &Mutex<BTreeMap<String, Arc<T>>>, key: &str, load: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
    // a thread that panicked while loading has not changed the map
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.get(key) {
        return Ok(known.clone());
    }
    let loaded = Arc::new(load()?);
    all.insert(key.into(), loaded.clone());
    Ok(loaded)
}
