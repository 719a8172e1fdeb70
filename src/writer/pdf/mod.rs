//! PDF, made by Typst in this process: tagged, PDF/UA-1 and PDF/A-2a.
//!
//! 1. Characters that no font has are found before Typst would replace them.
//! 2. The Typst source is laid out; its messages are traced to the author's lines.
//! 3. The pages are written; a limit of pages is checked.

mod fonts;
mod glyphs;
mod survey;
mod world;

pub use fonts::{FontChoice, Fonts};
pub use survey::Survey;

use super::typst::{Source, SourceMap, source};
use super::{Job, Layout, Written};
use crate::diagnostic::{Diagnostic, SourceResult, catalogue};
use crate::resolved::{Node, ResolvedDocument, Visitor, walk};
use crate::template::with_room;
use ::typst::WorldExt;
use ::typst::diag::{Severity, SourceDiagnostic};
use ::typst::foundations::{Content, Label, NativeElement, Smart};
use ::typst::introspection::Introspector;
use ::typst::model::HeadingElem;
use ::typst::utils::PicoStr;
use std::collections::HashMap;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::World;

/// A document whose pages are laid out.
pub struct LaidOut<'a> {
    world: World<'a>,
    map: SourceMap,
    pages: PagedDocument,
    /// The names of the places to which references lead.
    anchors: Vec<String>,
}

impl LaidOut<'_> {
    /// Returns the pages of the headings and of the places to which references lead, and the number of pages.
    pub fn layout(&self) -> Layout {
        let introspector = self.pages.introspector();
        let headings = introspector.query(&HeadingElem::ELEM.select());
        let page = |heading: &Content| introspector.page(heading.location()?);
        let headings = headings.iter().map(|heading| page(heading).map_or(0, |page| page.get() as u32)).collect();
        Layout { headings, places: self.places(), pages: self.pages.pages().len() }
    }

    fn places(&self) -> HashMap<String, u32> {
        let introspector = self.pages.introspector();
        let page = |anchor: &String| {
            let label = Label::new(PicoStr::intern(anchor))?;
            let place = introspector.query_label(label).ok()?;
            Some((anchor.clone(), introspector.page(place.location()?)?.get() as u32))
        };
        self.anchors.iter().filter_map(page).collect()
    }
}

/// Writes the PDF of a document.
///
/// # Errors
/// Messages at the author's lines that say why there can be no PDF.
pub fn write(job: &Job) -> SourceResult<Written> {
    let LaidOut { world, map, pages, .. } = job.laid_out()?;
    let bytes = typst_pdf::pdf(pages, &options()).map_err(|faults| translate(world, map, &faults))?;
    let count = pages.pages().len();
    Ok(Written { bytes, warnings: too_long(job.document, count), pages: Some(count) })
}

/// Returns the messages of [`write()`]. Pages are laid out only if that may matter:
///
/// * if there is a limit of pages, since their number is needed;
/// * if there are pictures, templates or fonts of the user's, since pictures may be damaged, templates wrong, and fonts may lack
///   what a PDF must have. These are found only by writing the whole PDF.
///
/// With embedded templates and fonts, nothing else that authors write can cause a message, once characters and headings are
/// checked.
pub fn check(job: &Job) -> Vec<Diagnostic> {
    let (survey, faults) = unprintable(job);
    if !faults.is_empty() {
        return faults;
    }
    if job.assets.overrides.is_some() || job.fonts.are_chosen() || survey.pictures {
        return write(job).map_or_else(|faults| faults, |written| written.warnings);
    }
    match job.document.page_limit.map(|_| job.laid_out()) {
        Some(Ok(laid_out)) => too_long(job.document, laid_out.pages.pages().len()),
        Some(Err(faults)) => faults,
        None => Vec::new(),
    }
}

/// Returns messages about characters that no font has, and a title or headings without words: with these there can be no PDF.
fn unprintable(job: &Job) -> (Survey, Vec<Diagnostic>) {
    let survey = Survey::of(job.document);
    let faults = glyphs::missing(job).into_iter().chain(survey.without_words.iter().cloned()).collect();
    (survey, faults)
}

/// Lays out the pages of a document.
///
/// # Errors
/// Messages at the author's lines that say why there can be no pages.
pub fn lay_out<'a>(job: &Job<'a>) -> SourceResult<LaidOut<'a>> {
    let (_, faults) = unprintable(job);
    if !faults.is_empty() {
        return Err(faults);
    }
    let Source { text, map, pictures } = source(job)?;
    let (world, laid_out) = with_room(|| {
        let world = World::new(job.fonts, text, pictures);
        let laid_out = ::typst::compile::<PagedDocument>(&world);
        (world, laid_out)
    });
    // these warnings, such as an unknown font or a layout that does not converge, mean that the pages are wrong
    let warnings = translate(&world, &map, &laid_out.warnings);
    let pages = laid_out.output.map_err(|faults| translate(&world, &map, &faults))?;
    if warnings.is_empty() { Ok(LaidOut { world, map, pages, anchors: anchors(job.document) }) } else { Err(warnings) }
}

/// Returns the names of all places to which references may lead.
fn anchors(document: &ResolvedDocument) -> Vec<String> {
    #[derive(Default)]
    struct Anchors(Vec<String>);
    impl<'d> Visitor<'d> for Anchors {
        fn enter(&mut self, node: Node<'d>) {
            match node {
                Node::Annex(annex) => self.0.extend(annex.anchor.clone()),
                Node::Block(block) => self.0.extend(block.anchor.clone()),
                Node::BoxRow(_) | Node::Item(_) | Node::Row(_) | Node::Cell(_) | Node::Note(_) | Node::Comment(_) => {}
            }
        }
    }
    let mut anchors = Anchors::default();
    walk(document, &mut anchors);
    anchors.0
}

/// Frees cached layout that no document has used while the last `documents` documents were made. The cache is shared by all
/// threads, and a thread may be in the middle of a document when others have finished theirs.
pub fn age_caches(documents: usize) {
    ::typst::comemo::evict(documents);
}

fn options() -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("the two go together");
    // no time stamp but the document's own date, so that the same input gives the same bytes
    PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Auto,
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    }
}

fn too_long(document: &ResolvedDocument, pages: usize) -> Vec<Diagnostic> {
    let limit = document.page_limit.filter(|limit| pages > limit.value as usize);
    let diagnostic = limit.map(|limit| {
        let message =
            format!("the document has {pages} pages, {} more than its limit of {}", pages - limit.value as usize, limit.value);
        Diagnostic::new(catalogue::PAGE_LIMIT, limit.span, message)
            .hint("shorten it, or turn the rule off: `check: {rules: {page-limit: off}}`")
    });
    diagnostic.into_iter().collect()
}

/// Returns a message about a fault that no text of the author's has caused, so that it must be in the functions of the house
/// style.
fn in_the_template(world: &World, fault: &SourceDiagnostic, message: String) -> Diagnostic {
    let diagnostic = Diagnostic::without_place(catalogue::TYPST, message);
    match world.range(fault.span).and_then(|range| world.line(range.start)) {
        Some(line) => {
            diagnostic.hint(format!("at line {line} of the source that `--to typ` writes, in the part of `typst/house.typ`"))
        }
        None => diagnostic,
    }
}

/// Turns the messages of Typst into messages at the author's lines.
fn translate(world: &World, map: &SourceMap, faults: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    let one = |fault: &SourceDiagnostic| {
        let span = world.range(fault.span).and_then(|range| map.find(range.start));
        let message = fault.message.to_string();
        let mut diagnostic = match span {
            Some(span) => Diagnostic::new(catalogue::TYPST, span, message),
            None => in_the_template(world, fault, message),
        };
        if fault.severity == Severity::Warning {
            diagnostic = diagnostic.hint("a warning of Typst, which would spoil the page");
        }
        diagnostic.hints.extend(fault.hints.iter().map(|hint| hint.v.to_string()));
        diagnostic
    };
    faults.iter().map(one).collect()
}
