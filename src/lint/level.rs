//! How much messages matter: as they are by themselves, or as the dossier says.

use super::{FOUND_IN_MAKING, RULES};
use crate::diagnostic::{Diagnostic, Severity};
use crate::records::registry::{Level, Registry};

/// The levels that a dossier gives to messages by name. Whoever gathers messages applies them, once, before anything depends on whether there are errors.
pub struct Levels<'a> {
    registry: Option<&'a Registry>,
}

impl<'a> Levels<'a> {
    /// The levels of `check: rules:`. Without a registry nothing is changed.
    pub fn of(registry: Option<&'a Registry>) -> Self {
        Self { registry }
    }

    /// Sets each message to its level. `off` takes away warnings and errors of rules, but not the errors without which nothing could be built.
    pub fn apply(&self, messages: &mut Vec<Diagnostic>) {
        messages.retain_mut(|message| {
            match self.level(message.name).filter(|_| is_adjustable(message)) {
                Some(Level::Off) => return false,
                Some(Level::Warning) => message.severity = Severity::Warning,
                Some(Level::Error) => message.severity = Severity::Error,
                None => {}
            }
            true
        });
    }

    fn level(&self, name: &str) -> Option<Level> {
        self.registry?.check.as_ref()?.rules.get(name).map(|level| level.value)
    }
}

fn is_adjustable(message: &Diagnostic) -> bool {
    let mut names = RULES.iter().map(|rule| rule.name).chain(FOUND_IN_MAKING.map(|(name, ..)| name));
    message.severity == Severity::Warning || names.any(|name| name == message.name)
}
