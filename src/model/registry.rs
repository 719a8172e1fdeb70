//! What the files of a dossier may hold.

use super::body::Body;
use super::meeting::Meeting;
use super::person::{Person, Term};
use super::session::Session;
use super::topic::Label;
use crate::source::{Spanned, Text};
use crate::yaml::{Entries, Many};
use crate::{choice, record};

choice! {
    /// How much a rule's finding matters.
    pub enum Level {
        /// It is not shown.
        Off = "off",
        /// It is shown.
        Warning = "warning",
        /// It ends the build.
        Error = "error",
    }
}

record! {
    /// How the dossier is checked.
    pub struct Check as "check" {
        /// By the rule's name: `off`, `warning` or `error`.
        pub rules: Entries<Spanned<Level>>,
    }
}

record! {
    /// Records of a dossier: any file beside `dossier.yaml` may hold any of these.
    pub struct Registry as "dossier" {
        /// The id of the body whose dossier this is.
        pub body: Option<Text>,
        /// Bodies by id.
        pub bodies: Entries<Body>,
        /// The house style of its documents.
        pub style: Option<Text>,
        /// The languages in which its documents are made.
        pub languages: Many<Text>,
        /// Acronyms and what they stand for.
        pub acronyms: Entries<Text>,
        /// How it is checked.
        pub check: Option<Check>,
        /// Organizations that submit documents, by id.
        pub organizations: Entries<Label>,
        /// People by id.
        pub people: Entries<Person>,
        /// Who held which office, and when.
        pub terms: Vec<Term>,
        /// Topics by id, in the order in which reports treat them.
        pub topics: Entries<Label>,
        /// Sessions by id.
        pub sessions: Entries<Session>,
        /// Meetings.
        pub meetings: Vec<Meeting>,
    }
}
