//! Messages for people: the message, the author's line with the place marked, and hints, as the Rust compiler shows them.

use crate::diagnostic::{Diagnostic, Label, Severity, is_hidden, visible};
use crate::source::{SourceFile, Sources, Span};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// The most columns of a line that are shown. Of a longer line an excerpt around the place is shown: a line of 100 MB must not be printed.
const WIDTH: usize = 120;
/// The greatest distance, in bytes, of two places that are shown together, with the lines between them.
const FAR: usize = 1 << 16;
/// How much of a long line is given to the renderer before and after a place, in bytes: some characters of four bytes for each column.
const AROUND: usize = 8 * WIDTH;

/// Returns one message as a block of lines, with an empty line after it; `colour` adds the escape sequences of a terminal.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.name));
    let primary = diagnostic.primary.iter().map(|label| (AnnotationKind::Primary, label));
    // only an excerpt of a long line is shown: places far off in it are given in words
    let is_far = |label: &&Label| diagnostic.primary.as_ref().is_some_and(|primary| is_far(primary.span, label.span, sources));
    let (far, near): (Vec<&Label>, Vec<&Label>) = diagnostic.secondary.iter().partition(is_far);
    let secondary = near.into_iter().map(|label| (AnnotationKind::Context, label));
    let labels: Vec<_> = primary.chain(secondary).collect();
    for file in files(&labels) {
        let here = labels.iter().filter(|(_, label)| label.span.file() == Some(file));
        group = snippet(group, sources.file(file), &here.copied().collect::<Vec<_>>());
    }
    for label in far {
        group = group.element(Level::NOTE.message(format!("{}: {}", label.message, visible(&sources.position(label.span)))));
    }
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.term_width(WIDTH).render(&[group]))
}

/// Says whether two places of a file are too far from each other to be shown together.
fn is_far(one: Span, other: Span, sources: &Sources) -> bool {
    let between = sources.written(one.within(one.start.min(other.start)..one.start.max(other.start)));
    one.file() == other.file() && (between.len() > FAR || (between.len() > WIDTH && !between.contains('\n')))
}

/// Adds the lines of a file from the first of the places to the last. The renderer scans all text that it is given, for each message: so it is given
/// only these lines, and only a part of very long ones.
fn snippet<'a>(group: Group<'a>, source: &'a SourceFile, labels: &[(AnnotationKind, &'a Label)]) -> Group<'a> {
    let text = &source.text;
    let starts = || labels.iter().map(|(_, label)| text.floor_char_boundary(label.span.start as usize));
    let (first, last) = (starts().min().unwrap_or_default(), starts().max().unwrap_or_default());
    let line_start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let start = line_start.max(text.floor_char_boundary(first.saturating_sub(AROUND)));
    let end = text.ceil_char_boundary(last + AROUND);
    let end = text[last..end].find('\n').map_or(end, |at| last + at);
    let (line, column) = source.line_column(first as u32);
    let shown = text[start..end].chars().map(stand_in).collect::<String>();
    let annotations = labels.iter().map(|(kind, label)| annotation(kind, label, text, start..end));
    let (snippet, path) = (Snippet::source(shown).line_start(line).annotations(annotations), visible(&source.path));
    if start == line_start {
        return group.element(snippet.path(path));
    }
    group.element(Origin::path(path).line(line).char_column(column)).element(snippet)
}

/// Returns the sign that is shown for a hidden character in a line of a file. It has as many bytes as the character, so that no place is shifted.
fn stand_in(c: char) -> Cow<'static, str> {
    match c.len_utf8() {
        // the renderer shows control characters of ASCII as `␛`
        2 if is_hidden(c) => "·".into(),
        3 if is_hidden(c) => "\u{fffd}".into(),
        4 if is_hidden(c) => "··".into(),
        _ => c.to_string().into(),
    }
}

/// Returns the files of the places, each once, in the order of the places.
fn files(labels: &[(AnnotationKind, &Label)]) -> Vec<crate::source::FileId> {
    let mut files = Vec::new();
    for file in labels.iter().filter_map(|(_, label)| label.span.file()) {
        if !files.contains(&file) {
            files.push(file);
        }
    }
    files
}

/// Returns the mark of a place, cut to its first line and to the part of the file that is `shown`: a text over many lines is marked at its beginning.
fn annotation<'a>(kind: &AnnotationKind, label: &'a Label, source: &str, shown: Range<usize>) -> Annotation<'a> {
    let start = source.floor_char_boundary(label.span.start as usize);
    let end = source.ceil_char_boundary((label.span.end as usize).min(source.len())).max(start);
    let line_end = source[start..end].find('\n').map_or(end, |at| start + at);
    let annotation = kind.span(start - shown.start..line_end.clamp(start, shown.end.max(start)) - shown.start);
    if label.message.is_empty() { annotation } else { annotation.label(label.message.as_str()) }
}
