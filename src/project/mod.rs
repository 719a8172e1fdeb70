//! From a dossier to files: check it, make each wanted document in each language, write each format.

mod documents;
mod files;
mod limits;
mod parallel;

pub use documents::{Ready, citations, speak};
pub use files::{Output, save};

use crate::assets::Assets;
use crate::diagnostic::{Diagnostics, has_errors};
use crate::dossier::{self, Dossier, Input};
use crate::lint::{self, Subject};
use crate::records::country::Countries;
use crate::source::Sources;
use crate::text::symbol::SymbolReader;
use crate::writer::pdf::{FontChoice, Fonts};
use crate::writer::{Job, Writer};
use documents::Maker;
use std::sync::Arc;

/// What is to be made; nothing, of all languages, by default.
#[derive(Default)]
pub struct Request {
    /// The formats.
    pub writers: Vec<&'static Writer>,
    /// Only these languages; all that the submissions name if empty.
    pub languages: Vec<String>,
    /// This house style in place of the submissions' own.
    pub style: Option<String>,
    /// Templates, house styles, words.
    pub assets: Assets,
    /// Fonts besides the embedded ones.
    pub fonts: FontChoice,
    /// How many documents are made at a time, at least one.
    pub threads: usize,
}

/// What came of it.
pub struct Outcome {
    /// All files that were read.
    pub sources: Sources,
    /// All messages.
    pub diagnostics: Diagnostics,
    /// The files to be saved; none of a document with errors.
    pub outputs: Vec<Output>,
}

/// A dossier with its documents, before anything is written.
pub struct Prepared {
    /// The dossier; none if its files could not be read as one.
    pub dossier: Option<Dossier>,
    /// Every wanted document in every language.
    pub documents: Vec<Ready>,
    /// All files that were read.
    pub sources: Sources,
    /// All messages so far, at the levels that the dossier gives them.
    pub report: Diagnostics,
}

/// Reads and checks a dossier and resolves its wanted documents.
///
/// An `Err` says that there is nothing to read.
pub fn prepare(input: Input, request: &Request) -> Result<Prepared, String> {
    let mut sources = Sources::default();
    let mut report = Diagnostics::new();
    let dossier = dossier::open(input, &mut sources, &mut report)?;
    let mut documents = Vec::new();
    if let Some(dossier) = &dossier {
        let countries = Arc::new(Countries::load(&request.assets));
        let symbols = SymbolReader::of(&dossier.registry);
        lint::check(&Subject { dossier, countries: &countries, symbols: &symbols }, &mut report);
        documents = Maker { dossier, request, countries, sources: &sources }.documents(&mut report);
        lint::apply_levels(dossier, &mut report);
    }
    Ok(Prepared { dossier, documents, sources, report })
}

/// Makes all that is asked for. `progress` is told how many files are done, of how many.
///
/// An `Err` says that there is nothing to read; all that is wrong with what was read is in the outcome.
pub fn build(input: Input, request: &Request, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Outcome, String> {
    let Prepared { dossier, documents: ready, sources, mut report } = prepare(input, request)?;
    let mut outputs = Vec::new();
    if let Some(dossier) = dossier {
        let made = parallel::write_all(&ready, request, &sources, progress);
        for (document, formats) in ready.iter().zip(made.chunks(request.writers.len().max(1))) {
            // a document that one writer refuses is not left half made by the others
            let refused = document.blocked || formats.iter().any(|made| has_errors(&made.diagnostics));
            outputs.extend(formats.iter().filter(|_| !refused).filter_map(|made| made.output.clone()));
        }
        report.extend(made.into_iter().flat_map(|made| made.diagnostics));
        lint::apply_levels(&dossier, &mut report);
        // a rule speaks of the record, from which every document is made
        if lint::forbids(&report) {
            outputs.clear();
        }
    }
    Ok(Outcome { sources, diagnostics: report, outputs })
}

/// Writes one document in one format.
fn write(ready: &Ready, writer: &Writer, request: &Request, sources: &Sources, fonts: &Fonts) -> parallel::Made {
    let word_template = ready.word_template.as_ref();
    let job = Job { document: &ready.document, house: &ready.house, word_template, assets: &request.assets, sources, fonts };
    match (writer.write)(&job) {
        Ok(written) => {
            let name = format!("{}.{}", ready.name, writer.name);
            parallel::Made {
                diagnostics: written.warnings,
                output: Some(Output { name, bytes: written.bytes.into(), pages: written.pages }),
            }
        }
        Err(diagnostics) => parallel::Made { diagnostics, output: None },
    }
}
