//! What earlier checks have found in submissions, for those that are made from the same files as before.
//!
//! A submission is looked through and made again when its own file has changed, a file with records or texts, what it cites, or the other submission
//! that has its symbol. Pictures and Word files are not compared: what has any is made again each time.

use super::citations::Cited;
use super::make::Made;
use super::run::Run;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::dossier::{LoadedSubmission, Stamp};
use crate::lint::check_records;
use crate::query::Citations;
use crate::source::Span;
use crate::writer::pdf::Survey;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// What was found in submissions, by the folder of the dossier and the name of the outputs; and in the records that were looked through last.
#[derive(Default)]
pub struct Memo {
    submissions: Mutex<HashMap<(PathBuf, String), Known>>,
    records: Mutex<Option<(Vec<Stamp>, Vec<Diagnostic>)>>,
}

/// What one submission was made from, and what came of it.
struct Known {
    basis: Basis,
    messages: Diagnostics,
    cited: Cited,
}

/// What a submission is made from; equal ones have the same messages at the same places.
#[derive(PartialEq)]
pub struct Basis {
    own: Stamp,
    records: Vec<Stamp>,
    /// Where the first submission with its symbol names it.
    first_with_symbol: Option<Span>,
    citations: Citations,
    /// Languages, house style and formats that are asked for; whether it is wanted itself, and whether others cite it.
    asked: (Vec<String>, Option<String>, Vec<&'static str>, [bool; 2]),
}

impl Run<'_> {
    /// What rules find in the records; they look again only when a file with records has changed.
    pub fn found_in_records(&self) -> Vec<Diagnostic> {
        let mut kept = self.memo.records.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept.as_ref().filter(|(stamps, _)| *stamps == self.dossier.stamps) {
            return found.clone();
        }
        let found = check_records(&self.subject);
        *kept = Some((self.dossier.stamps.clone(), found.clone()));
        found
    }

    /// What a submission is made from at present.
    pub fn basis(&self, loaded: &LoadedSubmission, citations: &Citations, is_cited: bool) -> Basis {
        let first = self.subject.first_with_symbol(&loaded.submission).and_then(|(_, first)| first.common.symbol.as_ref());
        let writers = self.request.writers.iter().map(|writer| writer.name).collect();
        Basis {
            own: loaded.stamp,
            records: self.dossier.stamps.clone(),
            first_with_symbol: first.map(|symbol| symbol.span),
            citations: citations.clone(),
            asked: (self.request.languages.clone(), self.request.style.clone(), writers, [loaded.wanted, is_cited]),
        }
    }

    /// What was found in the submission when it was made from the same.
    pub fn known(&self, loaded: &LoadedSubmission, basis: &Basis) -> Option<(Diagnostics, Cited)> {
        let all = self.memo.submissions.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(&self.name_of(loaded)).filter(|known| known.basis == *basis)?;
        Some((known.messages.clone(), known.cited.clone()))
    }

    /// Remembers what was found, if nothing but what is compared has a part in it.
    pub fn remember(&self, loaded: &LoadedSubmission, basis: Basis, made: &Made, messages: &Diagnostics, cited: &Cited) {
        let has_attachments =
            made.documents.iter().any(|ready| ready.word_template.is_some() || Survey::of(&ready.document).pictures);
        let lacks_some = messages.iter().any(|message| message.name.starts_with("unreadable-"));
        let mut all = self.memo.submissions.lock().unwrap_or_else(PoisonError::into_inner);
        if has_attachments || lacks_some {
            all.remove(&self.name_of(loaded));
        } else {
            let known = Known { basis, messages: messages.clone(), cited: cited.clone() };
            all.insert(self.name_of(loaded), known);
        }
    }

    fn name_of(&self, loaded: &LoadedSubmission) -> (PathBuf, String) {
        (self.dossier.root.clone(), loaded.stem.clone())
    }
}
