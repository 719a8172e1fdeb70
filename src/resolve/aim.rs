//! What a document is resolved for: for its words, or only for the messages that they cause. A check needs no more than the messages, and most lines
//! can cause none.

use super::runs::Resolver;
use super::sentence::MARKS;
use crate::document::{Inline, Sentence};
use crate::resolved::Run;

/// What a document is resolved for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// All words of the document.
    Words,
    /// The messages about the document. Lines of paragraphs, items and tables that can cause none are left empty, so that words can be neither counted
    /// nor laid out, and no clause says which records it is made from.
    Messages,
}

impl Resolver<'_> {
    /// Resolves a line of a paragraph, an item or a table, or leaves it empty if only messages are wanted and it can cause none.
    pub(super) fn line(&mut self, inlines: &[Inline]) -> Vec<Run> {
        if self.aim == Aim::Messages && self.is_silent(inlines) { Vec::new() } else { self.runs(inlines) }
    }

    /// Says whether inlines surely cause no message: their words are ASCII, which every font has, they refer to no other place, and all templates of
    /// their sentences can be filled in. False does not mean that there is a message.
    fn is_silent(&self, inlines: &[Inline]) -> bool {
        inlines.iter().all(|inline| match inline {
            Inline::Text(words) => words.text.is_ascii(),
            Inline::Symbol { text, .. } => text.is_ascii(),
            Inline::Styled(_, content) | Inline::Link { content, .. } => self.is_silent(content),
            Inline::Note(content, _) | Inline::Comment { content, .. } => self.is_silent(content),
            Inline::Break => true,
            Inline::Sentence(sentence) => self.is_silent_sentence(sentence),
            Inline::Reference { .. } | Inline::Number(..) | Inline::Dates(..) => false,
        })
    }

    fn is_silent_sentence(&self, sentence: &Sentence) -> bool {
        let is_plain = |words: &str| words.chars().all(|c| c.is_ascii() || MARKS.contains(&c));
        self.rendered(sentence).is_ok_and(|words| is_plain(&words))
            && sentence.texts.iter().all(|(_, text)| self.is_silent(text))
            && sentence.lists.iter().flat_map(|(_, list)| list).all(|text| self.is_silent(text))
    }
}
