//! What every kind of submission accepts: masthead, title, box, body, annexes.

use super::block::{Annex, BlockList};
use super::edition::Edition;
use crate::date::Date;
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};

record! {
    /// Which meetings are reported.
    pub struct Period as "period" {
        /// The session after which it begins.
        pub after: Option<Text>,
        /// The session before which it ends; without it that to which the document is submitted.
        pub until: Option<Text>,
        /// The numbers of the meetings, instead.
        pub meetings: Many<Spanned<u32>>,
    }
}

impl Period {
    /// Whether it names nothing.
    pub fn is_empty(&self) -> bool {
        self.after.is_none() && self.until.is_none() && self.meetings.is_empty()
    }
}

record! {
    /// The bordered box on the first page.
    pub struct SummaryBox as "box" {
        /// What the document says: paragraphs and lists.
        pub summary: BlockList,
        /// What the addressee is asked to do: paragraphs and lists.
        pub action: BlockList,
        /// Documents and resolutions that it rests on.
        pub references: Many<Text>,
    }
}

record! {
    /// The user's emblem at the right of the masthead.
    pub struct Logo as "logo" {
        /// A PNG or JPEG file of the dossier.
        pub file: Text,
        /// What it shows, for those who can't see it.
        pub alt: Text,
    }
}

choice! {
    /// What may be proposed for the future of a group: PP Decision 11 names the four.
    pub enum Future {
        /// It goes on as it is.
        Maintain = "maintain",
        /// It goes on with other terms of reference.
        Modify = "modify",
        /// It ends.
        Terminate = "terminate",
        /// It ends, and a new group is set up.
        Establish = "establish",
    }
}

record! {
    /// What a four-year report proposes for the future of the group.
    pub struct Proposal as "proposal" {
        /// What is proposed.
        pub future: Spanned<Future>,
        /// Why, and how: a paragraph or several.
        pub reasons: Many<Text>,
    }
}

record! {
    /// What a kind of submission is made of when the author gives no body.
    pub struct Usual as "usual body" {
        /// The body.
        pub body: BlockList,
        /// The annexes.
        pub annexes: Vec<Annex>,
    }
}

record! {
    /// A document to be produced.
    pub struct Common as "submission" {
        /// Its symbol: `C22/8`.
        pub symbol: Option<Text>,
        /// The session to which it is submitted.
        pub session: Option<Text>,
        /// The number of the meeting to which it is submitted, for a document of the group itself.
        pub meeting: Option<Spanned<u32>>,
        /// The agenda item: `PL 1.1`.
        pub agenda_item: Option<Text>,
        /// Its date.
        pub date: Option<Spanned<Date>>,
        /// The code of the language in which it was written.
        pub original: Option<Text>,
        /// Who submits it: `chair`, `secretary-general`, or the author line itself.
        pub author: Option<Text>,
        /// Which meetings it reports.
        pub period: Option<Period>,
        /// Its title.
        pub title: Text,
        /// A line below the title.
        pub subtitle: Option<Text>,
        /// It is this addendum to the document with the symbol.
        pub addendum: Option<Spanned<u32>>,
        /// It is this revision of the document with the symbol.
        pub revision: Option<Spanned<u32>>,
        /// It is this corrigendum to the document with the symbol.
        pub corrigendum: Option<Spanned<u32>>,
        /// The house style; without it the session's, or the dossier's.
        pub style: Option<Text>,
        /// The Word file whose styles, headers and page its Word form takes; without it the dossier's.
        pub reference: Option<Text>,
        /// The languages in which it is made; without it the dossier's.
        pub languages: Many<Text>,
        /// The user's emblem.
        pub logo: Option<Logo>,
        /// The most pages that it may have.
        pub page_limit: Option<Spanned<u32>>,
        /// The box on the first page.
        pub r#box: Option<SummaryBox>,
        /// Whether there is a table of contents; without it the house style says so.
        pub contents: Option<bool>,
        /// Whether paragraphs at the top of the body are numbered.
        pub numbered: Option<bool>,
        /// What it proposes for the future of the group.
        pub proposal: Option<Proposal>,
        /// The body.
        pub body: BlockList,
        /// Its annexes.
        pub annexes: Vec<Annex>,
        /// The same document as it is submitted elsewhere too.
        pub editions: Vec<Edition>,
    }
}
