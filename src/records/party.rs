//! Parties: who submits, sends or receives a document. There is one way to name them, wherever authors do.

use super::body::Body;
use super::country::Countries;
use super::person::{Office, Person};
use super::registry::Registry;
use super::topic::Label;
use crate::diagnostic::{Diagnostics, Reported};
use crate::record;
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Many, Node, text_with_colon};
use serde_json::{Value, json};
use std::fmt;

record! {
    /// A party that acts on behalf of others.
    pub struct Representative as "party" {
        /// Who acts: the code of a country, a regional group, an office, the id of a person, an organization or a body, or words.
        pub name: Text,
        /// On whose behalf the party acts, named in the same ways.
        pub on_behalf_of: Many<Text>,
    }
}

/// A party: the code of a country, a regional group, an office, the id of a person, an organization or a body, or words of the author's; or a map that says
/// on whose behalf the party acts.
#[derive(Debug, Clone)]
pub struct Party(pub Representative);

/// What a word means that names a party.
#[derive(Debug, Clone, Copy)]
pub enum Meaning<'a> {
    /// The chair of the body whose document it is.
    Chair,
    /// An elected official, or the secretariat.
    Office(Office),
    /// A country, by its code.
    Country,
    /// A regional group, by its acronym.
    Group,
    /// A person on record.
    Person(&'a Person),
    /// An organization on record.
    Organization(&'a Label),
    /// A body on record.
    Body(&'a Body),
}

/// The word for the secretariat.
const SECRETARIAT: &str = "secretariat";

impl Party {
    /// Returns the word or words that name the party.
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Returns all that are named: the party, and those on whose behalf it acts.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.0.name).chain(self.0.on_behalf_of.iter())
    }

    /// Says whether the party is the secretariat.
    pub fn is_secretariat(&self) -> bool {
        self.name().value == SECRETARIAT
    }

    /// Says whether the party is an office that one person holds, who signs.
    pub fn signs_by_office(&self) -> bool {
        self.is_chair() || Office::ELECTED.iter().any(|office| office.word() == self.name().value)
    }

    /// Says whether the party is the chair of a body.
    pub fn is_chair(&self) -> bool {
        self.name().value == Office::Chair.word()
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.name().value)?;
        for (at, other) in self.0.on_behalf_of.iter().enumerate() {
            write!(f, "{}{}", if at == 0 { " on behalf of " } else { ", " }, other.value)?;
        }
        Ok(())
    }
}

/// Returns the words for parties that are the same in every dossier: the offices, the chair and the secretariat.
pub fn offices<'a>() -> impl Iterator<Item = &'a str> {
    Office::ELECTED.into_iter().chain([Office::Secretariat, Office::Chair]).map(|office| -> &'a str { office.word() })
}

impl Registry {
    /// Returns what a word means that names a party; `None` for words of the author's own.
    pub fn party<'a>(&'a self, word: &str, countries: &Countries) -> Option<Meaning<'a>> {
        if word == Office::Chair.word() {
            return Some(Meaning::Chair);
        }
        let office = Office::ELECTED.into_iter().chain([Office::Secretariat]).find(|office| office.word() == word);
        let country = || countries.name(word, "").map(|_| Meaning::Country);
        let group = || countries.group(word, "").map(|_| Meaning::Group);
        let person = || self.people.get(word).map(Meaning::Person);
        let organization = || self.organizations.get(word).map(Meaning::Organization);
        let body = || self.bodies.get(word).map(Meaning::Body);
        office.map(Meaning::Office).or_else(country).or_else(group).or_else(person).or_else(organization).or_else(body)
    }
}

/// Returns parties in the order in which they are named: countries first, in the neutral order, then all others as they are written.
pub fn in_neutral_order<'p>(parties: &'p [Party], countries: &Countries) -> Vec<&'p Party> {
    let mut sorted: Vec<&Party> = parties.iter().collect();
    sorted.sort_by_key(|party| countries.order(Some(&party.name().value)));
    sorted
}

impl Decode for Party {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.kind {
            Kind::Map(entries) => match text_with_colon(entries, &["name", "on_behalf_of"]) {
                Some(fault) => Err(report.push(fault)),
                None => Representative::decode(node, report).map(Self),
            },
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => {
                let party = |name| Representative { span: node.span, name, on_behalf_of: Many::default() };
                Text::decode(node, report).map(|name| Self(party(name)))
            }
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Text::schema(schemas), Representative::schema(schemas)] })
    }
}
