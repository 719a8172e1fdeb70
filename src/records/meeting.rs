//! A meeting, recorded once, as it happened.

use super::address::Address;
use crate::date::{Date, Dates};
use crate::record;
use crate::records::recommendation::Recommendation;
use crate::source::{Spanned, Text};
use crate::yaml::Many;

record! {
    /// A meeting.
    pub struct Meeting as "meeting" {
        /// Its number in the series of the body's meetings.
        pub number: Spanned<u32>,
        /// The id of the body; without it the dossier's own.
        pub of: Option<Text>,
        /// When it was held.
        pub dates: Spanned<Dates>,
        /// The city, or `virtual`.
        pub place: Option<Text>,
        /// The id of the person who chaired it; without it the chair of the body at that time.
        pub chair: Option<Text>,
        /// How many people took part.
        pub participants: Option<u32>,
        /// The number of documents that the record says it considered, to be compared with the register.
        pub considered: Option<Spanned<u32>>,
        /// Its register of documents.
        pub documents: Vec<Entry>,
        /// Documents of others that were before it: listed, not counted.
        pub also: Vec<Entry>,
        /// Its agenda: what was considered, said and concluded.
        pub items: Vec<Item>,
        /// Whom it thanked.
        pub acknowledgements: Vec<Acknowledgement>,
    }
}

impl Meeting {
    /// Returns the year in which it began.
    pub fn year(&self) -> i16 {
        self.dates.value.first.year
    }

    /// By which meetings stand in order of time.
    pub fn order(&self) -> (Dates, u32) {
        (self.dates.value, self.number.value)
    }
}

record! {
    /// A document of a meeting's register.
    pub struct Entry as "document" {
        /// Its symbol; a short one is completed from the meeting.
        pub symbol: Text,
        /// Its title.
        pub title: Text,
        /// Who submitted it: `secretariat`, `chair`, a country's code, a person or an organization.
        pub from: Option<Text>,
        /// Its topic.
        pub topic: Option<Text>,
        /// Its date.
        pub date: Option<Spanned<Date>>,
        /// The address at which it can be read, if its symbol does not say it.
        pub url: Option<Address>,
    }
}

record! {
    /// An agenda item.
    pub struct Item as "agenda item" {
        /// Its topic.
        pub topic: Text,
        /// What was said.
        pub summary: Many<Text>,
        /// What was recommended, observed or concluded.
        pub recommendations: Vec<Recommendation>,
    }
}

record! {
    /// Thanks to a person.
    pub struct Acknowledgement as "acknowledgement" {
        /// The person's id.
        pub person: Text,
        /// What for.
        pub r#for: Option<Text>,
    }
}
