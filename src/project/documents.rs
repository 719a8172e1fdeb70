//! Submissions → resolved documents. Those that draw on other reports come after them, so that they can say where those say what.

use super::{Request, files, limits};
use crate::analysis::places;
use crate::assets::Assets;
use crate::authored::{Reports, Submission};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::dossier::{Dossier, Loaded};
use crate::files::word_template::WordTemplate;
use crate::house::{self, House};
use crate::language::{self, Language};
use crate::lower::{lower, statements, word_template};
use crate::query::{Citation, Citations, Scope};
use crate::records::country::Countries;
use crate::resolve::resolve;
use crate::resolved::{Content, ResolvedDocument, plain_text};
use crate::source::{Sources, Text};
use crate::yaml::Report;
use std::sync::Arc;

/// The house style where nothing names one.
const DEFAULT_STYLE: &str = "itu-council";
/// The language where nothing names one.
const DEFAULT_LANGUAGE: &str = "en";

/// A document that is ready to be written.
pub struct Ready {
    /// The name of its files, without ending.
    pub name: String,
    /// The document.
    pub document: ResolvedDocument,
    /// Its house style.
    pub house: Arc<House>,
    /// The Word file whose look its Word form takes.
    pub word_template: Option<WordTemplate>,
    /// Whether something is wrong with it already: then it is made for the sake of the messages only.
    pub blocked: bool,
}

/// What documents are made of.
pub struct Maker<'a> {
    pub dossier: &'a Dossier,
    pub request: &'a Request,
    pub countries: Arc<Countries>,
    pub sources: &'a Sources,
}

impl Maker<'_> {
    /// Every wanted document in every language.
    pub fn documents(&self, report: &mut Report) -> Vec<Ready> {
        let wanted = || self.dossier.submissions.iter().filter(|loaded| loaded.wanted);
        let draws = |loaded: &&Loaded| loaded.submission.kind.reports == Reports::Reports;
        let citations = if wanted().any(|loaded| draws(&loaded)) { self.citations() } else { Citations::new() };
        let none = Citations::new();
        // what is wanted besides makes no difference
        let of = |loaded: &Loaded| if draws(&loaded) { &citations } else { &none };
        wanted().flat_map(|loaded| self.in_languages(loaded, of(loaded), report)).collect()
    }

    /// Where the annual reports of the dossier say what; what is wrong with them is said when they are made themselves.
    fn citations(&self) -> Citations {
        let reports = self.dossier.submissions.iter().filter(|loaded| loaded.submission.kind.reports == Reports::Period);
        let none = Citations::new();
        let made: Vec<Ready> = reports.flat_map(|loaded| self.in_languages(loaded, &none, &mut Report::new())).collect();
        citations(&made)
    }

    fn in_languages(&self, loaded: &Loaded, citations: &Citations, report: &mut Report) -> Vec<Ready> {
        let Some((style, house)) = house_of(self.dossier, loaded, self.request, report) else { return Vec::new() };
        let mut ready = Vec::new();
        for code in languages_of(self.dossier, loaded, self.request) {
            match Language::load(&self.request.assets, &code.value, self.countries.clone()) {
                Ok(language) => ready.push(self.document(loaded, &language, (&style, &house), citations, report)),
                Err(fault) => report.push(language_fault(&code, fault, &self.request.assets)),
            }
        }
        ready
    }

    fn document(
        &self,
        loaded: &Loaded,
        language: &Language,
        (style, house): (&str, &Arc<House>),
        citations: &Citations,
        report: &mut Report,
    ) -> Ready {
        let mut found = Vec::new();
        let Dossier { registry, root, .. } = self.dossier;
        let scope = Scope::new(registry, &loaded.submission, &language.code, &self.countries, root, citations);
        let word_template = word_template(&scope, &mut found);
        let document = lower(&scope, &mut found);
        let mut document = resolve(&document, language, house, style, &mut found);
        found.extend(limits::check(&document, registry));
        document.sources = files::sources(self.dossier, loaded, &document, self.sources);
        let blocked = has_errors(&found);
        // an edition has most of its texts in common with the document as it was first submitted
        found.retain(|diagnostic| !report.contains(diagnostic));
        report.extend(found);
        Ready { name: format!("{}.{}", loaded.stem, language.code), document, house: house.clone(), word_template, blocked }
    }
}

/// Each recommendation of the dossier's ledger as a sentence in the first language of the dossier, or that which is asked for.
pub fn speak(dossier: &Dossier, request: &Request, report: &mut Report) -> Vec<String> {
    let blank = Submission::blank();
    let countries = Arc::new(Countries::load(&request.assets));
    let own = dossier.registry.languages.iter().map(|code| &code.value);
    let code = request.languages.iter().chain(own).next().map_or(DEFAULT_LANGUAGE, String::as_str);
    let (Ok(language), Ok(house)) =
        (Language::load(&request.assets, code, countries.clone()), House::load(&request.assets, DEFAULT_STYLE))
    else {
        return Vec::new();
    };
    let nothing = Citations::new();
    let scope = Scope::new(&dossier.registry, &blank, code, &countries, &dossier.root, &nothing);
    let document = resolve(&statements(&scope, report), &language, &house, DEFAULT_STYLE, report);
    let sentences = document.body.iter().map(|block| match &block.content {
        // a table breaks its lines itself
        Content::Paragraph(content) => plain_text(content).replace('\u{a0}', " "),
        _ => String::new(),
    });
    sentences.collect()
}

/// Where documents say what: of each document the first place that says what a record says.
pub fn citations(documents: &[Ready]) -> Citations {
    let mut citations = Citations::new();
    for ready in documents {
        let document = ready.document.properties.symbol.clone().unwrap_or_else(|| ready.name.clone());
        for place in places(&ready.document) {
            for record in place.records {
                let known = citations.entry(record).or_default();
                if known.last().is_none_or(|last: &Citation| last.document != document) {
                    known.push(Citation { document: document.clone(), number: place.number.clone() });
                }
            }
        }
    }
    citations
}

/// The submission's house style, or else its session's, or else the dossier's.
fn house_of(dossier: &Dossier, loaded: &Loaded, request: &Request, report: &mut Report) -> Option<(String, Arc<House>)> {
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
