//! Bodies: the group whose dossier this is, and others.

use super::acronym::Acronym;
use super::address::Address;
use crate::record;
use crate::source::Text;
use crate::yaml::Many;

record! {
    /// A body of the Union.
    pub struct Body as "body" {
        /// Its full name.
        pub name: Text,
        /// Its acronym; its documents are `ACRONYM-meeting/number`.
        pub acronym: Acronym,
        /// Earlier acronyms, recognised in old symbols.
        pub formerly: Many<Acronym>,
        /// The resolutions that it rests on.
        pub mandate: Many<Text>,
        /// Its page on the web, to which its symbols link.
        pub page: Option<Address>,
    }
}
