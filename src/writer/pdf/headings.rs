//! A title or a heading without words: a PDF that is accessible can't have one, and Typst would not say where it stands.

use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{Content, Node, ResolvedDocument, Run, Visitor, plain_text, walk};
use crate::source::Span;

/// A message for each.
pub fn without_words(document: &ResolvedDocument) -> Vec<Diagnostic> {
    let mut search = Search { empty: Vec::new() };
    look(&document.front.title, "this title", document.span, &mut search.empty);
    walk(document, &mut search);
    search.empty
}

struct Search {
    empty: Vec<Diagnostic>,
}

impl<'d> Visitor<'d> for Search {
    fn enter(&mut self, node: Node<'d>) {
        match node {
            Node::Annex(annex) => look(&annex.title, "the heading of this annex", annex.span, &mut self.empty),
            Node::Block(block) => {
                if let Content::Clause(clause) = &block.content
                    && let (Some(_), Some(heading)) = (clause.level, &clause.heading)
                {
                    look(heading, "this heading", block.span, &mut self.empty);
                }
            }
            Node::BoxRow(_) | Node::Item(_) | Node::Row(_) | Node::Cell(_) | Node::Note(_) | Node::Comment(_) => {}
        }
    }
}

fn look(words: &[Run], what: &str, span: Span, empty: &mut Vec<Diagnostic>) {
    if plain_text(words).trim().is_empty() {
        let message = format!("{what} has no words, and a PDF for assistive technology needs some");
        empty.push(
            Diagnostic::new(catalogue::EMPTY_HEADING, span, message).hint("write the words, or leave the whole heading out"),
        );
    }
}
