//! Looks through a document before its pages are laid out: for pictures, and for headings without words, which no accessible PDF
//! may have and which Typst would refuse without a place.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Content, Node, ResolvedDocument, Run, Visitor, heading_text, walk};
use crate::source::Span;

/// The findings in a document.
#[derive(Default)]
pub struct Survey {
    /// True if there are pictures.
    pub pictures: bool,
    /// A message for the title or a heading that has no words.
    pub without_words: Vec<Diagnostic>,
}

impl Survey {
    /// Looks through a document.
    pub fn of(document: &ResolvedDocument) -> Self {
        let mut survey = Self { pictures: document.front.masthead.logo.is_some(), without_words: Vec::new() };
        survey.heading(&document.front.title, "this title", document.front.title_span);
        walk(document, &mut survey);
        survey
    }

    fn heading(&mut self, words: &[Run], what: &str, span: Span) {
        if heading_text(words).trim().is_empty() {
            let message = format!("{what} has no words, and a PDF for assistive technology needs some");
            let diagnostic = Diagnostic::new(catalogue::EMPTY_HEADING, span, message);
            self.without_words.push(diagnostic.hint("write the words, or leave the whole heading out"));
        }
    }
}

impl<'d> Visitor<'d> for Survey {
    fn enter(&mut self, node: Node<'d>) {
        match node {
            Node::Annex(annex) if annex.title.is_empty() && !annex.label.word.is_empty() => {}
            Node::Annex(annex) => self.heading(&annex.title, "the heading of this annex", annex.span),
            Node::Block(block) => match &block.content {
                Content::Clause(clause) => {
                    if let (Some(_), Some(heading)) = (clause.level, &clause.heading) {
                        self.heading(heading, "this heading", block.span);
                    }
                }
                Content::Figure(_) => self.pictures = true,
                Content::Paragraph(_) | Content::List(_) | Content::Table(_) => {}
                Content::Chart(_) | Content::Equation(_) | Content::Quote(_) | Content::SideBySide(_) | Content::PageBreak => {}
            },
            Node::BoxRow(_) | Node::Item(_) | Node::Row(_) | Node::Cell(_) | Node::Note(_) | Node::Comment(_) => {}
        }
    }
}
