//! For people: the message, the author's line with the place marked, and hints, as the Rust compiler shows them.

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{Sources, Span};
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
    // of a long line only an excerpt is shown: what stands far off in it is said in words
    let is_far = |label: &&Label| diagnostic.primary.as_ref().is_some_and(|primary| is_far(primary.span, label.span, sources));
    let (far, near): (Vec<&Label>, Vec<&Label>) = diagnostic.secondary.iter().partition(is_far);
    let secondary = near.into_iter().map(|label| (AnnotationKind::Context, label));
    let labels: Vec<_> = primary.chain(secondary).collect();
    for file in files(&labels) {
        let here = labels.iter().filter(|(_, label)| label.span.file() == Some(file));
        let source = sources.file(file);
        let annotations = here.map(|(kind, label)| annotation(kind, label, &source.text));
        group = group.element(Snippet::source(source.text.as_str()).path(source.path.as_str()).annotations(annotations));
    }
    for label in far {
        group = group.element(Level::NOTE.message(format!("{}: {}", label.message, sources.position(label.span))));
    }
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.term_width(WIDTH).render(&[group]))
}

/// Whether two places are in the same line, farther from each other than what is shown of a line.
fn is_far(one: Span, other: Span, sources: &Sources) -> bool {
    let between = sources.written(one.within(one.start.min(other.start)..one.start.max(other.start)));
    one.file() == other.file() && between.len() > WIDTH && !between.contains('\n')
}

fn files(labels: &[(AnnotationKind, &Label)]) -> Vec<crate::source::FileId> {
    let mut files = Vec::new();
    for file in labels.iter().filter_map(|(_, label)| label.span.file()) {
        if !files.contains(&file) {
            files.push(file);
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
