//! Sessions: of the Council, and conferences, to which documents are submitted.

use super::file_pattern::FilePattern;
use crate::date::Dates;
use crate::record;
use crate::source::{Spanned, Text};

record! {
    /// A session of the Council, or a conference.
    pub struct Session as "session" {
        /// The name of the session in the masthead: `Council 2022`.
        pub name: Text,
        /// The short name of the session in sentences: `Council-22`, `PP-22`.
        pub short: Text,
        /// The city in which the session is held.
        pub place: Text,
        /// The day or days on which the session is held.
        pub dates: Spanned<Dates>,
        /// The name of the house style of documents that are submitted to the session.
        pub style: Option<Text>,
        /// The pattern for the names of the files of these documents; without it, that of the dossier.
        pub files: Option<FilePattern>,
    }
}
