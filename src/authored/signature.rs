//! Signatures and contacts: who signs a document, and whom to ask about it.

use super::block::Block;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::record;
use crate::source::Text;
use crate::web::Mailbox;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node, text_with_colon};
use serde_json::{Value, json};

record! {
    /// Who signs: by the id of a person on record, or by words. Without an office, that of the person on record is printed, if there is one at the time.
    pub struct Signatory as "signature" {
        /// The id of the person who signs; or `chair`, `secretary-general` and the like, for whoever holds that office on the day of the document.
        pub person: Option<Text>,
        /// The name of the person who signs, as it is written.
        pub name: Option<Text>,
        /// The office of the person who signs, as it is written.
        pub office: Option<Text>,
        /// For whom the person signs: the code of a country, the id of an organization or a body, or words.
        pub organization: Option<Text>,
    }
}

/// A signature: the id of a person, the word for an office, or a map that says who signs.
#[derive(Debug, Clone)]
pub struct Signature(pub Signatory);

record! {
    /// Whom to ask about a document: a person on record, or words.
    pub struct ContactEntry as "contact" {
        /// The id of the person; the name, the organization and the country of the record are printed, where no others are given.
        pub person: Option<Text>,
        /// The name, as it is written.
        pub name: Option<Text>,
        /// The organization: the id of one on record, or words.
        pub organization: Option<Text>,
        /// The ISO 3166 code, of three letters, of the country.
        pub country: Option<Text>,
        /// The number of the telephone, with the code of the country: `+41 22 730 5111`.
        pub phone: Option<Text>,
        /// The e-mail address: `name@itu.int`.
        pub email: Option<Mailbox>,
    }
}

/// A contact: the id of a person, or a map that says whom to ask.
#[derive(Debug, Clone)]
pub struct Contact(pub ContactEntry);

impl Decode for Contact {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let Kind::Map(entries) = &node.kind else {
            let person = Some(Text::decode(node, report)?);
            let (name, organization, country, phone, email) = Default::default();
            return Ok(Self(ContactEntry { span: node.span, person, name, organization, country, phone, email }));
        };
        if let Some(fault) = text_with_colon(entries, &["person", "name", "organization", "country", "phone", "email"]) {
            return Err(report.push(fault));
        }
        let contact = ContactEntry::decode(node, report)?;
        if contact.person.is_none() && contact.name.is_none() && contact.organization.is_none() {
            let message = "this contact does not say whom to ask";
            let hint = "it has `person:`, the id of a person on record, or `name:` and `organization:`";
            return Err(report.push(Diagnostic::new(catalogue::MISSING_KEY, node.span, message).hint(hint)));
        }
        Ok(Self(contact))
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), ContactEntry::schema(schemas)] })
    }
}

impl Decode for Signature {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let Kind::Map(entries) = &node.kind else {
            let person = Some(Text::decode(node, report)?);
            return Ok(Self(Signatory { span: node.span, person, name: None, office: None, organization: None }));
        };
        if let Some(fault) = text_with_colon(entries, &["person", "name", "office", "organization"]) {
            return Err(report.push(fault));
        }
        let signatory = Signatory::decode(node, report)?;
        if signatory.person.is_none() && signatory.name.is_none() && signatory.office.is_none() {
            let message = "this signature says neither who signs nor by which office";
            let hint = "it has `person:`, the id of a person on record, or `name:` and `office:`";
            return Err(report.push(Diagnostic::new(catalogue::MISSING_KEY, node.span, message).hint(hint)));
        }
        Ok(Self(signatory))
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), Signatory::schema(schemas)] })
    }
}

impl Signatory {
    /// Returns the words that are printed as they are written.
    pub fn words(&self) -> impl Iterator<Item = &Text> {
        self.name.iter().chain(&self.office)
    }
}

impl ContactEntry {
    /// Returns the words that are printed as they are written.
    pub fn words(&self) -> impl Iterator<Item = &Text> {
        self.name.iter().chain(&self.phone)
    }
}

impl Block {
    /// Returns the signatures of a block of signatures; none for any other block.
    pub fn signatures(&self) -> &[Signature] {
        if let Self::Signature(signatures, _) = self { signatures } else { &[] }
    }

    /// Returns the contacts of a block of contacts; none for any other block.
    pub fn contacts(&self) -> &[Contact] {
        if let Self::Contact(contacts, _) = self { contacts } else { &[] }
    }
}
