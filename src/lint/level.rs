//! How much messages matter: as the catalogue says, or as the dossier says.

use super::catalogue;
use crate::diagnostic::{Diagnostics, Severity};
use crate::records::registry::{Check, Level, Registry};
use std::collections::HashMap;

/// The levels that a dossier gives to messages by name. Whoever gathers messages applies them, once, before anything depends on whether there are errors.
pub struct Levels<'a>(HashMap<&'a str, Level>);

impl<'a> Levels<'a> {
    /// The levels of `check: rules:`, for those messages whose level the catalogue lets be changed.
    pub fn of(registry: &'a Registry) -> Self {
        let catalogue = catalogue();
        let is_adjustable = |name: &str| catalogue.iter().any(|entry| entry.name == name && entry.adjustable);
        let levels = registry.check.iter().flat_map(|Check { rules, .. }| rules.iter());
        let levels = levels.map(|(name, level)| (name.value.as_str(), level.value));
        Self(levels.filter(|(name, _)| is_adjustable(name)).collect())
    }

    /// Sets each message to its level; `off` takes it away.
    pub fn apply(&self, messages: &mut Diagnostics) {
        messages.retain_mut(|message| {
            match self.0.get(message.name) {
                Some(Level::Off) => return false,
                Some(Level::Warning) => message.severity = Severity::Warning,
                Some(Level::Error) => message.severity = Severity::Error,
                None => {}
            }
            true
        });
    }
}
