//! Lowers the head of a liaison statement: a row each for who sends it, to whom it goes and for what, and what else its author says of it.

use super::party::Place;
use super::signature::with_breaks;
use super::words::Lowering;
use crate::authored::Liaison;
use crate::date::Dates;
use crate::document::{Block, Inline, SideBySide, Style};
use serde_json::json;

/// The widths of the label of a row and of its text; the label is as wide as that of a contact, which stands below.
const WIDTHS: [u32; 2] = [4, 12];

impl Lowering<'_, '_, '_> {
    /// Returns the head of a liaison statement.
    pub(super) fn liaison(&mut self, liaison: &Liaison) -> Block {
        let span = self.scope.submission.common.span;
        let mut rows = vec![("source", self.source())];
        rows.extend(liaison.addressees().map(|(key, parties)| (key, self.parties(parties, Place::List))));
        let deadline = liaison.deadline.map(|day| Inline::Dates(Dates { first: day.value, last: day.value }, day.span));
        rows.push(("deadline", deadline.into_iter().collect()));
        rows.push(("approval", self.optional(&liaison.approval)));
        rows.push(("forwarded", with_breaks(liaison.forwards.iter().map(|text| self.prose(text)).collect())));
        let rows = rows.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| {
            let label = Inline::sentence("liaison-label", span, vec![("row", json!(key))]);
            vec![vec![Inline::Styled(Style::Strong, vec![label])], text]
        });
        Block::SideBySide(SideBySide { rows: rows.collect(), widths: WIDTHS.to_vec(), span })
    }

    /// Returns who sends a liaison statement: its author, or else the body whose document it is.
    fn source(&mut self) -> Vec<Inline> {
        let authors = &self.scope.submission.common.author;
        match self.scope.body().filter(|_| authors.is_empty()) {
            Some(body) => {
                let name = format!("{} ({})", body.name.value, body.acronym.value);
                vec![Inline::text(name, body.name.span)]
            }
            None => self.parties(authors, Place::List),
        }
    }
}
