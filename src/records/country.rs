//! Countries: how a running text names them, and the neutral order in which ITU lists them.

use super::topic::Label;
use crate::assets::Assets;
use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use crate::yaml::{Decode, Entries, parse};
use std::collections::HashMap;

/// All countries, in the French alphabetical order of their long names, which is ITU's neutral order.
#[derive(Debug, Default)]
pub struct Countries {
    by_code: HashMap<String, (usize, Label)>,
}

impl Countries {
    /// Reads `countries.yaml`; its order is the neutral one.
    pub fn load(assets: &Assets) -> Self {
        let mut sources = Sources::default();
        let file = sources.add("countries.yaml", assets.text("countries.yaml").unwrap_or_default());
        let mut report = Diagnostics::new();
        let entries = parse(&sources, file, &mut report).and_then(|node| Entries::<Label>::decode(&node, &mut report));
        let entries = entries.unwrap_or_default();
        let numbered = entries.iter().enumerate().map(|(at, (code, label))| (code.value.clone(), (at, label.clone())));
        Self { by_code: numbered.collect() }
    }

    /// The name of the country with this code of three letters.
    pub fn name(&self, code: &str, language: &str) -> Option<&str> {
        self.by_code.get(code).map(|(_, label)| label.in_language(language).value.as_str())
    }

    /// Its place in the neutral order; those that are not countries come last.
    pub fn order(&self, code: Option<&str>) -> usize {
        code.and_then(|code| self.by_code.get(code)).map_or(usize::MAX, |(at, _)| *at)
    }

    /// All codes.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }
}
