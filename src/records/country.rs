//! Countries: their names in a running text, and the neutral order in which ITU lists them.

use super::topic::Label;
use crate::assets::Assets;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::{Decode, Entries, parse};
use std::collections::HashMap;

/// All countries, in the French alphabetical order of their long names, which is ITU's neutral order.
#[derive(Debug, Default)]
pub struct Countries {
    /// The position in the neutral order and the names of each country, by its code.
    by_code: HashMap<String, (usize, Label)>,
}

impl Countries {
    /// Reads `countries.yaml`, whose order is the neutral one; if the file is damaged, there are no countries.
    pub fn load(assets: &Assets) -> Self {
        let mut sources = Sources::default();
        let file = sources.add("countries.yaml", assets.text("countries.yaml").unwrap_or_default());
        let mut report = Diagnostics::new();
        let entries = parse(&sources, file, &mut report).and_then(|node| Entries::<Label>::decode(&node, &mut report));
        let entries = entries.unwrap_or_default();
        let numbered = entries.iter().enumerate().map(|(at, (code, label))| (code.value.clone(), (at, label.clone())));
        Self { by_code: numbered.collect() }
    }

    /// Returns the name of the country with this ISO 3166 code of three letters, in the language with the code `language`.
    pub fn name(&self, code: &str, language: &str) -> Option<&str> {
        self.by_code.get(code).map(|(_, label)| label.in_language(language).value.as_str())
    }

    /// Returns the position of a country in the neutral order; `usize::MAX` for a code that is not a country's, and for `None`.
    pub fn order(&self, code: Option<&str>) -> usize {
        code.and_then(|code| self.by_code.get(code)).map_or(usize::MAX, |(at, _)| *at)
    }

    /// Returns the codes of all countries, in no fixed order.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }
}
