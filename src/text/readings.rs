//! What texts were read as before.

use crate::document::Inline;
use crate::kept::Kept;
use crate::source::{Span, Text};
use std::sync::Arc;

/// The inlines of texts, by the places of the texts.
#[derive(Debug, Default)]
pub struct Readings(Kept<Span, Arc<(Text, Vec<Inline>)>>);

impl Readings {
    /// Returns the inlines of a text; none if they are not known. Another text may have stood at its place.
    pub fn get(&self, text: &Text) -> Option<Vec<Inline>> {
        self.0.get(&text.span).filter(|known| known.0 == *text).map(|known| known.1.clone())
    }

    /// Keeps the inlines of a text.
    pub fn keep(&self, text: &Text, inlines: &[Inline]) {
        self.0.keep(text.span, (text.clone(), inlines.to_vec()).into());
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
