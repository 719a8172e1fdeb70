//! What references say of their targets, and the numbers of footnotes. Both are known only when the whole document is resolved: the methods of [`Resolver`] for
//! them.
//!
//! 1. References get labels and numbers; footnotes are counted.
//! 2. References that give a title get it. A title may itself contain a reference, so this is done last.
//!
//! The number of a page is known only when pages are laid out: the writers fill it in, and [`UNKNOWN_PAGE`] stands for it until then.

use super::runs::Resolver;
use crate::diagnostic::{Diagnostic, GUESSES, catalogue};
use crate::document::Part;
use crate::kept::QuickMap;
use crate::resolved::{
    Caption, Chart, Content, Figure, Link, Node, ResolvedDocument, Role, Run, Table, Text, UNKNOWN_PAGE, Visitor, VisitorMut,
    walk, walk_mut,
};
use crate::source::Span;

/// What references can say of a block or an annex.
#[derive(Debug, Clone, Default)]
pub struct Target {
    /// The label as it is said in a sentence: `Table 1`; empty if there is none.
    pub label: String,
    /// The number alone, if there is one.
    pub number: Option<String>,
}

impl Resolver<'_> {
    /// Writes the words of references and the numbers of footnotes.
    pub(super) fn fill_in_references(&mut self, document: &mut ResolvedDocument) {
        let targets = std::mem::take(&mut self.targets);
        let mut filler = Filler { targets: &targets, notes: 0, titles: false, missing: Vec::new(), faults: Vec::new() };
        walk_mut(document, &mut filler);
        self.faults.append(&mut filler.faults);
        let mut known: Vec<&str> = targets.keys().map(String::as_str).collect();
        known.sort_unstable();
        for (at, (anchor, span)) in filler.missing.iter().enumerate() {
            let known = if at < GUESSES { &known[..] } else { &[] };
            self.faults.push(dangling(anchor, *span, known));
        }
        if filler.titles {
            let mut titles = Titles::default();
            walk(document, &mut titles);
            let mut filler = TitleFiller { titles: titles.0, faults: Vec::new() };
            walk_mut(document, &mut filler);
            self.faults.append(&mut filler.faults);
        }
    }
}

struct Filler<'t> {
    targets: &'t QuickMap<String, Target>,
    /// The number of footnotes so far.
    notes: u32,
    /// Whether a reference gives a title.
    titles: bool,
    /// The references to ids that nothing has.
    missing: Vec<(String, Span)>,
    faults: Vec<Diagnostic>,
}

impl VisitorMut for Filler<'_> {
    fn line(&mut self, _: Role, runs: &mut Vec<Run>) {
        let mut before = String::new();
        let mut lost = None;
        for run in runs {
            match run {
                Run::Text(text) => {
                    self.text(text, &mut lost);
                    if matches!(text.link, Some(Link::Place { number: true, part: Part::Label, .. })) {
                        self.faults.extend(doubled(&before, &text.text, text.span));
                    }
                    before.push_str(&text.text);
                }
                Run::Note(note) => {
                    self.notes += 1;
                    note.number = self.notes;
                }
                Run::Comment(_) | Run::Equation(_) | Run::Break => {}
            }
        }
    }
}

impl Filler<'_> {
    /// Writes what a reference says of its target; if there is no target, removes the link and keeps a message. `lost` is the target that the text before
    /// lacks: a reference of several words is one message.
    fn text(&mut self, text: &mut Text, lost: &mut Option<String>) {
        let before = lost.take();
        let Some(Link::Place { anchor, number, part }) = &text.link else { return };
        let Some(target) = self.targets.get(anchor) else {
            if before.as_ref() != Some(anchor) {
                self.missing.push((anchor.clone(), text.span));
            }
            *lost = Some(anchor.clone());
            text.link = None;
            return;
        };
        match part {
            _ if !number => {}
            Part::Label => text.text.clone_from(&target.label),
            Part::Number => match &target.number {
                Some(number) => text.text.clone_from(number),
                None => self.faults.push(without(anchor, *part, text.span)),
            },
            Part::Title => self.titles = true,
            Part::Page => text.text = UNKNOWN_PAGE.into(),
        }
    }
}

/// The titles of all places that have one, as pieces of text.
#[derive(Default)]
struct Titles(QuickMap<String, Vec<Text>>);

impl Titles {
    fn add(&mut self, anchor: Option<&String>, title: &[Run]) {
        let waits = |run: &Run| match run {
            Run::Text(Text { link: Some(Link::Place { number: true, part, .. }), .. }) => {
                matches!(part, Part::Title | Part::Page)
            }
            Run::Text(_) | Run::Note(_) | Run::Comment(_) | Run::Equation(_) | Run::Break => false,
        };
        // a title that says another title, or a page, would have to wait for that
        if let Some(anchor) = anchor.filter(|_| !title.is_empty() && !title.iter().any(waits)) {
            self.0.entry(anchor.clone()).or_insert_with(|| title.iter().filter_map(words_of).collect());
        }
    }
}

/// Returns the words of a run; `None` for a footnote or comment.
fn words_of(run: &Run) -> Option<Text> {
    match run {
        Run::Text(text) => Some(text.clone()),
        Run::Equation(equation) => Some(Text { text: equation.math.linear(), ..Text::default() }),
        Run::Break => Some(Text { text: " ".into(), ..Text::default() }),
        Run::Note(_) | Run::Comment(_) => None,
    }
}

impl<'d> Visitor<'d> for Titles {
    fn enter(&mut self, node: Node<'d>) {
        match node {
            Node::Annex(annex) => self.add(annex.anchor.as_ref(), &annex.title),
            Node::Block(block) => match &block.content {
                Content::Clause(clause) => self.add(block.anchor.as_ref(), clause.heading.as_deref().unwrap_or_default()),
                Content::Table(Table { caption, .. })
                | Content::Figure(Figure { caption, .. })
                | Content::Chart(Chart { caption, .. }) => {
                    self.add(
                        block.anchor.as_ref(),
                        caption.as_ref().map(|Caption { content, .. }| &content[..]).unwrap_or_default(),
                    );
                }
                Content::Paragraph(_) | Content::List(_) | Content::Equation(_) => {}
                Content::Quote(_) | Content::SideBySide(_) | Content::PageBreak => {}
            },
            Node::BoxRow(_) | Node::Item(_) | Node::Row(_) | Node::Cell(_) | Node::Note(_) | Node::Comment(_) => {}
        }
    }
}

struct TitleFiller {
    titles: QuickMap<String, Vec<Text>>,
    faults: Vec<Diagnostic>,
}

impl VisitorMut for TitleFiller {
    fn line(&mut self, _: Role, runs: &mut Vec<Run>) {
        let mut out = Vec::with_capacity(runs.len());
        for run in std::mem::take(runs) {
            match &run {
                Run::Text(text) => match &text.link {
                    Some(Link::Place { anchor, number: true, part: Part::Title }) => match self.titles.get(anchor) {
                        Some(title) => out.extend(title.iter().map(|words| Run::Text(said(words, text)))),
                        None => self.faults.push(without(anchor, Part::Title, text.span)),
                    },
                    _ => out.push(run),
                },
                Run::Note(_) | Run::Comment(_) | Run::Equation(_) | Run::Break => out.push(run),
            }
        }
        *runs = out;
    }
}

/// Returns words of a title as a reference says them.
fn said(words: &Text, reference: &Text) -> Text {
    Text {
        text: words.text.clone(),
        strong: reference.strong || words.strong,
        emphasis: reference.emphasis || words.emphasis,
        code: reference.code || words.code,
        struck: reference.struck || words.struck,
        underlined: reference.underlined || words.underlined,
        script: words.script.or(reference.script),
        lang: words.lang.or(reference.lang),
        unbroken: words.unbroken,
        ..reference.clone()
    }
}

/// Returns a message if the words before a reference end with the word with which its `label` begins: `Table Table 1`, `Annexes Annex 2`.
fn doubled(before: &str, label: &str, span: Span) -> Option<Diagnostic> {
    let word = label.split_whitespace().next().filter(|word| word.chars().all(char::is_alphabetic))?;
    let last = before.strip_suffix(char::is_whitespace)?.trim_end().rsplit(|c: char| !c.is_alphabetic()).next()?;
    let ending = last.to_lowercase().strip_prefix(&word.to_lowercase())?.to_string();
    matches!(ending.as_str(), "" | "s" | "es").then(|| {
        let hint = format!("leave `{last}` out, or give the number alone, `[{{number}}](#id)`: the reference says `{label}`");
        Diagnostic::new(catalogue::DOUBLED_WORD, span, format!("this is read as \"{last} {label}\"")).hint(hint)
    })
}

fn dangling(anchor: &str, span: Span, known: &[&str]) -> Diagnostic {
    Diagnostic::new(catalogue::DANGLING_REFERENCE, span, format!("nothing in this document has the id `{anchor}`"))
        .hint("the place referred to carries it as `id:`")
        .did_you_mean(anchor, known.iter().copied())
}

/// Returns the message that a place has no such thing to be said of it.
fn without(anchor: &str, part: Part, span: Span) -> Diagnostic {
    let message = format!("the place `{anchor}` has no {} of its own", part.word());
    Diagnostic::new(catalogue::DANGLING_REFERENCE, span, message).hint("`[](#id)` gives the label, and `[{page}](#id)` the page")
}
