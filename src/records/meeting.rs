//! Meetings: each is recorded once, with its register of documents and its agenda items, and every document draws on that record.

use crate::date::{Date, Dates, Days};
use crate::records::agenda::PlannedItem;
use crate::records::attendance::Attendee;
use crate::records::participants::Participants;
use crate::records::party::Party;
use crate::records::recommendation::Recommendation;
use crate::records::series::Host;
use crate::source::{Spanned, Text};
use crate::web::WebAddress;
use crate::yaml::Many;
use crate::{choice, record};

choice! {
    /// How people took part in a meeting.
    pub enum MeetingForm {
        /// At the place and remotely.
        Hybrid = "hybrid",
        /// Only at the place.
        Physical = "physical",
        /// Only remotely.
        Virtual = "virtual",
    }
}

record! {
    /// A meeting of a body.
    pub struct Meeting as "meeting" {
        /// The number of the meeting in the series of the body's meetings.
        pub number: Spanned<u32>,
        /// The id of the body that holds the meeting; without it, the dossier's own body. A joint meeting has a list: `[cwg-a, cwg-b: 12]`, with the number in
        /// the series of a body where that is not `number`; its documents are in the series of the first.
        pub of: Many<Host>,
        /// The day or days on which the meeting was held; days that do not follow one another as a list: `[2022-01-19, 2022-01-24/2022-01-25]`.
        pub dates: Spanned<Days>,
        /// The city in which the meeting was held, or `virtual`.
        pub place: Option<Text>,
        /// `hybrid` if people took part at the place and remotely, `physical` if only at the place, `virtual` if only remotely; then it needs no place.
        pub form: Option<Spanned<MeetingForm>>,
        /// The id of the person who chaired the meeting; without it, the chair of the body at that time.
        pub chair: Option<Text>,
        /// The number of people who took part, or the numbers by category: `{member-states: 42, sector-members: 7, others: 3}`.
        pub participants: Option<Participants>,
        /// The people who took part, as far as they are recorded: ids of persons, or `{person: doe, for: KEN, role: Head of delegation}`.
        pub attendance: Vec<Attendee>,
        /// The number of documents that the meeting considered according to its own record; it is compared with the register.
        pub considered: Option<Spanned<u32>>,
        /// The register: the documents of the meeting.
        pub documents: Vec<Entry>,
        /// Documents of other bodies that were submitted to the meeting: they are listed, but not counted.
        pub also: Vec<Entry>,
        /// The agenda as it is planned before the meeting: what is treated when.
        pub agenda: Vec<PlannedItem>,
        /// The agenda items, each with what was said and concluded.
        pub items: Vec<Item>,
        /// The people whom the meeting thanked.
        pub acknowledgements: Vec<Acknowledgement>,
    }
}

impl Meeting {
    /// Returns the year in which the meeting began.
    pub fn year(&self) -> i16 {
        self.dates.value.first.year
    }

    /// Returns the place: a city, or `virtual`, also where only the form says so.
    pub fn place(&self) -> Option<&str> {
        let is_virtual = self.form.is_some_and(|form| form.value == MeetingForm::Virtual);
        self.place.as_ref().map(|place| place.value.as_str()).or(is_virtual.then_some("virtual"))
    }

    /// Says whether people took part at the place and remotely.
    pub fn is_hybrid(&self) -> bool {
        self.form.is_some_and(|form| form.value == MeetingForm::Hybrid)
    }

    /// Returns the key by which meetings are sorted in order of time: the dates, then the number.
    pub fn order(&self) -> (Dates, u32) {
        (self.dates.value.whole(), self.number.value)
    }
}

record! {
    /// A document of a meeting's register.
    pub struct Entry as "document" {
        /// The symbol of the document; a short one (`2`) is completed from the meeting.
        pub symbol: Text,
        /// The title of the document.
        pub title: Text,
        /// Who submitted the document, one or several: the code of a country, a regional group, `chair`, `secretariat` or another office, the id of a person, an
        /// organization or a body, or words. The document counts for each of them, and once in the total.
        pub from: Many<Party>,
        /// The id of the document's topic.
        pub topic: Option<Text>,
        /// The date of the document.
        pub date: Option<Spanned<Date>>,
        /// The address at which the document can be read, where it does not follow from the symbol.
        pub url: Option<WebAddress>,
    }
}

record! {
    /// An agenda item of a meeting.
    pub struct Item as "agenda item" {
        /// The id of the item's topic.
        pub topic: Text,
        /// A summary of what was said: a paragraph or several.
        pub summary: Many<Text>,
        /// What was recommended, observed or concluded.
        pub recommendations: Vec<Recommendation>,
    }
}

record! {
    /// A meeting's thanks to a person.
    pub struct Acknowledgement as "acknowledgement" {
        /// The id of the person.
        pub person: Text,
        /// What the person is thanked for.
        pub r#for: Option<Text>,
    }
}
