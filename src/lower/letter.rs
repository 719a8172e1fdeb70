//! Lowers what a letter has around its text: address, salutation, closing, signature and enclosures.

use super::body::paragraph;
use super::party::Place;
use super::signature::{span_of, with_breaks};
use super::words::Lowering;
use crate::authored::{Header, Letter};
use crate::document::{Block, Inline, Item, List, ListKind, Sentence};
use crate::records::series::Home;
use crate::source::Text;
use serde_json::json;

impl Lowering<'_, '_, '_> {
    /// Returns the paragraphs of the address: the address itself, then the letter of the call if the letter refers to one. Empty if the submission is
    /// not a letter.
    pub fn address(&mut self) -> Vec<Vec<Inline>> {
        let Some(letter) = self.scope.submission.special.letter() else { return Vec::new() };
        let lines = letter.to.iter().map(|line| self.prose(line)).collect();
        let mut address = vec![with_breaks(lines)];
        address.extend(self.occasion().map(|occasion| vec![occasion]));
        address
    }

    /// Returns the line that names the letter of the call; `None` if there is no call, or the record of the call has no letter.
    fn occasion(&mut self) -> Option<Inline> {
        let call = self.scope.call()?;
        let letter = call.letter.as_ref()?;
        let of_the_dossier = Home { body: self.scope.registry.own_id(), meeting: None };
        let symbol = letter
            .symbol
            .as_ref()
            .map(|symbol| vec![self.symbol(self.scope.symbols.complete(&symbol.value, of_the_dossier), symbol.span)]);
        let date = letter.date.map(|date| crate::date::Dates { first: date.value, last: date.value });
        let values = vec![("date", json!(date)), ("forum", json!(call.name().value))];
        let texts = vec![("from", self.parties(&call.from, Place::Sentence)), ("symbol", symbol.unwrap_or_default())];
        Some(Sentence { texts, ..Sentence::new("letter-occasion", letter.span, values) }.into())
    }

    /// Returns the blocks of a letter: salutation, text, closing, signature, whom to ask, enclosures, attachments.
    pub fn letter(&mut self, letter: &Letter, common: &Header) -> Vec<Block> {
        let mut out: Vec<Block> = letter.salutation.iter().map(|text| paragraph(self.prose(text), text.span)).collect();
        out.extend(self.body(&common.body, false, false));
        out.extend(letter.closing.iter().map(|text| paragraph(self.prose(text), text.span)).collect::<Vec<_>>());
        out.extend(self.signatures(&common.signature, span_of(&common.signature)));
        out.extend(common.contact.first().and_then(|first| self.contacts(&common.contact, first.0.span)));
        self.enclosures(letter, &mut out);
        self.attachments(&common.attachments, &mut out);
        out
    }

    fn enclosures(&mut self, letter: &Letter, out: &mut Vec<Block>) {
        let Some(first) = letter.enclosures.first() else { return };
        let lead = Inline::sentence("enclosures", first.span, vec![("number", json!(letter.enclosures.len()))]);
        out.push(paragraph(vec![lead], first.span));
        let item = |text: &Text| Item { content: self.prose(text), body: Vec::new(), span: text.span, ..Item::default() };
        let items = letter.enclosures.iter().map(item).collect();
        out.push(Block::List(List { kind: ListKind::Dashes, start: 1, items, span: first.span }));
    }
}
