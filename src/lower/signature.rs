//! Lowers signatures and contacts.

use super::party::Place;
use super::words::Lowering;
use crate::authored::{Contact, ContactEntry, Signatory, Signature};
use crate::date::Dates;
use crate::document::{Block, Inline, Paragraph, Sentence, SideBySide};
use crate::records::party::Meaning;
use crate::records::person::{Office, Term};
use crate::source::{Span, Text};
use serde_json::json;

/// How many lines are left empty for the handwritten signature.
const ROOM_TO_SIGN: usize = 3;
/// The most signatures beside one another.
const MOST_BESIDE: usize = 3;
/// The widths of the parts of a contact: the label, the names, the addresses.
const CONTACT_WIDTHS: [u32; 3] = [2, 7, 7];

impl<'a> Lowering<'_, 'a, '_> {
    /// Returns the block of some signatures: one alone as a paragraph, several beside one another. `None` if there are none.
    pub(super) fn signatures(&mut self, signatures: &[Signature], span: Span) -> Option<Block> {
        let mut each: Vec<Vec<Inline>> = signatures.iter().map(|signature| self.signature(&signature.0)).collect();
        if each.len() < 2 {
            return each.pop().map(|content| Block::Paragraph(Paragraph { content, span }));
        }
        let beside = each.len().min(MOST_BESIDE);
        let rows = each.chunks(beside).map(|row| row.iter().cloned().chain(std::iter::repeat(Vec::new())).take(beside).collect());
        Some(Block::SideBySide(SideBySide { rows: rows.collect(), widths: vec![1; beside], span }))
    }

    /// Returns the lines of a signature, below the room for it: the name, the office, for whom.
    fn signature(&mut self, signatory: &Signatory) -> Vec<Inline> {
        let term = signatory.person.as_ref().and_then(|person| self.term_of(person));
        let lines = [self.name_of(signatory, term), self.office_of(signatory, term), self.signs_for(signatory, term)];
        let mut content = vec![Inline::Break; ROOM_TO_SIGN];
        content.extend(with_breaks(lines.into_iter().filter(|line| !line.is_empty()).collect()));
        content
    }

    fn name_of(&mut self, signatory: &Signatory, term: Option<&Term>) -> Vec<Inline> {
        if let Some(name) = &signatory.name {
            return self.prose(name);
        }
        let Some(named) = &signatory.person else { return Vec::new() };
        let person = self.person(named).or_else(|| self.person(&term?.person));
        person.map(|person| Inline::text(person.bare_name(), named.span)).into_iter().collect()
    }

    fn office_of(&mut self, signatory: &Signatory, term: Option<&Term>) -> Vec<Inline> {
        if let Some(office) = &signatory.office {
            return self.prose(office);
        }
        let Some(named) = &signatory.person else { return Vec::new() };
        let office = self.office_named(named).or(term.map(|term| term.office));
        match (term.and_then(|term| term.role.as_ref()), office) {
            (Some(role), _) => self.prose(role),
            (None, Some(office)) => {
                let word = if office == Office::Chair && self.scope.says_chairman() { "chairman" } else { office.word() };
                vec![Inline::sentence("signing-office", named.span, vec![("office", json!(word))])]
            }
            (None, None) => Vec::new(),
        }
    }

    /// Returns the line that says for whom somebody signs: as the author says, or else the body whose chair or vice-chair the person is.
    fn signs_for(&mut self, signatory: &Signatory, term: Option<&Term>) -> Vec<Inline> {
        if let Some(organization) = &signatory.organization {
            return self.named_party(organization, Place::List, true);
        }
        let office = signatory.person.as_ref().and_then(|named| self.office_named(named)).or(term.map(|term| term.office));
        match (office, self.scope.body(), &signatory.office) {
            (Some(Office::Chair | Office::ViceChair), Some(body), None) => {
                vec![Inline::text(body.name.value.clone(), body.name.span)]
            }
            _ => Vec::new(),
        }
    }

    /// Returns the office that a word names; `None` for the id of a person.
    fn office_named(&self, word: &Text) -> Option<Office> {
        match self.scope.registry.party(&word.value, self.scope.countries)? {
            Meaning::Chair => Some(Office::Chair),
            Meaning::Office(office) => Some(office),
            Meaning::Country | Meaning::Group | Meaning::Person(_) | Meaning::Organization(_) | Meaning::Body(_) => None,
        }
    }

    /// Returns the term on the day of the document of the person, or in the office, that a word names; `None` if there is none or are several, of which only
    /// the author knows which is meant.
    fn term_of(&self, word: &Text) -> Option<&'a Term> {
        let day = self.scope.own_day()?;
        let dates = Some(Dates { first: day, last: day });
        let mut terms = match self.office_named(word) {
            Some(office) => self.scope.terms(office, dates),
            None => Office::ALL.iter().flat_map(|office| self.scope.terms(*office, dates)).collect(),
        };
        if self.office_named(word).is_none() {
            terms.retain(|term| term.person.value == word.value);
        }
        if let [term] = terms[..] { Some(term) } else { None }
    }

    /// Returns the block of some contacts: a row for each, with its label, the names and the addresses. `None` if there are none.
    pub(super) fn contacts(&mut self, contacts: &[Contact], span: Span) -> Option<Block> {
        let rows: Vec<_> = contacts.iter().map(|contact| self.contact(&contact.0)).collect();
        (!rows.is_empty()).then(|| Block::SideBySide(SideBySide { rows, widths: CONTACT_WIDTHS.to_vec(), span }))
    }

    fn contact(&mut self, contact: &ContactEntry) -> Vec<Vec<Inline>> {
        let person = contact.person.as_ref().and_then(|id| self.person(id));
        let name = match (&contact.name, person) {
            (Some(name), _) => self.prose(name),
            (None, Some(person)) => vec![Inline::text(person.full_name(None), contact.span)],
            (None, None) => Vec::new(),
        };
        let organization = contact.organization.as_ref().or(person.and_then(|person| person.organization.as_ref()));
        let country = contact.country.as_ref().or(person.and_then(|person| person.country.as_ref()));
        let names = [organization, country].map(|of| of.map(|of| self.named_party(of, Place::List, true)).unwrap_or_default());
        let label = |key: &'static str, text: Vec<Inline>| match text.is_empty() {
            true => Vec::new(),
            false => vec![Sentence { texts: vec![("text", text)], ..Sentence::new(key, contact.span, Vec::new()) }.into()],
        };
        let phone = label("contact-phone", contact.phone.as_ref().map(|phone| self.prose(phone)).unwrap_or_default());
        let email = contact.email.iter().map(|email| Inline::Link {
            url: email.address.clone(),
            content: vec![Inline::text(email.written.value.clone(), email.written.span)],
        });
        let email = label("contact-email", email.collect());
        let column = |lines: Vec<Vec<Inline>>| with_breaks(lines.into_iter().filter(|line| !line.is_empty()).collect());
        let [organization, country] = names;
        let head = vec![Inline::sentence("contact", contact.span, Vec::new())];
        vec![head, column(vec![name, organization, country]), column(vec![phone, email])]
    }
}

/// Returns the place of signatures that stand below a whole document.
pub(super) fn span_of(signatures: &[Signature]) -> Span {
    signatures.first().map_or(Span::NONE, |first| first.0.span)
}

/// Joins lines to one paragraph, with a line break between them.
pub(super) fn with_breaks(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut out = Vec::new();
    for line in lines {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(line);
    }
    out
}
