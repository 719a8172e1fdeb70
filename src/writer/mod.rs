//! A resolved document → bytes in a format.

pub mod docx;
pub mod json;
pub mod pdf;
pub mod text;
pub mod typst;

use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, SourceResult};
use crate::files::word_template::WordTemplate;
use crate::house::House;
use crate::resolved::ResolvedDocument;
use crate::source::Sources;

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
}

/// All formats.
pub static WRITERS: &[Writer] = &[
    Writer { name: "pdf", about: "tagged PDF/UA-1 and PDF/A-2a", write: pdf::write },
    Writer { name: "docx", about: "Word document", write: write_docx },
    Writer { name: "typ", about: "the Typst source of the PDF", write: typst::write },
    Writer { name: "txt", about: "plain text", write: text::write },
    Writer { name: "json", about: "the resolved document", write: json::write },
];

/// A file without pages or warnings.
fn plain(bytes: Vec<u8>) -> Written {
    Written { bytes, warnings: Vec::new(), pages: None }
}

/// A fault of the house's own templates, which is at no line of the author's.
fn template_fault(message: impl std::fmt::Display) -> Vec<Diagnostic> {
    vec![Diagnostic::homeless("template", format!("a template of the house style is damaged: {message}"))]
}

/// What the pages of the PDF are, for formats that have none themselves.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The page of each heading of the document in order, from 1; an annex is one.
    pub headings: Vec<u32>,
    /// How many pages there are.
    pub pages: usize,
}

/// The layout of a document that shows numbers of its pages; of another one nothing, since it takes time.
fn layout(job: &Job) -> SourceResult<Layout> {
    let shown = job.document.contents.is_some() || job.house.page_number.value.contains("{pages}");
    if shown { pdf::layout(job) } else { Ok(Layout::default()) }
}

fn write_docx(job: &Job) -> SourceResult<Written> {
    let written = docx::write(job, &layout(job)?).map_err(template_fault)?;
    Ok(Written { warnings: written.warnings, ..plain(written.bytes) })
}
