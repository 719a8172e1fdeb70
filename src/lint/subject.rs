//! What rules look at, with what several of them ask.

use super::registers::{Registers, without_language};
use crate::authored::Submission;
use crate::dossier::Dossier;
use crate::records::country::Countries;
use crate::source::Text;
use crate::text::symbol::SymbolReader;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A symbol, completed from the meeting if it is short, and which addendum, revision or corrigendum it is.
type Identity = (String, [Option<u32>; 3]);

/// A dossier that rules look through.
pub struct Subject<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The countries.
    pub countries: &'a Countries,
    /// Finds and completes symbols.
    pub symbols: &'a SymbolReader,
    registers: OnceLock<Option<Registers<'a>>>,
    first_with: OnceLock<HashMap<Identity, &'a Submission>>,
}

impl<'a> Subject<'a> {
    /// The subject of all rules of one run.
    pub fn new(dossier: &'a Dossier, countries: &'a Countries, symbols: &'a SymbolReader) -> Self {
        Self { dossier, countries, symbols, registers: OnceLock::new(), first_with: OnceLock::new() }
    }

    /// The registers of all meetings; none if the dossier has no body: then no symbol can be said to be its own.
    pub(super) fn registers(&self) -> Option<&Registers<'a>> {
        self.registers.get_or_init(|| Registers::read(&self.dossier.registry, self.symbols)).as_ref()
    }

    /// The symbol of a submission, and the first submission of the dossier that has this symbol: it, or another one.
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
