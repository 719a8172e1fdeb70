//! Sessions of the Council and conferences to which documents are submitted.

use crate::date::Dates;
use crate::record;
use crate::source::{Spanned, Text};

record! {
    /// A session.
    pub struct Session as "session" {
        /// As the masthead names it: `Council 2022`.
        pub name: Text,
        /// As a sentence names it: `Council-22`, `PP-22`.
        pub short: Text,
        /// The city.
        pub place: Text,
        /// When it is held.
        pub dates: Spanned<Dates>,
        /// The house style of documents submitted to it.
        pub style: Option<Text>,
    }
}
