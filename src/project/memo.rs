//! Remembers what checks have found in submissions, so that a submission made from the same files is not checked again.
//!
//! A submission is checked again when its own file changes, a file with records or texts, the citations that it may use, or the
//! other submission that has its symbol. Pictures and Word files are not compared: submissions with such files are checked each
//! time.

use super::citations::Cited;
use super::make::Made;
use super::run::Run;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::dossier::LoadedSubmission;
use crate::lint::{KeptPairs, check_records};
use crate::query::Citations;
use crate::source::{FileId, Span};
use crate::writer::pdf::Survey;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

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
struct MemoEntry {
    basis: Basis,
    messages: Diagnostics,
    cited: Cited,
}

/// Everything on which the messages about a submission depend: if it is equal, so are the messages and their places.
#[derive(PartialEq)]
pub struct Basis {
    own: FileId,
    records: Vec<FileId>,
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
        let writers = self.request.writers.iter().map(|writer| writer.name).collect();
        Basis {
            own: loaded.file,
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
        Some((known.messages.clone(), known.cited.clone()))
    }

    /// Remembers the result of a check, unless it depends on files that [`Basis`] does not compare.
    pub fn remember(&self, loaded: &LoadedSubmission, basis: Basis, made: &Made, messages: &Diagnostics, cited: &Cited) {
        let has_attachments =
            made.documents.iter().any(|ready| ready.word_template.is_some() || Survey::of(&ready.document).pictures);
        let lacks_some = messages.iter().any(|message| message.name.starts_with("unreadable-"));
        let mut all = self.memo.submissions.lock().unwrap_or_else(PoisonError::into_inner);
        if has_attachments || lacks_some {
            all.remove(&self.name_of(loaded));
        } else {
            let known = MemoEntry { basis, messages: messages.clone(), cited: cited.clone() };
            all.insert(self.name_of(loaded), known);
        }
    }

    fn name_of(&self, loaded: &LoadedSubmission) -> (PathBuf, String) {
        (self.dossier.root.clone(), loaded.stem.clone())
    }
}
