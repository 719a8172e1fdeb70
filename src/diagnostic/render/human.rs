//! For people: the message, the author's line with the place marked, and hints, as the Rust compiler shows them.

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::Sources;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

/// Lines longer than this are shown as an excerpt around the place: one line of 100 MB must not be printed.
const WIDTH: usize = 120;

/// A block of lines for one message.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.name));
    let primary = diagnostic.primary.iter().map(|label| (AnnotationKind::Primary, label));
    let secondary = diagnostic.secondary.iter().map(|label| (AnnotationKind::Context, label));
    let labels: Vec<_> = primary.chain(secondary).collect();
    for file in files(&labels) {
        let here = labels.iter().filter(|(_, label)| label.span.file == file);
        let source = sources.file(file);
        let annotations = here.map(|(kind, label)| annotation(kind, label, &source.text));
        group = group.element(Snippet::source(source.text.as_str()).path(source.path.as_str()).annotations(annotations));
    }
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.term_width(WIDTH).render(&[group]))
}

fn files(labels: &[(AnnotationKind, &Label)]) -> Vec<crate::source::FileId> {
    let mut files = Vec::new();
    for (_, label) in labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

/// The place within its first line: a text over many lines is pointed at where it begins.
fn annotation<'a>(kind: &AnnotationKind, label: &'a Label, source: &str) -> Annotation<'a> {
    let start = source.floor_char_boundary(label.span.start as usize);
    let end = source.ceil_char_boundary((label.span.end as usize).min(source.len())).max(start);
    let line_end = source[start..end].find('\n').map_or(end, |at| start + at);
    let annotation = kind.span(start..line_end.max(start));
    if label.message.is_empty() { annotation } else { annotation.label(label.message.as_str()) }
}
