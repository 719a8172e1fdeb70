//! From a dossier to files: check it, make each wanted document in each language, write each format.

mod files;
mod parallel;

pub use files::{Output, save};

use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::dossier::{self, Dossier, Input, Loaded};
use crate::house::{self, House};
use crate::language::{self, Language};
use crate::lint::{self, Subject};
use crate::model::country::Countries;
use crate::resolve::{ResolvedDocument, resolve};
use crate::source::{Sources, Text};
use crate::submission::{Scope, lower, symbols};
use crate::writer::pdf::{FontChoice, Fonts};
use crate::writer::{Job, Writer};
use std::sync::Arc;

/// The house style where nothing names one.
const DEFAULT_STYLE: &str = "itu-council";
/// The language where nothing names one.
const DEFAULT_LANGUAGE: &str = "en";

/// What is to be made.
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
    /// How many documents are made at a time.
    pub threads: usize,
}

/// What came of it.
pub struct Outcome {
    /// All files that were read.
    pub sources: Sources,
    /// All messages.
    pub diagnostics: Vec<Diagnostic>,
    /// The files to be saved; none of a document with errors.
    pub outputs: Vec<Output>,
}

/// A document that is ready to be written.
struct Ready {
    name: String,
    document: ResolvedDocument,
    house: Arc<House>,
    /// Whether something is wrong with it already: then it is made for the sake of the messages only.
    blocked: bool,
}

/// Makes all that is asked for. `progress` is told how many files are done, of how many.
///
/// An `Err` says that there is nothing to read; all that is wrong with what was read is in the outcome.
pub fn build(input: Input, request: &Request, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Outcome, String> {
    let mut sources = Sources::default();
    let mut report = Vec::new();
    let dossier = dossier::open(input, &mut sources, &mut report)?;
    let mut outputs = Vec::new();
    if let Some(dossier) = dossier {
        let countries = Arc::new(Countries::load(&request.assets));
        let symbols = symbols(&dossier.registry);
        lint::check(&Subject { dossier: &dossier, countries: &countries, symbols: &symbols }, &mut report);
        let ready = documents(&dossier, request, &countries, &sources, &mut report);
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

/// Every wanted document, resolved.
fn documents(
    dossier: &Dossier,
    request: &Request,
    countries: &Arc<Countries>,
    sources: &Sources,
    report: &mut Vec<Diagnostic>,
) -> Vec<Ready> {
    let mut ready = Vec::new();
    for loaded in dossier.submissions.iter().filter(|loaded| loaded.wanted) {
        let Some((style, house)) = house_of(dossier, loaded, request, report) else { continue };
        for code in languages_of(dossier, loaded, request) {
            let language = match Language::load(&request.assets, &code.value, countries.clone()) {
                Ok(language) => language,
                Err(fault) => {
                    report.push(language_fault(&code, fault, &request.assets));
                    continue;
                }
            };
            let mut found = Vec::new();
            let scope = Scope::new(&dossier.registry, &loaded.submission, &language.code, countries, &dossier.root);
            let document = lower(&scope, &mut found);
            let mut document = resolve(&document, &language, &house, &style, &mut found);
            document.sources = files::sources(dossier, loaded, sources);
            let blocked = has_errors(&found);
            report.extend(found);
            ready.push(Ready { name: format!("{}.{}", loaded.stem, language.code), document, house: house.clone(), blocked });
        }
    }
    ready
}

/// The submission's house style, or else its session's, or else the dossier's.
fn house_of(dossier: &Dossier, loaded: &Loaded, request: &Request, report: &mut Vec<Diagnostic>) -> Option<(String, Arc<House>)> {
    let common = &loaded.submission.common;
    let session = common.session.as_ref().and_then(|id| dossier.registry.sessions.get(&id.value));
    let own = common.style.as_ref().or_else(|| session?.style.as_ref()).or(dossier.registry.style.as_ref());
    let asked = request.style.as_ref().map(|style| Text::generated(style.clone(), common.span));
    let name = asked.or_else(|| own.cloned()).unwrap_or_else(|| Text::generated(DEFAULT_STYLE, common.span));
    match House::load(&request.assets, &name.value) {
        Ok(house) => Some((name.value, Arc::new(house))),
        Err(fault) => {
            report.push(house_fault(&name, fault, &request.assets));
            None
        }
    }
}

fn house_fault(name: &Text, fault: house::Fault, assets: &Assets) -> Diagnostic {
    let names = House::names(assets);
    match fault {
        house::Fault::Unknown => {
            Diagnostic::error("unknown-style", name.span, format!("there is no house style `{}`", name.value))
                .did_you_mean(&name.value, names.iter().map(String::as_str))
                .hint(format!("house styles: {}", crate::diagnostic::listing(names.iter().map(String::as_str))))
        }
        house::Fault::Damaged(why) => {
            Diagnostic::homeless("template", format!("the house style `{}` is damaged: {why}", name.value))
        }
    }
}

fn languages_of(dossier: &Dossier, loaded: &Loaded, request: &Request) -> Vec<Text> {
    let common = &loaded.submission.common;
    if !request.languages.is_empty() {
        return request.languages.iter().map(|code| Text::generated(code.clone(), common.span)).collect();
    }
    let own = if common.languages.is_empty() { &dossier.registry.languages } else { &common.languages };
    if own.is_empty() { vec![Text::generated(DEFAULT_LANGUAGE, common.span)] } else { own.0.clone() }
}

fn language_fault(code: &Text, fault: language::Fault, assets: &Assets) -> Diagnostic {
    match fault {
        language::Fault::Unknown => {
            let known = assets.names("languages", ".yaml");
            let hint = format!("languages: {}", crate::diagnostic::listing(known.iter().map(String::as_str)));
            Diagnostic::error("unknown-language", code.span, format!("there are no words for the language `{}`", code.value))
                .hint(hint)
        }
        language::Fault::Damaged(why) => {
            Diagnostic::homeless("template", format!("the words of `{}` are damaged: {why}", code.value))
        }
    }
}

/// Writes one document in one format.
fn write(ready: &Ready, writer: &Writer, request: &Request, sources: &Sources, fonts: &Fonts) -> parallel::Made {
    let job = Job { document: &ready.document, house: &ready.house, assets: &request.assets, sources, fonts };
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
