//! A resolved document → bytes in a format.

pub mod docx;
pub mod json;
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

/// What a writer works with.
pub struct Job<'a> {
    /// The document.
    pub document: &'a ResolvedDocument,
    /// Its house style.
    pub house: &'a House,
    /// The Word file whose look a Word document takes.
    pub word_template: Option<&'a WordTemplate>,
    /// Templates.
    pub assets: &'a Assets,
    /// The author's files, for messages.
    pub sources: &'a Sources,
    /// Fonts, for those who need them.
    pub fonts: &'a pdf::Fonts,
    /// The pages, once a writer has asked for them.
    laid_out: OnceCell<SourceResult<LaidOut<'a>>>,
}

impl<'a> Job<'a> {
    /// A document without a Word file whose look it takes; nothing is laid out yet.
    pub fn new(
        document: &'a ResolvedDocument,
        house: &'a House,
        assets: &'a Assets,
        sources: &'a Sources,
        fonts: &'a pdf::Fonts,
    ) -> Self {
        Self { document, house, word_template: None, assets, sources, fonts, laid_out: OnceCell::new() }
    }

    /// The same with the Word file, if there is one.
    pub fn with_word_template(self, word_template: Option<&'a WordTemplate>) -> Self {
        Self { word_template, ..self }
    }

    /// The pages of the document, which are laid out when a writer first asks for them, for all writers.
    pub fn laid_out(&self) -> SourceResult<&LaidOut<'a>> {
        self.laid_out.get_or_init(|| pdf::lay_out(self)).as_ref().map_err(Clone::clone)
    }

    /// What is known of the pages, for a document that shows numbers of its pages; of another one nothing, since laying out takes time.
    fn layout(&self) -> SourceResult<Layout> {
        let shown = self.document.contents.is_some() || self.house.page_number.value.contains("{pages}");
        if shown { self.laid_out().map(LaidOut::layout) } else { Ok(Layout::default()) }
    }
}

/// What a writer made, and what it has to say of it.
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Warnings.
    pub warnings: Vec<Diagnostic>,
    /// The number of pages, where there are pages.
    pub pages: Option<usize>,
}

/// An output format.
pub struct Writer {
    /// As the command line names it; also the ending of the file.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// Writes a document.
    pub write: fn(&Job) -> SourceResult<Written>,
    /// What `write` would say of the document, found with as little work as can be.
    pub check: fn(&Job) -> Vec<Diagnostic>,
}

/// All formats.
pub static WRITERS: &[Writer] = &[
    Writer { name: "pdf", about: "tagged PDF/UA-1 and PDF/A-2a", write: pdf::write, check: pdf::check },
    Writer { name: "docx", about: "Word document", write: write_docx, check: check_docx },
    Writer { name: "typ", about: "the Typst source of the PDF", write: typst::write, check: nothing_to_say },
    Writer { name: "txt", about: "plain text", write: text::write, check: nothing_to_say },
    Writer { name: "json", about: "the resolved document", write: json::write, check: nothing_to_say },
];

/// A file without pages or warnings.
fn plain(bytes: Vec<u8>) -> Written {
    Written { bytes, warnings: Vec::new(), pages: None }
}

/// A fault of the house's own templates, which is at no line of the author's.
fn template_fault(message: impl std::fmt::Display) -> Vec<Diagnostic> {
    vec![Diagnostic::without_place(catalogue::TEMPLATE, format!("a template of the house style is damaged: {message}"))]
}

/// What the pages of the PDF are, for formats that have none themselves.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The page of each heading of the document in order, from 1; an annex is one.
    pub headings: Vec<u32>,
    /// How many pages there are.
    pub pages: usize,
}

fn write_docx(job: &Job) -> SourceResult<Written> {
    let written = docx::write(job, &job.layout()?).map_err(template_fault)?;
    Ok(Written { warnings: written.warnings, ..plain(written.bytes) })
}

/// Only the look of a Word file that the author gives can lack anything.
fn check_docx(job: &Job) -> Vec<Diagnostic> {
    if job.word_template.is_none() && job.assets.overrides.is_none() {
        return Vec::new();
    }
    docx::write(job, &Layout::default()).map_or_else(template_fault, |written| written.warnings)
}

/// A format whose writer has nothing to say.
fn nothing_to_say(_: &Job) -> Vec<Diagnostic> {
    Vec::new()
}
