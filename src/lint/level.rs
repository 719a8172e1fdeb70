//! The levels of messages: a dossier may turn a rule off, or make it a warning or an error.

use super::catalogue;
use crate::diagnostic::{Diagnostics, Severity};
use crate::records::registry::{Check, Level, Registry};
use std::collections::HashMap;

/// The levels that a dossier gives to messages, by the name of the message. Whoever gathers messages applies the levels, once, before anything depends on
/// whether there are errors.
pub struct Levels<'a>(HashMap<&'a str, Level>);

impl<'a> Levels<'a> {
    /// Reads the levels of `check: rules:`. A message whose level the catalogue does not allow to be changed is ignored.
    pub fn of(registry: &'a Registry) -> Self {
        let catalogue = catalogue();
        let is_adjustable = |name: &str| catalogue.iter().any(|entry| entry.name == name && entry.adjustable);
        let levels = registry.check.iter().flat_map(|Check { rules, .. }| rules.iter());
        let levels = levels.map(|(name, level)| (name.value.as_str(), level.value));
        Self(levels.filter(|(name, _)| is_adjustable(name)).collect())
    }

    /// Sets each message to the level that the dossier gives it, and removes the messages whose level is `off`.
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

/// The messages that may only follow from a wrong id: nothing is found where nothing of that name is on record.
const FOLLOW: [&str; 2] = ["empty-selection", "unanswered-question"];

/// Says whether an error among these messages reports an id, number or symbol of which there is no record.
pub fn name_what_is_not_on_record(messages: &Diagnostics) -> bool {
    messages.iter().any(|message| message.severity == Severity::Error && message.name.starts_with("unknown-"))
}

/// Removes the messages that may only follow from a wrong id, if one is reported among these messages or, with `in_records`, among those about the records. Once the id is
/// right, the next run gives those that are left.
pub fn drop_what_follows(messages: &mut Diagnostics, in_records: bool) {
    if in_records || name_what_is_not_on_record(messages) {
        messages.retain_mut(|message| !FOLLOW.contains(&message.name));
    }
}
