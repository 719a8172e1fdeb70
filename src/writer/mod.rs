//! Writers turn a resolved document into the bytes of a file, one for each format.

pub mod docx;
pub mod json;
pub mod pages;
pub mod pdf;
pub mod text;
pub mod typst;

use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, SourceResult, catalogue};
use crate::files::word_template::WordTemplate;
use crate::house::House;
use crate::resolved::ResolvedDocument;
use crate::source::Sources;
use pdf::LaidOut;
use std::cell::OnceCell;
use std::collections::HashMap;

/// A document for the writers, with everything that they need.
pub struct Job<'a> {
    /// The resolved document.
    pub document: &'a ResolvedDocument,
    /// The house style of the document.
    pub house: &'a House,
    /// The Word template whose look the DOCX takes, if there is one.
    pub word_template: Option<&'a WordTemplate>,
    /// The files of templates.
    pub assets: &'a Assets,
    /// The author's files, for the places of single characters in messages.
    pub sources: &'a Sources,
    /// The fonts that a PDF may use.
    pub fonts: &'a pdf::Fonts,
    /// The pages, once a writer has asked for them.
    laid_out: OnceCell<SourceResult<LaidOut<'a>>>,
}

impl<'a> Job<'a> {
    /// Returns a job without a Word template, for which nothing is laid out yet.
    pub fn new(
        document: &'a ResolvedDocument,
        house: &'a House,
        assets: &'a Assets,
        sources: &'a Sources,
        fonts: &'a pdf::Fonts,
    ) -> Self {
        Self { document, house, word_template: None, assets, sources, fonts, laid_out: OnceCell::new() }
    }

    /// Returns the same job with this Word template, if there is one.
    pub fn with_word_template(self, word_template: Option<&'a WordTemplate>) -> Self {
        Self { word_template, ..self }
    }

    /// Returns the same job for another document.
    fn of<'b>(&'b self, document: &'b ResolvedDocument) -> Job<'b> {
        let Job { house, word_template, assets, sources, fonts, .. } = *self;
        Job::new(document, house, assets, sources, fonts).with_word_template(word_template)
    }

    /// Returns the pages of the document. They are laid out when a writer first asks for them, and then kept for all writers.
    ///
    /// # Errors
    /// Messages that say why there can be no pages.
    pub fn laid_out(&self) -> SourceResult<&LaidOut<'a>> {
        self.laid_out.get_or_init(|| pdf::lay_out(self)).as_ref().map_err(Clone::clone)
    }

    /// Returns the page numbers of headings and of places to which references lead, and the number of pages. Pages are laid out only for documents that show
    /// one of these; for others the result is empty, since layout is slow.
    fn layout(&self) -> SourceResult<Layout> {
        let shown = self.document.contents.is_some()
            || self.house.page_number.value.contains("{pages}")
            || pages::are_shown(self.document);
        if shown { self.laid_out().map(LaidOut::layout) } else { Ok(Layout::default()) }
    }
}

/// A file, and what its writer has to say.
pub struct Written {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The warnings of the writer.
    pub warnings: Vec<Diagnostic>,
    /// The number of pages, for formats with pages.
    pub pages: Option<usize>,
}

/// An output format: its name and its functions.
pub struct Writer {
    /// The name on the command line, which is also the ending of the file.
    pub name: &'static str,
    /// A description for the help of the command line.
    pub about: &'static str,
    /// Writes a document, or returns the messages that say why it can't be written.
    pub write: fn(&Job) -> SourceResult<Written>,
    /// Returns all messages of `write` for a document, with as little work as possible. Unless words of the document have to be counted or laid out, its
    /// lines may be empty that can cause no message.
    pub check: fn(&Job) -> Vec<Diagnostic>,
}

/// All output formats.
pub static WRITERS: &[Writer] = &[
    Writer { name: "pdf", about: "tagged PDF/UA-1 and PDF/A-2a", write: pdf::write, check: pdf::check },
    Writer { name: "docx", about: "Word document", write: write_docx, check: check_docx },
    Writer { name: "typ", about: "the Typst source of the PDF", write: typst::write, check: nothing_to_say },
    Writer { name: "txt", about: "plain text", write: text::write, check: nothing_to_say },
    Writer { name: "json", about: "the resolved document", write: json::write, check: nothing_to_say },
];

/// Returns a file without pages and warnings.
fn plain(bytes: Vec<u8>) -> Written {
    Written { bytes, warnings: Vec::new(), pages: None }
}

/// Returns a message about a fault in a template of the house style, which is at no line of the author's.
fn template_fault(message: impl std::fmt::Display) -> Vec<Diagnostic> {
    vec![Diagnostic::without_place(catalogue::TEMPLATE, format!("a template of the house style is damaged: {message}"))]
}

/// What a format without pages shows of the pages of the PDF.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The page of each heading in the order of the document, from 1. The title of an annex counts as a heading.
    pub headings: Vec<u32>,
    /// The page on which each place begins to which references lead, by the name of the place.
    pub places: HashMap<String, u32>,
    /// The number of pages.
    pub pages: usize,
}

fn write_docx(job: &Job) -> SourceResult<Written> {
    let layout = job.layout()?;
    let document = pages::filled_in(job.document, &layout);
    let written = docx::write(&job.of(&document), &layout).map_err(template_fault)?;
    Ok(Written { warnings: written.warnings, ..plain(written.bytes) })
}

/// Returns the messages of the DOCX writer. Only Word templates and templates of the user's can cause any, so that other
/// documents are not written.
fn check_docx(job: &Job) -> Vec<Diagnostic> {
    if job.word_template.is_none() && job.assets.overrides.is_none() {
        return Vec::new();
    }
    docx::write(job, &Layout::default()).map_or_else(template_fault, |written| written.warnings)
}

/// Returns no messages: the `check` of a format whose writer never has any.
fn nothing_to_say(_: &Job) -> Vec<Diagnostic> {
    Vec::new()
}
