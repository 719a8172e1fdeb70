//! People and the offices that they hold for a term.

use crate::date::{Approximate, Dates};
use crate::source::{Spanned, Text};
use crate::{choice, record};

record! {
    /// A person.
    pub struct Person as "person" {
        /// The courtesy title, without a full stop: `Ms`, `Dr`, `Prof. Dr`.
        pub title: Option<Text>,
        /// Given names.
        pub given: Text,
        /// Family name.
        pub family: Text,
        /// The name as it is written, where it is not `given family`.
        pub name: Option<Text>,
        /// The country that the person comes from: its ISO 3166 code of three letters.
        pub country: Option<Text>,
        /// The organization, for those who do not come from a country.
        pub organization: Option<Text>,
    }
}

impl Person {
    /// `Ms Renata Santoyo`; `title` in place of the person's own.
    pub fn full_name(&self, title: Option<&Text>) -> String {
        let title = title.or(self.title.as_ref()).map(|title| format!("{} ", title.value)).unwrap_or_default();
        match &self.name {
            Some(name) => format!("{title}{}", name.value),
            None => format!("{title}{} {}", self.given.value, self.family.value),
        }
    }
}

choice! {
    /// An office.
    pub enum Office {
        /// Chair of a body.
        Chair = "chair",
        /// Vice-chair of a body.
        ViceChair = "vice-chair",
        /// Secretary-General of the Union.
        SecretaryGeneral = "secretary-general",
        /// Deputy Secretary-General of the Union.
        DeputySecretaryGeneral = "deputy-secretary-general",
        /// Director of the Radiocommunication Bureau.
        DirectorBr = "director-br",
        /// Director of the Telecommunication Standardization Bureau.
        DirectorTsb = "director-tsb",
        /// Director of the Telecommunication Development Bureau.
        DirectorBdt = "director-bdt",
        /// Any other official; `role` says which.
        Official = "official",
        /// A member of the secretariat.
        Secretariat = "secretariat",
    }
}

impl Office {
    /// The elected officials in order of office; Directors in the order of the Sectors R, T, D.
    pub const ELECTED: [Self; 5] =
        [Self::SecretaryGeneral, Self::DeputySecretaryGeneral, Self::DirectorBr, Self::DirectorTsb, Self::DirectorBdt];
}

record! {
    /// Who held which office, and when.
    pub struct Term as "term" {
        /// The id of the person.
        pub person: Text,
        /// The office.
        pub office: Office,
        /// The courtesy title during this term, where it is not the person's of today.
        pub title: Option<Text>,
        /// The role of an official, as it is written after the name: `Head of SPD`.
        pub role: Option<Text>,
        /// The id of the body, for its chair and vice-chairs; without it the dossier's own.
        pub of: Option<Text>,
        /// Its first day or month.
        pub from: Option<Spanned<Approximate>>,
        /// Its last day or month; without it the term runs on.
        pub until: Option<Spanned<Approximate>>,
    }
}

impl Term {
    /// Whether the office was held on any of these days.
    pub fn overlaps(&self, dates: Dates) -> bool {
        self.from.is_none_or(|from| from.value.0.first <= dates.last)
            && self.until.is_none_or(|until| until.value.0.last >= dates.first)
    }
}
