//! What texts were read as before, and the sentences that were made of them.

use crate::document::{Inline, Sentence};
use crate::kept::Kept;
use crate::source::{Span, Text};
use std::sync::Arc;

/// The inlines of texts, by the places of the texts, and the sentences of recommendations, by what they are made from.
#[derive(Debug, Default)]
pub struct Readings {
    texts: Kept<Span, Arc<(Text, Vec<Inline>)>>,
    /// The sentences of recommendations that are made of texts which are kept themselves.
    pub sentences: Kept<MadeFrom, Arc<Sentence>>,
}

/// What the sentence of a recommendation is made from: the record with its words and the record with its documents, each by its place and the number of
/// its meeting; the place to which it is traced; who is addressed, and what was done.
pub type MadeFrom = ([(Span, u32); 2], Span, Vec<&'static str>);

impl Readings {
    /// Returns the inlines of a text; none if they are not known. Another text may have stood at its place.
    pub fn get(&self, text: &Text) -> Option<Vec<Inline>> {
        self.texts.get(&text.span).filter(|known| known.0 == *text).map(|known| known.1.clone())
    }

    /// Keeps the inlines of a text.
    pub fn keep(&self, text: &Text, inlines: &[Inline]) {
        self.texts.keep(text.span, (text.clone(), inlines.to_vec()).into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_text_at_the_place_of_a_text_is_not_taken_for_it() {
        let text = |value: &str| Text::generated(value, Span::NONE);
        let readings = Readings::default();
        readings.keep(&text("a"), &[Inline::Break]);
        assert_eq!([text("a"), text("b")].map(|text| readings.get(&text).is_some()), [true, false]);
    }
}
