//! What a process keeps between runs.

use super::run::{Done, Purpose, Run};
use super::services::Services;
use super::sink::Sink;
use super::{Outcome, Prepared, Request};
use crate::assets::Assets;
use crate::dossier::{self, Dossier, Input};
use crate::source::Sources;
use crate::text::symbol::SymbolReader;
use crate::writer::pdf::FontChoice;

/// Made once per process. All commands, and later an editor's server, ask it.
pub struct Workspace {
    pub(super) services: Services,
}

impl Default for Workspace {
    /// With the embedded templates and fonts alone.
    fn default() -> Self {
        Self::new(Assets::default(), &FontChoice::default())
    }
}

impl Workspace {
    /// A workspace with these templates and fonts. Nothing is read before it is needed.
    pub fn new(assets: Assets, fonts: &FontChoice) -> Self {
        Self { services: Services::new(assets, fonts) }
    }

    /// Reads and checks a dossier and resolves its wanted documents.
    ///
    /// # Errors
    /// There is nothing to read.
    pub fn prepare(&mut self, input: Input, request: &Request) -> Result<Prepared, String> {
        let (dossier, sources, done) = self.run(input, request, Purpose::Keep)?;
        Ok(Prepared { dossier, documents: done.documents, sources, report: done.messages })
    }

    /// Says all that is wrong with what would be built in the formats of the request, and makes no files.
    ///
    /// # Errors
    /// There is nothing to read.
    pub fn check(&mut self, input: Input, request: &Request) -> Result<Outcome, String> {
        let (_, sources, done) = self.run(input, request, Purpose::Check)?;
        Ok(Outcome { sources, diagnostics: done.messages, saved: done.saved })
    }

    /// Makes all that is asked for. Each file goes to `sink` as soon as its document is done.
    ///
    /// # Errors
    /// There is nothing to read, or the sink can't save a file. All that is wrong with what was read is in the outcome.
    pub fn build(&mut self, input: Input, request: &Request, sink: &dyn Sink) -> Result<Outcome, String> {
        let (_, sources, done) = self.run(input, request, Purpose::Save(sink))?;
        Ok(Outcome { sources, diagnostics: done.messages, saved: done.saved })
    }

    fn run(&mut self, input: Input, request: &Request, purpose: Purpose) -> Result<(Option<Dossier>, Sources, Done), String> {
        let mut sources = Sources::default();
        let mut total = Done::default();
        let dossier = dossier::open(input, &mut sources, &mut total.messages)?;
        if let Some(dossier) = &dossier {
            let symbols = SymbolReader::of(&dossier.registry);
            let run = Run::new((dossier, &sources), &self.services, &symbols, request, &mut total.messages);
            run.all(purpose)?.into_iter().for_each(|done| total.add(done));
        }
        Ok((dossier, sources, total))
    }
}
