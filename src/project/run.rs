//! A run over a dossier: first the rules for records, then each submission from its rules to its files.

use super::citations::{Cited, by_record, cited};
use super::make::{Lowered, LoweredDocument, ReadyDocument};
use super::memo::{Found, Memo, MemoEntry};
use super::names::Names;
use super::services::Services;
use super::sink::{Saved, Sink};
use super::{Request, files, parallel};
use crate::authored::Coverage;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::dossier::{Dossier, LoadedSubmission};
use crate::files::attachment::Attachments;
use crate::lint::{Levels, Subject, name_what_is_not_on_record};
use crate::query::Citations;
use crate::source::Sources;
use crate::writer::pdf::Survey;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What all submissions of a run share: the dossier, the services, the request.
pub struct Run<'a> {
    pub dossier: &'a Dossier,
    pub subject: Subject<'a>,
    pub services: &'a Services,
    pub memo: &'a Memo,
    pub request: &'a Request,
    pub purpose: Purpose<'a>,
    pub sources: &'a Sources,
    pub attachments: Attachments<'a>,
    pub levels: Levels<'a>,
    pub names: Names<'a>,
    /// True if the records have errors; then no document is written.
    pub blocked: bool,
    /// True if one of these errors is that a record names something that is not on record.
    pub misnamed: bool,
}

/// The purpose of a run: what happens to the documents that are made.
#[derive(Clone, Copy)]
pub enum Purpose<'a> {
    /// The documents are returned to the caller.
    Keep,
    /// The writers check the documents, and nothing is written.
    Check,
    /// The documents are written, and the files go to a sink.
    Save(&'a dyn Sink),
}

/// The result of a run for one submission, or for all together.
#[derive(Default)]
pub struct Done {
    /// All messages.
    pub messages: Diagnostics,
    /// The files that were saved.
    pub saved: Vec<Saved>,
    /// The documents, if the caller wants them.
    pub documents: Vec<ReadyDocument>,
    /// The citations in the documents, for submissions that use them.
    cited: Cited,
}

impl Done {
    /// Adds the result for another submission.
    pub fn add(&mut self, other: Self) {
        self.messages.extend(other.messages);
        self.saved.extend(other.saved);
        self.documents.extend(other.documents);
    }
}

/// A submission with its position in the dossier.
type Numbered<'a> = (usize, &'a LoadedSubmission);

impl Run<'_> {
    /// Runs the rules for records, adds what they find to the messages of reading, and sets the levels of the dossier.
    pub fn records(&mut self, messages: &mut Diagnostics) {
        messages.extend(self.found_in_records());
        self.levels.apply(messages);
        self.blocked = messages.has_errors();
        self.misnamed = name_what_is_not_on_record(messages);
    }

    /// Makes all wanted submissions, and returns their results in the order of the dossier.
    pub fn all(&self) -> Vec<Done> {
        let submissions = || self.dossier.submissions.iter().enumerate();
        let uses_citations = |loaded: &LoadedSubmission| loaded.submission.kind.coverage == Coverage::PeriodWithCitations;
        let citations_needed = submissions().any(|(_, loaded)| loaded.wanted && uses_citations(loaded));
        // citations must not depend on which other documents are wanted
        let is_cited = |loaded: &LoadedSubmission| citations_needed && loaded.submission.kind.coverage == Coverage::Period;
        let (first, rest): (Vec<Numbered>, Vec<Numbered>) =
            submissions().filter(|(_, loaded)| loaded.wanted || is_cited(loaded)).partition(|(_, loaded)| is_cited(loaded));
        let progress = Progress { done: AtomicUsize::new(0), all: first.len() + rest.len() };
        let mut results = BTreeMap::new();
        // a report cites the reports of its own body
        let mut citations: BTreeMap<&str, Citations> = BTreeMap::new();
        for stage in [first, rest] {
            let none = Citations::new();
            let of =
                |loaded: &LoadedSubmission| citations.get(self.body(loaded)).filter(|_| uses_citations(loaded)).unwrap_or(&none);
            let work = |&(_, loaded): &Numbered| self.one(loaded, of(loaded), is_cited(loaded), &progress);
            let mut done = parallel::map(self.request.threads, &stage, work);
            let mut cited: BTreeMap<&str, Cited> = BTreeMap::new();
            for (done, (_, loaded)) in done.iter_mut().zip(&stage) {
                cited.entry(self.body(loaded)).or_default().append(&mut done.cited);
            }
            results.extend(stage.iter().map(|(at, _)| *at).zip(done));
            citations = cited.into_iter().map(|(body, cited)| (body, by_record(cited))).collect();
        }
        results.into_values().collect()
    }

    /// Returns the id of the body whose document a submission is.
    fn body<'s>(&'s self, loaded: &'s LoadedSubmission) -> &'s str {
        loaded.submission.body_id(&self.dossier.registry)
    }

    /// Makes one submission, from its rules to its files. A submission that is only cited is neither checked nor written, and its
    /// messages are dropped.
    fn one(&self, loaded: &LoadedSubmission, citations: &Citations, is_cited: bool, progress: &Progress) -> Done {
        let done = match self.purpose {
            Purpose::Check => self.checked(loaded, citations, is_cited),
            Purpose::Keep | Purpose::Save(_) => self.made(loaded, citations, is_cited),
        };
        progress.count(self.purpose);
        done
    }

    /// Checks a submission, or returns the result of an earlier check that depended on the same files.
    fn checked(&self, loaded: &LoadedSubmission, citations: &Citations, is_cited: bool) -> Done {
        let basis = self.basis(loaded, citations, is_cited);
        if let Some((messages, cited)) = self.known(loaded, &basis) {
            return Done { messages, cited, ..Done::default() };
        }
        let Lowered { mut documents, mut messages } = self.lowered(loaded, citations);
        let found = self.same(loaded, &basis, &documents).unwrap_or_else(|| self.found(loaded, &mut documents, is_cited));
        let mut rest = found.messages.clone();
        self.levels.apply(&mut rest);
        messages.extend(rest);
        if !loaded.wanted {
            messages = Diagnostics::new();
        }
        let cited = found.cited.clone();
        self.remember(loaded, MemoEntry { basis, documents, found, messages: messages.clone() });
        Done { messages, cited, ..Done::default() }
    }

    /// Resolves the documents of a submission and checks them with the writers, if it is wanted.
    fn found(&self, loaded: &LoadedSubmission, documents: &mut [LoweredDocument], is_cited: bool) -> Arc<Found> {
        let mut messages = Diagnostics::new();
        let ready: Vec<_> = documents.iter_mut().filter_map(|lowered| self.resolved(lowered, &mut messages)).collect();
        if loaded.wanted {
            ready.iter().for_each(|ready| messages.extend(self.check(ready)));
        }
        let has_attachments = |ready: &ReadyDocument| ready.word_template.is_some() || Survey::of(&ready.document).pictures;
        let has_attachments = ready.iter().any(has_attachments);
        Arc::new(Found { messages, cited: self.cited(&ready, is_cited), has_attachments })
    }

    fn made(&self, loaded: &LoadedSubmission, citations: &Citations, is_cited: bool) -> Done {
        let Lowered { mut documents, messages } = self.lowered(loaded, citations);
        let mut found = Diagnostics::new();
        let mut ready: Vec<_> = documents.iter_mut().filter_map(|lowered| self.resolved(lowered, &mut found)).collect();
        for ready in &mut ready {
            ready.document.sources = files::sources(self.dossier, loaded, &ready.document, self.sources);
        }
        let mut done = Done { cited: self.cited(&ready, is_cited), ..Done::default() };
        if !loaded.wanted {
            return done;
        }
        self.levels.apply(&mut found);
        done.messages = messages;
        done.messages.extend(found);
        if let Purpose::Save(sink) = self.purpose {
            ready.iter().for_each(|ready| self.save(ready, sink, &mut done));
        } else {
            done.documents = ready;
        }
        done
    }

    /// Returns the citations in the documents of a submission, if others need them.
    fn cited(&self, documents: &[ReadyDocument], is_cited: bool) -> Cited {
        documents.iter().filter(|_| is_cited).flat_map(|ready| cited(ready, &self.dossier.identities)).collect()
    }

    fn save(&self, ready: &ReadyDocument, sink: &dyn Sink, done: &mut Done) {
        let (outputs, messages) = self.write(ready);
        done.messages.extend(messages);
        if outputs.is_empty() {
            return;
        }
        let saved: Vec<_> = outputs.iter().map(|output| Saved { name: output.name.clone(), pages: output.pages }).collect();
        match sink.save(&self.dossier.origin, outputs) {
            Ok(()) => done.saved.extend(saved),
            Err(failure) => done.messages.add(Diagnostic::without_place(catalogue::UNSAVED_DOCUMENT, failure)),
        }
    }
}

/// The progress of a run.
struct Progress {
    done: AtomicUsize,
    all: usize,
}

impl Progress {
    fn count(&self, purpose: Purpose) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Purpose::Save(sink) = purpose {
            sink.progress(done, self.all);
        }
    }
}
