//! The subject of the rules: a dossier, with the answers that several rules need.

use super::known::Known;
use super::registers::{SymbolIndex, without_language};
use super::similar::KeptPairs;
use crate::authored::Submission;
use crate::dossier::Dossier;
use crate::records::country::Countries;
use crate::source::Text;
use crate::text::symbol::SymbolReader;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What distinguishes one document from another: its full symbol, and the numbers of its addendum, revision and corrigendum.
type Identity = (String, [Option<u32>; 3]);

/// A dossier that is checked.
pub struct Subject<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The codes and names of countries.
    pub countries: &'a Countries,
    /// Finds document symbols in texts and completes short ones.
    pub symbols: &'a SymbolReader,
    /// The recommendations that read alike, as they were found last.
    pub(super) alike: &'a KeptPairs,
    sources: OnceLock<Known<'a>>,
    registers: OnceLock<Option<SymbolIndex<'a>>>,
    first_with: OnceLock<HashMap<Identity, &'a Submission>>,
}

impl<'a> Subject<'a> {
    /// Makes the subject of one run of the rules.
    pub fn new(dossier: &'a Dossier, countries: &'a Countries, symbols: &'a SymbolReader, alike: &'a KeptPairs) -> Self {
        let (sources, registers, first_with) = Default::default();
        Self { dossier, countries, symbols, alike, sources, registers, first_with }
    }

    /// Returns the ids of all that may submit documents.
    pub(super) fn sources(&self) -> &Known<'a> {
        self.sources.get_or_init(|| Known::sources(self))
    }

    /// Returns the registers of all meetings; `None` if the dossier has no body, because then no symbol can be recognised as the dossier's own.
    pub(super) fn registers(&self) -> Option<&SymbolIndex<'a>> {
        self.registers.get_or_init(|| SymbolIndex::read(&self.dossier.registry, self.symbols)).as_ref()
    }

    /// Returns the symbol of a submission, and the first submission of the dossier that has the same symbol, which may be the submission itself. `None`
    /// if the submission has no symbol.
    pub fn first_with_symbol<'s>(&self, submission: &'s Submission) -> Option<(&'s Text, &'a Submission)> {
        let known = self.first_with.get_or_init(|| {
            let mut known = HashMap::new();
            for loaded in &self.dossier.submissions {
                if let Some(identity) = self.identity(&loaded.submission) {
                    known.entry(identity).or_insert(&loaded.submission);
                }
            }
            known
        });
        Some((submission.common.symbol.as_ref()?, known.get(&self.identity(submission)?)?))
    }

    fn identity(&self, submission: &Submission) -> Option<Identity> {
        let common = &submission.common;
        let symbol = &common.symbol.as_ref()?.value;
        let symbol = self.symbols.complete(symbol, common.meeting.map(|meeting| meeting.value));
        let numbers = [common.addendum, common.revision, common.corrigendum].map(|number| number.map(|number| number.value));
        Some((without_language(&symbol).into(), numbers))
    }
}
