//! Makes the documents of one submission, one in each language, with all messages about it.

use super::Request;
use super::extent;
use super::guard::guarded;
use super::limits;
use super::picture_memory;
use super::run::{Purpose, Run};
use crate::assets::Assets;
use crate::authored::Coverage;
use crate::diagnostic::{Diagnostic, Diagnostics, catalogue};
use crate::document::Document;
use crate::dossier::LoadedSubmission;
use crate::files::word_template::WordTemplate;
use crate::house::{self, House};
use crate::language::{self, Language};
use crate::layout;
use crate::lint::{check_submission, drop_what_follows};
use crate::lower::{lower, word_template};
use crate::query::{Citations, Scope};
use crate::records::registry::Registry;
use crate::resolve::{Aim, identify, resolve};
use crate::resolved::ResolvedDocument;
use crate::source::Text;
use crate::writer::pdf::Survey;
use std::collections::HashSet;
use std::sync::Arc;

/// The house style if neither the submission, its session nor the dossier names one.
pub const DEFAULT_STYLE: &str = "itu-council";
/// The language if neither the submission nor the dossier names one.
pub const DEFAULT_LANGUAGE: &str = "en";

/// A resolved document of a submission in one language, with everything that writers need.
pub struct ReadyDocument {
    /// The name of its files without ending: `c22-8.en`. `{format}` in it stands for the format.
    pub name: String,
    /// The name of the submission's files without language and ending: `c22-8`.
    pub stem: String,
    /// The resolved document.
    pub document: ResolvedDocument,
    /// The house style.
    pub house: Arc<House>,
    /// The Word template whose look the DOCX takes, if there is one.
    pub word_template: Option<WordTemplate>,
    /// True if there are errors already: writers then only check the document, and write no files.
    pub blocked: bool,
}

/// The documents of one submission before they are resolved.
#[derive(Default)]
pub struct Lowered {
    /// The documents, one for each language that could be made.
    pub documents: Vec<LoweredDocument>,
    /// The messages of the rules and of lowering, at the levels that the dossier gives them.
    pub messages: Diagnostics,
}

/// A document of a submission in one language before it is resolved, with everything on which its words depend.
pub struct LoweredDocument {
    name: String,
    stem: String,
    document: Document,
    language: Arc<Language>,
    style: Style,
    aim: Aim,
    word_template: Option<WordTemplate>,
    /// True if there are errors already.
    blocked: bool,
}

impl LoweredDocument {
    /// Says whether another document is resolved to the same words, which come from the same places. A document with a Word template is never the same,
    /// since the file may have changed.
    pub fn is_same(&self, other: &Self) -> bool {
        let has_template = self.word_template.is_some() || other.word_template.is_some();
        let [(style, house), (other_style, other_house)] = [&self.style, &other.style];
        let same_look = Arc::ptr_eq(&self.language, &other.language) && style == other_style && Arc::ptr_eq(house, other_house);
        !has_template && same_look && self.name == other.name && self.aim == other.aim && self.document == other.document
    }
}

/// The name by which a house style was asked for, and the house style.
type Style = (String, Arc<House>);

impl Run<'_> {
    /// Runs the rules over a submission if it is wanted, and lowers it in all its languages.
    pub fn lowered(&self, loaded: &LoadedSubmission, citations: &Citations) -> Lowered {
        let codes = languages(self.request, &self.dossier.registry, loaded);
        let registry = &self.dossier.registry;
        let mut scope = Scope::new(
            registry,
            &loaded.submission,
            self.services.countries(),
            self.subject.symbols,
            &self.dossier.identities,
            self.attachments,
            citations,
        );
        let mut messages = Diagnostics::new();
        let style = self.house(loaded);
        if let Ok((_, house)) = &style {
            scope.boxed = house.boxed != Some(false);
            scope.chairman_until = house.chairman_until.map(|day| day.value);
        }
        if loaded.wanted {
            let found = guarded(&loaded.stem, || check_submission(&self.subject, &scope));
            messages.extend(found.unwrap_or_else(|fault| vec![fault]));
        }
        let style = style.map_err(|fault| messages.push(fault)).ok();
        self.levels.apply(&mut messages);
        drop_what_follows(&mut messages, self.misnamed);
        let blocked = self.blocked || messages.has_errors();
        let mut lowered = Lowered { documents: Vec::new(), messages };
        for code in codes.iter().filter(|_| style.is_some()) {
            scope.language = &code.value;
            self.lower(loaded, &scope, code, style.as_ref().expect("asked for just now"), blocked, &mut lowered);
        }
        lowered
    }

    /// Lowers a submission in one language, and adds the document and the messages about it to `lowered`.
    fn lower(&self, loaded: &LoadedSubmission, scope: &Scope, code: &Text, style: &Style, blocked: bool, lowered: &mut Lowered) {
        let name = self.names.name(loaded, &code.value);
        let mut found = Diagnostics::new();
        let language = self.services.language(&code.value).map_err(|fault| language_fault(code, fault, &self.services.assets));
        let made = language
            .and_then(|language| guarded(&name, || (language, word_template(scope, &mut found), lower(scope, &mut found))));
        let made = made.map_err(|fault| found.push(fault)).ok();
        found.extend(self.names.clash(loaded, &code.value));
        self.levels.apply(&mut found);
        let blocked = blocked || found.has_errors();
        lowered.messages.extend(found);
        let document = made.map(|(language, word_template, document)| {
            let aim = if word_template.is_some() { Aim::Words } else { self.aim(scope, &document) };
            LoweredDocument {
                name,
                stem: loaded.stem.clone(),
                document,
                language,
                style: style.clone(),
                aim,
                word_template,
                blocked,
            }
        });
        lowered.documents.extend(document);
    }

    /// Resolves a document, and takes its Word template. Messages are added to `found`, at their own levels.
    pub fn resolved(&self, lowered: &mut LoweredDocument, found: &mut Diagnostics) -> Option<ReadyDocument> {
        let mut own = Diagnostics::new();
        let resolved = guarded(&lowered.name, || self.resolve(lowered, &mut own));
        let resolved = resolved.map_err(|fault| own.push(fault)).ok();
        found.extend(own.iter().cloned());
        self.levels.apply(&mut own);
        let (name, house, word_template) = (lowered.name.clone(), lowered.style.1.clone(), lowered.word_template.take());
        let stem = lowered.stem.clone();
        let blocked = lowered.blocked || own.has_errors();
        resolved.map(|document| ReadyDocument { name, stem, document, house, word_template, blocked })
    }

    fn resolve(&self, lowered: &LoweredDocument, found: &mut Diagnostics) -> ResolvedDocument {
        let (style, house) = &lowered.style;
        let resolve = |aim, found: &mut Diagnostics| resolve(&lowered.document, &lowered.language, house, style, aim, found);
        let mut document = resolve(lowered.aim, found);
        if lowered.aim == Aim::Messages && Survey::of(&document).pictures {
            // whether a picture is damaged is seen only when the pages are written
            document = resolve(Aim::Words, found);
        }
        // no message depends on identities
        if !matches!(self.purpose, Purpose::Check) {
            identify(&mut document, &self.dossier.identities);
        }
        found.extend(limits::check(&document));
        found.extend(extent::check(&document));
        found.extend(picture_memory::check(&document));
        found.extend(layout::check(&document, house));
        document
    }

    /// Returns what a document without a Word template is resolved for: only for its messages, unless somebody reads its words. The writers do so in a
    /// build, and in a check if there are pages to count, or templates and fonts of the user's; other submissions may cite its clauses.
    fn aim(&self, scope: &Scope, lowered: &Document) -> Aim {
        let is_cited = scope.submission.kind.coverage == Coverage::Period;
        let is_counted = lowered.questionnaire.is_some() || lowered.front.page_limit.is_some();
        let are_chosen = self.services.assets.overrides.is_some() || self.services.fonts.are_chosen();
        match self.purpose {
            Purpose::Check if !(is_cited || is_counted || are_chosen) => Aim::Messages,
            Purpose::Check | Purpose::Keep | Purpose::Save(_) => Aim::Words,
        }
    }

    /// Returns the house style of the request, or else of the submission, its session, or the dossier.
    fn house(&self, loaded: &LoadedSubmission) -> Result<Style, Diagnostic> {
        let (common, registry) = (&loaded.submission.common, &self.dossier.registry);
        let session = common.session.as_ref().and_then(|id| registry.sessions.get(&id.value));
        let own = common.style.as_ref().or_else(|| session?.style.as_ref()).or(registry.style.as_ref());
        let asked = self.request.style.as_ref().map(|style| Text::generated(style.clone(), common.span));
        let name = asked.or_else(|| own.cloned()).unwrap_or_else(|| Text::generated(DEFAULT_STYLE, common.span));
        let house = self.services.house(&name.value);
        house.map_err(|fault| house_fault(&name, fault, &self.services.assets)).map(|house| (name.value, house))
    }
}

/// Returns the languages of the request, or else of the submission or the dossier, each once.
pub fn languages(request: &Request, registry: &Registry, loaded: &LoadedSubmission) -> Vec<Text> {
    let common = &loaded.submission.common;
    let asked = request.languages.iter().map(|code| Text::generated(code.clone(), common.span));
    let own = if common.languages.is_empty() { &registry.languages } else { &common.languages };
    let mut all: Vec<Text> = if request.languages.is_empty() { own.0.clone() } else { asked.collect() };
    if all.is_empty() {
        all.push(Text::generated(DEFAULT_LANGUAGE, common.span));
    }
    let mut seen = HashSet::new();
    all.retain(|code| seen.insert(code.value.clone()));
    all
}

fn house_fault(name: &Text, fault: house::Fault, assets: &Assets) -> Diagnostic {
    let names = House::names(assets);
    match fault {
        house::Fault::Unknown => {
            Diagnostic::new(catalogue::UNKNOWN_STYLE, name.span, format!("there is no house style `{}`", name.value))
                .did_you_mean(&name.value, names.iter().map(String::as_str))
                .hint(format!("house styles: {}", crate::diagnostic::listing(names.iter().map(String::as_str))))
        }
        house::Fault::Damaged(why) => {
            Diagnostic::without_place(catalogue::TEMPLATE, format!("the house style `{}` is damaged: {why}", name.value))
        }
    }
}

fn language_fault(code: &Text, fault: language::Fault, assets: &Assets) -> Diagnostic {
    match fault {
        language::Fault::Unknown => {
            let known = assets.names("languages", ".yaml");
            let hint = format!("languages: {}", crate::diagnostic::listing(known.iter().map(String::as_str)));
            Diagnostic::new(
                catalogue::UNKNOWN_LANGUAGE,
                code.span,
                format!("there are no words for the language `{}`", code.value),
            )
            .hint(hint)
        }
        language::Fault::Damaged(why) => {
            Diagnostic::without_place(catalogue::TEMPLATE, format!("the words of `{}` are damaged: {why}", code.value))
        }
    }
}
