//! Checks which keys of a clause may stand together.

use super::block::Clause;
use crate::diagnostic::{Diagnostic, catalogue};

impl Clause {
    /// Returns a message for each combination of keys that do not go together.
    pub fn faults(&self) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        if self.heading.is_none() && (self.run_in == Some(true) || !self.documents.is_empty()) {
            faults.push(Diagnostic::new(catalogue::UNKNOWN_KEY, self.span, "`run_in` and `documents` need a `heading`"));
        }
        if self.heading.is_some() && self.text.is_some() {
            let hint = "put the text into `body`; with `run_in: true` it follows the heading in its line";
            faults.push(
                Diagnostic::new(catalogue::UNKNOWN_KEY, self.span, "a clause has a `heading` or a `text`, not both").hint(hint),
            );
        }
        faults
    }
}
