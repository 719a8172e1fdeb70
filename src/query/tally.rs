//! How much there is of what a document reports. This is the one place where documents, recommendations and observations are counted: for the values in texts,
//! tables, charts, notes and rules alike.
//!
//! 1. A *document* is one that is in the register of a meeting: once, also where several of the meetings considered it. Documents in `also:` do not count.
//!    It counts for each party that submitted it.
//! 2. A *recommendation* asks somebody to do something; whatever else the record has is an *observation*. Each counts once, also where several of the
//!    meetings made it, and in the year and under the topic of the first of these. A part of another one counts if it is a record of its own; a sentence
//!    that only introduces others does not.

use super::scope::{RegisteredDocument, Scope};
use super::selection::Counted;
use crate::kept::QuickSet;
use crate::records::meeting::Meeting;
use std::sync::Arc;

/// How much there is of what some meetings considered and recommended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The number of meetings.
    pub meetings: usize,
    /// The number of documents.
    pub documents: usize,
    /// The number of documents that the secretariat submitted, alone or with others.
    pub secretariat: usize,
    /// The number of documents that others submitted, alone or with the secretariat.
    pub others: usize,
    /// The number of recommendations.
    pub recommendations: usize,
    /// The number of observations.
    pub observations: usize,
}

/// The names of the counted values that authors may write in a text, as in `{documents.count}`.
pub const VALUES: [&str; 5] =
    ["documents.count", "documents.secretariat", "meetings.count", "recommendations.count", "observations.count"];

impl Tally {
    /// Returns the number of documents that the secretariat submitted together with others, which count in both numbers.
    pub fn shared(&self) -> usize {
        self.secretariat + self.others - self.documents
    }

    /// Returns the value that authors write by this name; `None` if there is no such value.
    pub fn value(&self, name: &str) -> Option<usize> {
        match name {
            "documents.count" => Some(self.documents),
            "documents.secretariat" => Some(self.secretariat),
            "meetings.count" => Some(self.meetings),
            "recommendations.count" => Some(self.recommendations),
            "observations.count" => Some(self.observations),
            _ => None,
        }
    }
}

impl<'a> Scope<'a> {
    /// Counts what some meetings of the period considered, and the recommendations of `counted`.
    pub fn tally(&self, meetings: &[&'a Meeting], counted: &[Counted]) -> Tally {
        let documents = self.considered(meetings);
        let asking = counted.iter().filter(|counted| counted.tracked.asks()).count();
        Tally {
            meetings: meetings.len(),
            documents: documents.len(),
            secretariat: documents.iter().filter(|document| document.is_by_the_secretariat()).count(),
            others: documents.iter().filter(|document| document.is_by_others()).count(),
            recommendations: asking,
            observations: counted.len() - asking,
        }
    }

    /// Counts what all meetings of the period considered and recommended.
    pub fn tally_of_period(&self) -> Tally {
        *self.tally.get_or_init(|| self.tally(&self.meetings, &self.counted(&self.meetings)))
    }

    /// Returns the documents that some meetings of the period considered, each once, with the first of the meetings that did.
    pub fn considered(&self, meetings: &[&'a Meeting]) -> Vec<RegisteredDocument<'a>> {
        let all = meetings.iter().flat_map(|meeting| meeting.documents.iter().map(move |entry| (*meeting, entry)));
        let mut documents: Vec<_> = all.map(|(meeting, entry)| RegisteredDocument { meeting, entry, own: true }).collect();
        self.keep_one_of_each(&mut documents);
        documents
    }

    /// Keeps the first of several entries of one document.
    pub fn keep_one_of_each(&self, documents: &mut Vec<RegisteredDocument>) {
        let mut seen = QuickSet::default();
        documents.retain(|document| seen.insert(self.symbol_of(document)));
    }

    /// Returns the full symbol of a document, which is completed at the first call for the entry.
    fn symbol_of(&self, document: &RegisteredDocument) -> Arc<str> {
        let complete = || self.symbol(&document.entry.symbol.value, Some(document.meeting)).into();
        // an entry that an alias repeats in the register of another meeting is another document
        let entry = (document.meeting.span, document.entry.span);
        self.full_symbols.borrow_mut().entry(entry).or_insert_with(complete).clone()
    }
}
