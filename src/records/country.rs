//! Countries and regional groups of countries: their names in a running text, and the neutral order in which ITU lists countries.

use super::topic::Label;
use crate::assets::Assets;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::{Decode, Entries, parse};
use std::collections::HashMap;

/// All countries, in the French alphabetical order of their long names, which is ITU's neutral order, and their regional groups.
#[derive(Debug, Default)]
pub struct Countries {
    /// The position in the neutral order and the names of each country, by its code.
    by_code: HashMap<String, (usize, Label)>,
    /// The names of countries in formal places, where they are others, by code.
    formal: Entries<Label>,
    /// The names of the regional groups, by their acronyms.
    groups: Entries<Label>,
}

impl Countries {
    /// Reads `countries.yaml`, whose order is the neutral one, and the files beside it; of a damaged file nothing is read.
    pub fn load(assets: &Assets) -> Self {
        let entries = labels(assets, "countries.yaml");
        let numbered = entries.iter().enumerate().map(|(at, (code, label))| (code.value.clone(), (at, label.clone())));
        Self {
            by_code: numbered.collect(),
            formal: labels(assets, "formal-names.yaml"),
            groups: labels(assets, "regional-groups.yaml"),
        }
    }

    /// Returns the name of the country with this ISO 3166 code of three letters, in the language with the code `language`.
    pub fn name(&self, code: &str, language: &str) -> Option<&str> {
        self.by_code.get(code).map(|(_, label)| label.in_language(language).value.as_str())
    }

    /// Returns the name of a country for formal places, with the article that it has in a sentence: `the Republic of Belarus`.
    pub fn formal_name(&self, code: &str, language: &str) -> Option<&str> {
        let formal = self.formal.get(code).map(|label| label.in_language(language).value.as_str());
        formal.or_else(|| self.name(code, language))
    }

    /// Returns the name of the regional group with this acronym, without an article.
    pub fn group(&self, acronym: &str, language: &str) -> Option<&str> {
        self.groups.get(acronym).map(|label| label.in_language(language).value.as_str())
    }

    /// Returns the position of a country in the neutral order; `usize::MAX` for a code that is not a country's, and for `None`.
    pub fn order(&self, code: Option<&str>) -> usize {
        code.and_then(|code| self.by_code.get(code)).map_or(usize::MAX, |(at, _)| *at)
    }

    /// Returns the codes of all countries, in no fixed order.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }

    /// Returns the acronyms of all regional groups.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|(acronym, _)| acronym.value.as_str())
    }
}

/// Reads a file of names by code; if it is damaged, there are none.
fn labels(assets: &Assets, path: &str) -> Entries<Label> {
    let mut sources = Sources::default();
    let file = sources.add(path, assets.text(path).unwrap_or_default());
    let mut report = Diagnostics::new();
    let entries = parse(&sources, file, &mut report).and_then(|node| Entries::<Label>::decode(&node, &mut report));
    entries.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formal_names_are_those_of_countries() {
        let countries = Countries::load(&Assets::default());
        assert!(countries.formal.iter().all(|(code, _)| countries.name(&code.value, "en").is_some()));
        assert_eq!(countries.formal_name("BLR", "en"), Some("the Republic of Belarus"));
        assert_eq!(countries.formal_name("JPN", "en"), Some("Japan"));
        assert!(countries.groups().all(|acronym| countries.name(acronym, "en").is_none()));
        assert_eq!(countries.groups().count(), 6);
    }
}
