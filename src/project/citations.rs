//! Where the documents of a dossier say what.

use super::make::Ready;
use crate::analysis::places;
use crate::query::{Citation, Citations};
use crate::source::Span;

/// What one document says of the records, in the order of its places: the record, the document and the number.
pub type Cited = Vec<(Span, Citation)>;

/// Where a document says what.
pub fn cited(ready: &Ready) -> Cited {
    let document = ready.document.properties.symbol.clone().unwrap_or_else(|| ready.name.clone());
    let of_place = |place: crate::analysis::Place| {
        let citation = Citation { document: document.clone(), number: place.number };
        place.records.into_iter().map(move |record| (record, citation.clone()))
    };
    places(&ready.document).into_iter().flat_map(of_place).collect()
}

/// By record: of each document the first place that says it.
pub fn by_record(cited: impl IntoIterator<Item = (Span, Citation)>) -> Citations {
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
pub fn citations(documents: &[Ready]) -> Citations {
    by_record(documents.iter().flat_map(cited))
}
