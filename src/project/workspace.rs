//! The workspace: what a process keeps between runs.

use super::memo::Memo;
use super::names::Names;
use super::run::{Done, Purpose, Run};
use super::services::Services;
use super::sink::Sink;
use super::{Outcome, Prepared, Request};
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::dossier::{self, Cache, Dossier, Input};
use crate::files::attachment::Attachments;
use crate::files::loader::Loader;
use crate::lint::{Levels, Subject};
use crate::source::Sources;
use crate::writer::pdf::FontChoice;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The entry to the library, made once per process: all commands use one, and so can an editor's server.
pub struct Workspace {
    pub(super) services: Services,
    pub(super) loader: Loader,
    cache: Cache,
    memo: Memo,
}

impl Default for Workspace {
    /// Returns a workspace with the embedded templates and fonts alone.
    fn default() -> Self {
        Self::new(Assets::default(), &FontChoice::default())
    }
}

impl Workspace {
    /// Returns a workspace with these templates and fonts. No file is read before it is needed.
    pub fn new(assets: Assets, fonts: &FontChoice) -> Self {
        Self { services: Services::new(assets, fonts), loader: Loader::default(), cache: Cache::default(), memo: Memo::default() }
    }

    /// Uses `text`, which an editor has not saved yet, instead of the content of the file at `path`.
    pub fn set_overlay(&mut self, path: &Path, text: impl Into<Arc<str>>) {
        self.loader.set_overlay(path, text);
    }

    /// Reads the file at `path` from the disk again.
    pub fn clear_overlay(&mut self, path: &Path) {
        self.loader.clear_overlay(path);
    }

    /// Returns the paths of the files and folders that the last run has asked for, pictures and Word files included, without
    /// symbolic links, sorted. If one of them changes, another run may have another result.
    pub fn dependencies(&self) -> Vec<PathBuf> {
        self.loader.dependencies()
    }

    /// Returns how many files were parsed and decoded since the workspace was made.
    pub fn decodings(&self) -> usize {
        self.cache.decodings
    }

    /// Reads and checks a dossier, and resolves its wanted documents.
    ///
    /// # Errors
    /// There is nothing to read at `input`. Faults in the files are in the report of the result.
    pub fn prepare(&mut self, input: Input, request: &Request) -> Result<Prepared, String> {
        let (dossier, sources, done) = self.run(input, request, Purpose::Keep)?;
        Ok(Prepared { dossier, documents: done.documents, sources, report: done.messages })
    }

    /// Checks a dossier and its wanted documents as [`Self::build`] would for the same request, and writes no files.
    ///
    /// # Errors
    /// There is nothing to read at `input`. Faults in the files are messages of the outcome.
    pub fn check(&mut self, input: Input, request: &Request) -> Result<Outcome, String> {
        let (_, sources, done) = self.run(input, request, Purpose::Check)?;
        Ok(Outcome { sources, diagnostics: done.messages, saved: done.saved })
    }

    /// Makes all documents of the request. Each goes to `sink` as soon as it is done.
    ///
    /// # Errors
    /// There is nothing to read at `input`. Faults in the files, and documents that `sink` can't save, are messages of the outcome.
    pub fn build(&mut self, input: Input, request: &Request, sink: &dyn Sink) -> Result<Outcome, String> {
        let (_, sources, done) = self.run(input, request, Purpose::Save(sink))?;
        Ok(Outcome { sources, diagnostics: done.messages, saved: done.saved })
    }

    fn run(&mut self, input: Input, request: &Request, purpose: Purpose) -> Result<(Option<Dossier>, Sources, Done), String> {
        self.loader.reset();
        let mut total = Done::default();
        total.messages.extend(self.services.assets.idle().iter().map(|path| idle_template(path, &self.services.assets)));
        total.messages.extend(self.services.assets.unreadable().iter().map(unreadable_template));
        let mut dossier = dossier::open(input, &self.loader, &mut self.cache, &mut total.messages)?;
        dossier.iter_mut().flat_map(|dossier| &mut dossier.submissions).for_each(|loaded| loaded.wanted |= request.whole);
        let sources = self.cache.sources().clone();
        if let Some(dossier) = &dossier {
            let symbols = self.services.symbols(&dossier.registry);
            let mut run = Run {
                dossier,
                subject: Subject::new(dossier, self.services.countries(), &symbols, &self.memo.alike),
                services: &self.services,
                memo: &self.memo,
                request,
                purpose,
                sources: &sources,
                attachments: Attachments { root: &dossier.root, loader: &self.loader },
                levels: Levels::of(&dossier.registry),
                names: Names::of(dossier, request, &self.services),
                blocked: false,
                misnamed: false,
            };
            run.records(&mut total.messages);
            run.all().into_iter().for_each(|done| total.add(done));
        }
        Ok((dossier, sources, total))
    }
}

/// Returns the message that a file in the folder of templates has no effect.
fn idle_template(path: &str, assets: &Assets) -> Diagnostic {
    let message = format!("`{path}` in the folder of templates replaces nothing");
    let known = assets.tree("");
    Diagnostic::without_place(catalogue::IDLE_TEMPLATE, message).did_you_mean(path, known.iter().map(String::as_str))
}

/// Returns the message that a file in the folder of templates can't be read, for this reason.
fn unreadable_template((path, why): &(String, String)) -> Diagnostic {
    let message = format!("`{path}` in the folder of templates can't be read: {why}");
    Diagnostic::without_place(catalogue::UNREADABLE_TEMPLATE, message)
}
