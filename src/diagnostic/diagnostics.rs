//! The list of messages of a run, in the order in which they were found, each once.

use super::{Diagnostic, Severity};
use crate::kept::QuickSet;

/// The proof that an error has been added to [`Diagnostics`]. Only [`Diagnostics::push`] makes one, so a function that fails with it can't fail
/// silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

/// A list of messages in the order in which they were found. A message that is in the list already is not added again: an edition has most of its
/// texts, and so their faults, in common with the document as it was first submitted.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
    /// Every message as it was added, even if its severity was changed afterwards.
    seen: QuickSet<Diagnostic>,
}

impl Diagnostics {
    /// Makes an empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an error and returns the proof, for callers that can't go on because of it. A message of another severity becomes an error.
    pub fn push(&mut self, error: Diagnostic) -> Reported {
        self.add(Diagnostic { severity: Severity::Error, ..error });
        Reported(())
    }

    /// Adds all `errors`.
    ///
    /// # Errors
    ///
    /// Fails if `errors` holds at least one.
    pub fn push_all(&mut self, errors: Vec<Diagnostic>) -> Result<(), Reported> {
        errors.into_iter().map(|error| self.push(error)).reduce(|_, last| last).map_or(Ok(()), Err)
    }

    /// Adds a message of any severity.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        if self.seen.insert(diagnostic.clone()) {
            self.all.push(diagnostic);
        }
    }

    /// Says whether any message of the list is an error.
    pub fn has_errors(&self) -> bool {
        super::has_errors(&self.all)
    }

    /// Keeps only the messages for which `keep` returns true; `keep` may change their severity.
    pub fn retain_mut(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        self.all.retain_mut(keep);
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        diagnostics.into_iter().for_each(|diagnostic| self.add(diagnostic));
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl std::ops::Deref for Diagnostics {
    type Target = [Diagnostic];
    fn deref(&self) -> &[Diagnostic] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::catalogue::{LINK_SCHEME, WRONG_TYPE};
    use crate::source::Span;

    #[test]
    fn a_message_is_added_once_even_after_its_level_was_changed() {
        let one = |message: &str| Diagnostic::new(LINK_SCHEME, Span::NONE, message);
        let mut report = Diagnostics::new();
        report.extend([one("b"), one("a"), one("b")]);
        report.retain_mut(|diagnostic| {
            diagnostic.severity = Severity::Error;
            diagnostic.message == "b"
        });
        report.extend([one("a"), one("b")]);
        assert_eq!(report.iter().map(|one| one.message.as_str()).collect::<Vec<_>>(), ["b"]);
    }

    #[test]
    fn what_is_pushed_is_an_error() {
        let mut report = Diagnostics::new();
        let Reported(()) = report.push(Diagnostic::new(LINK_SCHEME, Span::NONE, "a"));
        assert!(report.has_errors());
        report = Diagnostics::new();
        report.add(Diagnostic::new(LINK_SCHEME, Span::NONE, "a"));
        assert!(!report.has_errors());
        report.add(Diagnostic::new(WRONG_TYPE, Span::NONE, "a"));
        assert!(report.has_errors());
    }
}
