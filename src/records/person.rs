//! People, and the offices that they hold for a term.

use crate::date::{Approximate, Dates, is_between};
use crate::source::{Spanned, Text};
use crate::{choice, record};

record! {
    /// A person.
    pub struct Person as "person" {
        /// The courtesy title, without a full stop: `Ms`, `Dr`, `Prof. Dr`.
        pub title: Option<Text>,
        /// The given names.
        pub given: Text,
        /// The family name.
        pub family: Text,
        /// The whole name as it is written, where it is not the given names followed by the family name.
        pub name: Option<Text>,
        /// The ISO 3166 code, of three letters, of the country that the person comes from.
        pub country: Option<Text>,
        /// The organization that the person comes from; it is shown where there is no country.
        pub organization: Option<Text>,
    }
}

impl Person {
    /// Returns the name with the courtesy title: `Ms Renata Santoyo`. A given `title` replaces the person's own.
    pub fn full_name(&self, title: Option<&Text>) -> String {
        let title = title.or(self.title.as_ref()).map(|title| format!("{} ", title.value)).unwrap_or_default();
        format!("{title}{}", self.bare_name())
    }

    /// Returns the name without a courtesy title, as people sign.
    pub fn bare_name(&self) -> String {
        self.name.as_ref().map_or_else(|| format!("{} {}", self.given.value, self.family.value), |name| name.value.clone())
    }
}

choice! {
    /// An office that a person may hold.
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
    /// The offices of the elected officials in order of rank, the Directors in the order of the Sectors R, T, D.
    pub const ELECTED: [Self; 5] =
        [Self::SecretaryGeneral, Self::DeputySecretaryGeneral, Self::DirectorBr, Self::DirectorTsb, Self::DirectorBdt];
}

record! {
    /// A term of office: who held which office, and when.
    pub struct Term as "term" {
        /// The id of the person.
        pub person: Text,
        /// The office.
        pub office: Office,
        /// The courtesy title that the person had during this term, where it differs from the present one.
        pub title: Option<Text>,
        /// The role of an official, as it is written after the name: `Head of SPD`.
        pub role: Option<Text>,
        /// The id of the body of which the person was chair or vice-chair (without it, the dossier's own body), or to which the official or member of the
        /// secretariat was assigned (without it, all bodies).
        pub of: Option<Text>,
        /// The first day or month of the term.
        pub from: Option<Spanned<Approximate>>,
        /// The last day or month of the term; without it, the term has not ended.
        pub until: Option<Spanned<Approximate>>,
    }
}

impl Term {
    /// Says whether the office is held in a body. Without `of`, chairs and vice-chairs are those of the dossier's `own` body, and all others serve every body.
    pub fn is_of(&self, body: &str, own: &str) -> bool {
        match &self.of {
            Some(of) => of.value == body,
            None => body == own || !matches!(self.office, Office::Chair | Office::ViceChair),
        }
    }

    /// Says whether the term includes any of these days. A term given by months includes all days of its first and last month.
    pub fn overlaps(&self, dates: Dates) -> bool {
        is_between(self.from, self.until, dates)
    }
}
