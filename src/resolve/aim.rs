//! What a document is resolved for: for its words, or only for the messages that they cause. A check needs no more than the messages, and most lines
//! can cause none.

use super::runs::Resolver;
use super::sentence::{Piece, pieces};
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

/// The most letters without a place to break that have room on a line; more of them are a message, `too-long`.
pub const LETTERS: usize = 100;

impl Resolver<'_> {
    /// Resolves a line of a paragraph, an item or a table, or leaves it empty if only messages are wanted and it can cause none.
    pub(super) fn line(&mut self, inlines: &[Inline]) -> Vec<Run> {
        if self.aim == Aim::Messages && self.is_silent(inlines, &mut 0) { Vec::new() } else { self.runs(inlines) }
    }

    /// Says whether inlines surely cause no message: their words are ASCII, which every font has, and short; they refer to no other place; and all
    /// templates of their sentences can be filled in. False does not mean that there is a message. `letters` is the number of letters since the last
    /// space, and is counted on.
    fn is_silent(&self, inlines: &[Inline], letters: &mut usize) -> bool {
        inlines.iter().all(|inline| match inline {
            Inline::Text(words) => Self::are_silent(&words.text, letters),
            Inline::Symbol { text, .. } => Self::are_silent(text, letters),
            Inline::Styled(_, content) | Inline::Link { content, .. } => self.is_silent(content, letters),
            Inline::Note(content, _) | Inline::Comment { content, .. } => self.is_silent(content, &mut 0),
            Inline::Break => true,
            Inline::Sentence(sentence) => self.is_silent_sentence(sentence, letters),
            Inline::Reference { .. } | Inline::Part(..) | Inline::Equation(..) | Inline::Number(..) | Inline::Dates(..) => false,
        })
    }

    fn is_silent_sentence(&self, sentence: &Sentence, letters: &mut usize) -> bool {
        let Ok(rendered) = self.rendered(sentence) else { return false };
        pieces(sentence, &rendered).all(|piece| match piece {
            Piece::Text(text) => self.is_silent(text, letters),
            Piece::Words(words) => Self::are_silent(words, letters),
        })
    }

    /// Says whether words surely cause no message.
    fn are_silent(words: &str, letters: &mut usize) -> bool {
        let last_space = |bytes: &[u8]| bytes.iter().rposition(|byte| *byte == b' ');
        let (mut rest, mut room) = (words.as_bytes(), LETTERS - *letters);
        // a space within reach of the one before shows that no word between them is too long
        while rest.len() > room {
            let Some(space) = last_space(&rest[..=room]) else { return false };
            (rest, room) = (&rest[space + 1..], LETTERS);
        }
        *letters = last_space(rest).map_or(LETTERS - room + rest.len(), |space| rest.len() - space - 1);
        words.is_ascii()
    }
}
