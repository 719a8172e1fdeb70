//! The keys that some kinds of submission have besides those of every one; here those of contributions and letters.

use super::block::BlockList;
use super::liaison::Liaison;
use crate::diagnostic::{Diagnostics, Reported};
use crate::record;
use crate::source::Text;
use crate::yaml::schema::{Property, Schemas};
use crate::yaml::{Entries, Fields, Many};

/// The keys that a kind of submission has besides those of every submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindFields {
    /// The kind has no keys of its own.
    Nothing,
    /// The kind has the keys of a [`Contribution`].
    Contribution,
    /// The kind has the keys of a [`Letter`].
    Letter,
    /// The kind has the keys of a [`Liaison`].
    Liaison,
}

record! {
    /// A contribution: the answers to a call.
    pub struct Contribution as "submission" {
        /// The id of the call that the contribution answers.
        pub call: Text,
        /// The answer to each question, by the id of the question. The document shows them in the order of the call.
        pub answers: Entries<BlockList>,
    }
}

impl Contribution {
    /// Returns the answer to a question, with the question's id as the author wrote it; `None` if there is no answer or an empty one.
    pub fn answer(&self, question: &str) -> Option<&(Text, BlockList)> {
        self.answers.entry(question).filter(|(_, answer)| !answer.is_empty())
    }
}

record! {
    /// A letter.
    pub struct Letter as "submission" {
        /// The id of the call to which the letter refers.
        pub call: Option<Text>,
        /// The lines of the address.
        pub to: Many<Text>,
        /// The salutation: `Excellency,`.
        pub salutation: Option<Text>,
        /// The closing formula: `Yours sincerely,`.
        pub closing: Option<Text>,
        /// The enclosures: what is sent with the letter.
        pub enclosures: Many<Text>,
    }
}

/// The values of the keys that only the submission's kind has.
#[derive(Debug, Clone)]
pub enum KindData {
    /// The kind has no keys of its own.
    None,
    /// The keys of a contribution.
    Contribution(Contribution),
    /// The keys of a letter.
    Letter(Box<Letter>),
    /// The keys of a liaison statement.
    Liaison(Box<Liaison>),
}

impl KindData {
    /// Reads the keys of a kind from a map and leaves other keys to the caller.
    ///
    /// # Errors
    ///
    /// Reports the faults of all keys, and fails if there was one.
    pub fn take(own: KindFields, fields: &mut Fields, report: &mut Diagnostics) -> Result<Self, Reported> {
        match own {
            KindFields::Nothing => Ok(Self::None),
            KindFields::Contribution => Contribution::take(fields, report).map(Self::Contribution),
            KindFields::Letter => Letter::take(fields, report).map(|letter| Self::Letter(Box::new(letter))),
            KindFields::Liaison => Liaison::take(fields, report).map(|liaison| Self::Liaison(Box::new(liaison))),
        }
    }

    /// Returns the keys of a contribution; `None` for other kinds.
    pub fn contribution(&self) -> Option<&Contribution> {
        if let Self::Contribution(contribution) = self { Some(contribution) } else { None }
    }

    /// Returns the keys of a letter; `None` for other kinds.
    pub fn letter(&self) -> Option<&Letter> {
        if let Self::Letter(letter) = self { Some(letter) } else { None }
    }

    /// Returns the keys of a liaison statement; `None` for other kinds.
    pub fn liaison(&self) -> Option<&Liaison> {
        if let Self::Liaison(liaison) = self { Some(liaison) } else { None }
    }

    /// Returns the id of the call that a contribution answers, or to which a letter refers.
    pub fn call(&self) -> Option<&Text> {
        match self {
            Self::None | Self::Liaison(_) => None,
            Self::Contribution(contribution) => Some(&contribution.call),
            Self::Letter(letter) => letter.call.as_ref(),
        }
    }
}

impl KindFields {
    /// Returns these keys with their schemas.
    pub fn properties(self, schemas: &mut Schemas) -> Vec<Property> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Contribution => Contribution::properties(schemas),
            Self::Letter => Letter::properties(schemas),
            Self::Liaison => Liaison::properties(schemas),
        }
    }
}
