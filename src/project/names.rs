//! The names of the outputs of a run, and which of them two documents would share.

use super::Request;
use super::make::languages;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::dossier::{Dossier, LoadedSubmission, key};
use crate::source::Span;
use std::collections::HashMap;

/// The submissions of a dossier by the names of their outputs. Names that a system may take for the same are one name here.
pub struct Names<'a>(HashMap<String, Vec<&'a LoadedSubmission>>);

impl<'a> Names<'a> {
    /// Returns the names of all submissions, also of those that are not wanted, so that a choice of submissions changes nothing.
    pub fn of(dossier: &'a Dossier, request: &Request) -> Self {
        let mut names: HashMap<String, Vec<&LoadedSubmission>> = HashMap::new();
        for loaded in &dossier.submissions {
            for code in languages(request, &dossier.registry, loaded) {
                let sharing = names.entry(name(loaded, &code.value)).or_default();
                // two are enough for a message at each of them
                if sharing.len() < 2 {
                    sharing.push(loaded);
                }
            }
        }
        Self(names)
    }

    /// Returns the message that the files of a submission in a language would have the names of another one's.
    pub fn clash(&self, loaded: &LoadedSubmission, code: &str) -> Option<Diagnostic> {
        let other = self.other(loaded, code)?;
        let message = format!("another submission is saved as `{}.{code}` as well", other.stem);
        let diagnostic = Diagnostic::new(catalogue::DUPLICATE_OUTPUT, loaded.submission.common.span, message);
        let also = diagnostic.also(place(other), format!("this one, as `{}.{code}`", other.stem));
        Some(also.hint("the name is made from the symbol in a list, and from the name of the file elsewhere: change one of them"))
    }

    /// Returns the place of another submission with the same names in one of these languages.
    pub fn sharing<'c>(&self, loaded: &LoadedSubmission, codes: impl IntoIterator<Item = &'c str>) -> Option<Span> {
        codes.into_iter().find_map(|code| self.other(loaded, code)).map(place)
    }

    fn other(&self, loaded: &LoadedSubmission, code: &str) -> Option<&'a LoadedSubmission> {
        self.0.get(&name(loaded, code))?.iter().find(|other| !std::ptr::eq(**other, loaded)).copied()
    }
}

fn name(loaded: &LoadedSubmission, code: &str) -> String {
    key(&format!("{}.{code}", loaded.stem))
}

fn place(loaded: &LoadedSubmission) -> Span {
    loaded.submission.common.span
}
