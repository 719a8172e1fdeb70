//! The subject of the rules: a dossier, with the answers that several rules need.

use super::known::Known;
use super::registers::SymbolIndex;
use super::similar::KeptPairs;
use crate::authored::Submission;
use crate::dossier::Dossier;
use crate::query::in_order;
use crate::query::ledger::Ledger;
use crate::records::country::Countries;
use crate::records::series::MeetingIndex;
use crate::source::Text;
use crate::text::designation::Designation;
use crate::text::symbol::SymbolReader;
use std::collections::HashMap;
use std::sync::OnceLock;

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
    registers: OnceLock<SymbolIndex<'a>>,
    meetings: OnceLock<MeetingIndex<'a>>,
    ledger: OnceLock<Ledger<'a>>,
    first_with: OnceLock<HashMap<Designation, &'a Submission>>,
}

impl<'a> Subject<'a> {
    /// Makes the subject of one run of the rules.
    pub fn new(dossier: &'a Dossier, countries: &'a Countries, symbols: &'a SymbolReader, alike: &'a KeptPairs) -> Self {
        let (sources, registers, meetings, ledger, first_with) = Default::default();
        Self { dossier, countries, symbols, alike, sources, registers, meetings, ledger, first_with }
    }

    /// Returns the ids of all that may submit documents.
    pub(super) fn sources(&self) -> &Known<'a> {
        self.sources.get_or_init(|| Known::sources(self))
    }

    /// Returns the registers of all meetings.
    pub(super) fn registers(&self) -> &SymbolIndex<'a> {
        self.registers.get_or_init(|| SymbolIndex::read(&self.dossier.registry, self.symbols))
    }

    /// Returns all meetings on record by body and number.
    pub(super) fn meetings(&self) -> &MeetingIndex<'a> {
        self.meetings.get_or_init(|| MeetingIndex::of(&self.dossier.registry))
    }

    /// Returns the ledger of all meetings on record.
    pub(super) fn ledger(&self) -> &Ledger<'a> {
        let registry = &self.dossier.registry;
        self.ledger.get_or_init(|| Ledger::of(registry, &in_order(registry)))
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

    fn identity(&self, submission: &Submission) -> Option<Designation> {
        let common = &submission.common;
        let symbol = &common.symbol.as_ref()?.value;
        let symbol = self.symbols.complete(symbol, submission.home(&self.dossier.registry));
        Some(Designation::read(&symbol).with(common.supplements()))
    }
}
