//! Citations: which numbered clause of which document says what a record says.

use super::make::ReadyDocument;
use crate::analysis::places;
use crate::query::{Citation, Citations};
use crate::source::RecordId;
use crate::yaml::Identities;

/// The citations in one document, in its order: a record, and the document and number of a clause that is made from it.
pub type Cited = Vec<(RecordId, Citation)>;

/// Returns the citations in a document.
pub fn cited(ready: &ReadyDocument, identities: &Identities) -> Cited {
    let document = ready.document.properties.symbol.clone().unwrap_or_else(|| ready.name.clone());
    let of_place = |place: crate::analysis::NumberedPlace| {
        let citation = Citation { document: document.clone(), number: place.number };
        // a place that has only words from a record does not cite it: a repeated recommendation is worded as the earlier one
        let spans = place.records.into_iter().filter(|span| identities.text(*span).is_none());
        let records = spans.filter_map(|span| identities.record(span));
        records.map(move |record| (record, citation.clone()))
    };
    places(&ready.document).into_iter().flat_map(of_place).collect()
}

/// Groups citations by record, and keeps the first one of each document.
pub fn by_record(cited: impl IntoIterator<Item = (RecordId, Citation)>) -> Citations {
    let mut citations = Citations::new();
    for (record, citation) in cited {
        let known = citations.entry(record).or_default();
        if known.last().is_none_or(|last: &Citation| last.document != citation.document) {
            known.push(citation);
        }
    }
    citations
}

/// Returns the citations in several documents by record, with the first one of each document.
pub fn citations(documents: &[ReadyDocument], identities: &Identities) -> Citations {
    by_record(documents.iter().flat_map(|ready| cited(ready, identities)))
}
