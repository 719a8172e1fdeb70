//! Where the documents of a dossier say what.

use super::make::ReadyDocument;
use crate::analysis::places;
use crate::query::{Citation, Citations};
use crate::source::RecordId;
use crate::yaml::Identities;

/// What one document says of the records, in the order of its places: the record, the document and the number.
pub type Cited = Vec<(RecordId, Citation)>;

/// Where a document says what.
pub fn cited(ready: &ReadyDocument, identities: &Identities) -> Cited {
    let document = ready.document.properties.symbol.clone().unwrap_or_else(|| ready.name.clone());
    let of_place = |place: crate::analysis::NumberedPlace| {
        let citation = Citation { document: document.clone(), number: place.number };
        // words alone may be borrowed: a recommendation that is made again is said in the words of the earlier one
        let spans = place.records.into_iter().filter(|span| identities.text(*span).is_none());
        let records = spans.filter_map(|span| identities.record(span));
        records.map(move |record| (record, citation.clone()))
    };
    places(&ready.document).into_iter().flat_map(of_place).collect()
}

/// By record: of each document the first place that says it.
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

/// Where documents say what: of each document the first place that says what a record says.
pub fn citations(documents: &[ReadyDocument], identities: &Identities) -> Citations {
    by_record(documents.iter().flat_map(|ready| cited(ready, identities)))
}
