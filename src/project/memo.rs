//! Remembers what checks have found in submissions, so that a submission made from the same files is not checked again.
//!
//! 1. A submission is checked again when its own file changes, a file with records or texts, the citations that it may use, or the
//!    other submission that has its symbol.
//! 2. Its documents are then lowered, and resolved and checked by the writers only if they are not the same as before: words that
//!    come from the same places are in files that have not changed.
//!
//! Pictures and Word files are not compared: submissions with such files are checked each time.

use super::citations::Cited;
use super::make::{LoweredDocument, languages};
use super::run::Run;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::dossier::LoadedSubmission;
use crate::lint::{KeptPairs, check_records};
use crate::query::Citations;
use crate::source::{FileId, Span};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The findings of earlier checks: for submissions, by the folder of the dossier and the name of the outputs; for records, those
/// of the last check.
#[derive(Default)]
pub struct Memo {
    submissions: Mutex<HashMap<(PathBuf, String), MemoEntry>>,
    /// The recommendations that read alike.
    pub alike: KeptPairs,
    records: Mutex<Option<(Vec<FileId>, Vec<Diagnostic>)>>,
}

/// What a submission was made from, and what was found in it.
pub struct MemoEntry {
    pub basis: Basis,
    pub documents: Vec<LoweredDocument>,
    pub found: Arc<Found>,
    /// All messages, at the levels that the dossier gives them.
    pub messages: Diagnostics,
}

/// What was found when the documents of a submission were resolved and checked by the writers.
pub struct Found {
    /// The messages, at their own levels.
    pub messages: Diagnostics,
    /// The citations, for submissions that use them.
    pub cited: Cited,
    /// True if there are pictures or Word files.
    pub has_attachments: bool,
}

/// Everything on which the messages about a submission depend: if it is equal, so are the messages and their places.
#[derive(PartialEq)]
pub struct Basis {
    own: FileId,
    records: Vec<FileId>,
    /// The place of the submission in its file.
    place: Span,
    /// The place of another submission that would have the same outputs.
    shares_name: Option<Span>,
    /// The place of the symbol in the first submission that has the same symbol.
    first_with_symbol: Option<Span>,
    citations: Citations,
    /// The request: languages, house style, formats; and whether the submission itself is wanted and whether others cite it.
    asked: (Vec<String>, Option<String>, Vec<&'static str>, [bool; 2]),
}

impl Run<'_> {
    /// Returns what the rules find in the records; the rules run again only if a file with records has changed.
    pub fn found_in_records(&self) -> Vec<Diagnostic> {
        let mut kept = self.memo.records.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept.as_ref().filter(|(files, _)| *files == self.dossier.record_files) {
            return found.clone();
        }
        let found = check_records(&self.subject);
        *kept = Some((self.dossier.record_files.clone(), found.clone()));
        found
    }

    /// Returns everything on which the messages about a submission depend in this run.
    pub fn basis(&self, loaded: &LoadedSubmission, citations: &Citations, is_cited: bool) -> Basis {
        let first = self.subject.first_with_symbol(&loaded.submission).and_then(|(_, first)| first.common.symbol.as_ref());
        let codes = languages(self.request, &self.dossier.registry, loaded);
        let writers = self.request.writers.iter().map(|writer| writer.name).collect();
        Basis {
            own: loaded.file,
            place: loaded.submission.common.span,
            shares_name: self.names.sharing(loaded, codes.iter().map(|code| code.value.as_str())),
            records: self.dossier.record_files.clone(),
            first_with_symbol: first.map(|symbol| symbol.span),
            citations: citations.clone(),
            asked: (self.request.languages.clone(), self.request.style.clone(), writers, [loaded.wanted, is_cited]),
        }
    }

    /// Returns the messages and citations of an earlier check of the submission, if `basis` is the same as then.
    pub fn known(&self, loaded: &LoadedSubmission, basis: &Basis) -> Option<(Diagnostics, Cited)> {
        let all = self.memo.submissions.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(&self.name_of(loaded)).filter(|known| known.basis == *basis)?;
        Some((known.messages.clone(), known.found.cited.clone()))
    }

    /// Returns what was found in the documents of the submission, if they and the request are the same as then.
    pub fn same(&self, loaded: &LoadedSubmission, basis: &Basis, documents: &[LoweredDocument]) -> Option<Arc<Found>> {
        let all = self.memo.submissions.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(&self.name_of(loaded)).filter(|known| known.basis.asked == basis.asked)?;
        let pairs = known.documents.iter().zip(documents);
        let same = known.documents.len() == documents.len() && pairs.into_iter().all(|(known, new)| known.is_same(new));
        same.then(|| known.found.clone())
    }

    /// Remembers the result of a check, unless it depends on files that are not compared.
    pub fn remember(&self, loaded: &LoadedSubmission, entry: MemoEntry) {
        let lacks_some = entry.messages.iter().any(|message| message.name.starts_with("unreadable-"));
        let mut all = self.memo.submissions.lock().unwrap_or_else(PoisonError::into_inner);
        if entry.found.has_attachments || lacks_some {
            all.remove(&self.name_of(loaded));
        } else {
            all.insert(self.name_of(loaded), entry);
        }
    }

    fn name_of(&self, loaded: &LoadedSubmission) -> (PathBuf, String) {
        (self.dossier.root.clone(), loaded.stem.clone())
    }
}
