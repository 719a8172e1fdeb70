//! The keys that every kind of submission accepts: masthead, title, box, body, annexes.

use super::annex::{Annex, Attachment};
use super::block::BlockList;
use super::edition::Edition;
use super::signature::{Contact, Signature};
use super::transmittal::Transmittal;
use crate::date::Date;
use crate::document::{NumberingOf, Original};
use crate::records::party::Party;
use crate::records::series::MeetingName;
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};

record! {
    /// The period of a report: the meetings that it covers.
    pub struct Period as "period" {
        /// The id of the session after which the period begins.
        pub after: Option<Text>,
        /// The id of the session before which the period ends; without it, the session to which the document is submitted.
        pub until: Option<Text>,
        /// The numbers of the meetings, in place of `after` and `until`.
        pub meetings: Many<MeetingName>,
    }
}

impl Period {
    /// Says whether no key of the period is given.
    pub fn is_empty(&self) -> bool {
        self.after.is_none() && self.until.is_none() && self.meetings.is_empty()
    }
}

record! {
    /// The framed summary on the first page.
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
    /// An emblem at the right of the masthead.
    pub struct Logo as "logo" {
        /// A PNG or JPEG file of the dossier.
        pub file: Text,
        /// A description of the emblem for readers who can't see it.
        pub alt: Text,
    }
}

choice! {
    /// A proposal for the future of a group. PP Decision 11 names the four.
    pub enum Future {
        /// The group goes on as it is.
        Maintain = "maintain",
        /// The group goes on with other terms of reference.
        Modify = "modify",
        /// The group ends.
        Terminate = "terminate",
        /// The group ends, and a new group is set up.
        Establish = "establish",
    }
}

record! {
    /// What a four-year report proposes for the future of the group.
    pub struct Proposal as "proposal" {
        /// What is proposed: `maintain`, `modify`, `terminate` or `establish`.
        pub future: Spanned<Future>,
        /// The reasons and the details: a paragraph or several.
        pub reasons: Many<Text>,
    }
}

record! {
    /// The body and annexes that a kind of submission has when the author gives no body.
    pub struct UsualBody as "usual body" {
        /// The body.
        pub body: BlockList,
        /// The annexes.
        pub annexes: Vec<Annex>,
    }
}

record! {
    /// A document to be produced.
    pub struct Header as "submission" {
        /// The id of the body whose document it is; without it, the dossier's own body.
        pub of: Option<Text>,
        /// The symbol of the document: `C22/8`.
        pub symbol: Option<Text>,
        /// The id of the session to which the document is submitted.
        pub session: Option<Text>,
        /// The meeting to which the document is submitted, for a document of the group itself: its number, or `cwg-b:38` for a meeting of another body.
        pub meeting: Option<MeetingName>,
        /// The agenda item: `PL 1.1`.
        pub agenda_item: Option<Text>,
        /// The date of the document.
        pub date: Option<Spanned<Date>>,
        /// The language in which the document was written: `en`; several: `[ru, en]`; or the only one in which it exists: `{only: en}`.
        pub original: Option<Original>,
        /// Who submits the document, one or several: the code of a country, a regional group, `chair`, `secretary-general` or another office, the id of a person,
        /// an organization or a body; or the whole line of the author.
        pub author: Many<Party>,
        /// The meetings that the document reports.
        pub period: Option<Period>,
        /// The title of the document.
        pub title: Text,
        /// A line below the title.
        pub subtitle: Option<Text>,
        /// The number of the addendum, if the document is an addendum to the one with the symbol.
        pub addendum: Option<Spanned<u32>>,
        /// The number of the revision, if the document is a revision of the one with the symbol.
        pub revision: Option<Spanned<u32>>,
        /// The number of the corrigendum, if the document is a corrigendum to the one with the symbol.
        pub corrigendum: Option<Spanned<u32>>,
        /// The name of the house style; without it, that of the session, or of the dossier.
        pub style: Option<Text>,
        /// The Word file whose styles, headers, footers and page the Word document takes; without it, that of the dossier.
        pub reference: Option<Text>,
        /// The codes of the languages in which the document is made; without it, those of the dossier.
        pub languages: Many<Text>,
        /// An emblem at the right of the masthead.
        pub logo: Option<Logo>,
        /// The most pages that the PDF may have.
        pub page_limit: Option<Spanned<u32>>,
        /// The box on the first page.
        pub r#box: Option<SummaryBox>,
        /// Whether there is a table of contents; without it, the house style decides.
        pub contents: Option<bool>,
        /// Whether the paragraphs at the top level of the body are numbered.
        pub numbered: Option<bool>,
        /// What is numbered, and what the numbers look like: `clauses`, which is usual, `paragraphs`, `none`, or a map.
        pub numbering: Option<NumberingOf>,
        /// What the document proposes for the future of the group.
        pub proposal: Option<Proposal>,
        /// Whom to ask about the document, one or several: they stand above the body.
        pub contact: Many<Contact>,
        /// The body of the document.
        pub body: BlockList,
        /// Who signs the document, one or several: they stand below the body, beside one another.
        pub signature: Many<Signature>,
        /// The annexes of the document.
        pub annexes: Vec<Annex>,
        /// The files that go with the document, each of which is listed below its text.
        pub attachments: Vec<Attachment>,
        /// Who hands the document on, with a note whose annex it is: `secretary-general`.
        pub transmittal: Option<Transmittal>,
        /// The editions: the same document as it is submitted elsewhere too.
        pub editions: Vec<Edition>,
    }
}

impl Header {
    /// Returns all annexes and their appendices, in the order of the page.
    pub fn all_annexes(&self) -> Vec<&Annex> {
        self.annexes.iter().flat_map(Annex::with_appendices).collect()
    }

    /// Returns the numbers of the addendum, the revision and the corrigendum that the document is.
    pub fn supplements(&self) -> [Option<u32>; 3] {
        [self.addendum, self.revision, self.corrigendum].map(|number| number.map(|number| number.value))
    }
}
