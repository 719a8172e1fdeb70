//! What the files of a dossier may hold.

use super::body::Body;
use super::call::Call;
use super::mapping::Mapping;
use super::meeting::Meeting;
use super::person::{Person, Term};
use super::session::Session;
use super::topic::Label;
use crate::source::{Spanned, Text};
use crate::yaml::{Entries, Many, Shared};
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
    pub struct Registry as "dossier", Default {
        /// The id of the body whose dossier this is.
        pub body: Option<Text>,
        /// Bodies by id.
        pub bodies: Entries<Body>,
        /// The house style of its documents.
        pub style: Option<Text>,
        /// The Word file whose styles, headers and page its Word documents take.
        pub reference: Option<Text>,
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
        pub terms: Shared<Term>,
        /// Topics by id, in the order in which reports treat them.
        pub topics: Entries<Label>,
        /// By the topic's id: the WSIS Action Lines and the Goals that it serves.
        pub mapping: Entries<Mapping>,
        /// Sessions by id.
        pub sessions: Entries<Session>,
        /// Meetings.
        pub meetings: Shared<Meeting>,
        /// Calls for contributions, by id.
        pub calls: Entries<Call>,
    }
}

impl Registry {
    /// Returns the body whose dossier it is; none if no file names one that is on record.
    pub fn own_body(&self) -> Option<&Body> {
        self.bodies.get(&self.body.as_ref()?.value)
    }

    /// Adds the records of another file. Of single values the first counts; ids that occur twice are a matter for a rule.
    pub fn merge(&mut self, other: Self) {
        self.body = self.body.take().or(other.body);
        self.style = self.style.take().or(other.style);
        self.reference = self.reference.take().or(other.reference);
        self.check = self.check.take().or(other.check);
        self.languages.0.extend(other.languages.0);
        self.bodies.0.extend(other.bodies.0);
        self.acronyms.0.extend(other.acronyms.0);
        self.organizations.0.extend(other.organizations.0);
        self.people.0.extend(other.people.0);
        self.terms.0.extend(other.terms.0);
        self.topics.0.extend(other.topics.0);
        self.mapping.0.extend(other.mapping.0);
        self.sessions.0.extend(other.sessions.0);
        self.meetings.0.extend(other.meetings.0);
        self.calls.0.extend(other.calls.0);
    }
}
