//! The keys of a liaison statement: to whom it goes and for what, by when, and what is forwarded with it.

use crate::date::Date;
use crate::record;
use crate::records::party::Party;
use crate::source::{Spanned, Text};
use crate::yaml::Many;

record! {
    /// A liaison statement.
    pub struct Liaison as "submission" {
        /// Who is to act, one or several: the id of a body, an organization, an office, or words.
        pub for_action: Many<Party>,
        /// Who is to comment, named in the same ways.
        pub for_comment: Many<Party>,
        /// Who is informed, named in the same ways.
        pub for_information: Many<Party>,
        /// The day by which those who are to act or to comment answer.
        pub deadline: Option<Spanned<Date>>,
        /// Who approved the statement, where and when: `Agreed at the 38th meeting of the group`.
        pub approval: Option<Text>,
        /// What is forwarded with the statement, as texts: `Report of the 38th meeting (CWG-WSIS&SDG-38/9)`.
        pub forwards: Many<Text>,
    }
}

impl Liaison {
    /// Returns those to whom the statement goes: each list with the key of its purpose.
    pub fn addressees(&self) -> [(&'static str, &[Party]); 3] {
        [("for-action", &self.for_action), ("for-comment", &self.for_comment), ("for-information", &self.for_information)]
    }
}
