//! What contributions and letters have besides what every submission has.

use super::block::BlockList;
use crate::diagnostic::{Diagnostics, Reported};
use crate::record;
use crate::source::Text;
use crate::yaml::schema::{Property, Schemas};
use crate::yaml::{Entries, Fields, Many};

/// Which keys a kind of submission has of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// None.
    Nothing,
    /// Those of a [`Contribution`].
    Contribution,
    /// Those of a [`Letter`].
    Letter,
}

record! {
    /// An answer to a call.
    pub struct Contribution as "submission" {
        /// The id of the call that it answers.
        pub call: Text,
        /// By the question's id: the answer. The order is that of the call.
        pub answers: Entries<BlockList>,
    }
}

impl Contribution {
    /// The answer to a question, with its name as the author wrote it; none if nothing is said.
    pub fn answer(&self, question: &str) -> Option<&(Text, BlockList)> {
        self.answers.iter().find(|(id, answer)| id.value == question && !answer.is_empty())
    }
}

record! {
    /// Who signs.
    pub struct Signature as "signature" {
        /// The name, where it is known.
        pub name: Option<Text>,
        /// The office.
        pub office: Text,
    }
}

record! {
    /// A letter.
    pub struct Letter as "submission" {
        /// The id of the call to which it refers.
        pub call: Option<Text>,
        /// To whom it is: the lines of the address.
        pub to: Many<Text>,
        /// `Excellency,`
        pub salutation: Option<Text>,
        /// `Yours sincerely,`
        pub closing: Option<Text>,
        /// Who signs it.
        pub signature: Option<Signature>,
        /// What is sent with it.
        pub enclosures: Many<Text>,
    }
}

/// The keys of a submission's own kind, as the author gave them.
#[derive(Debug, Clone)]
pub enum Special {
    /// It has none.
    None,
    /// A contribution's.
    Contribution(Contribution),
    /// A letter's.
    Letter(Box<Letter>),
}

impl Special {
    /// Takes the keys of a kind out of a map that may have others besides.
    pub fn take(own: Own, fields: &mut Fields, report: &mut Diagnostics) -> Result<Self, Reported> {
        match own {
            Own::Nothing => Ok(Self::None),
            Own::Contribution => Contribution::take(fields, report).map(Self::Contribution),
            Own::Letter => Letter::take(fields, report).map(|letter| Self::Letter(Box::new(letter))),
        }
    }

    /// The contribution, if it is one.
    pub fn contribution(&self) -> Option<&Contribution> {
        if let Self::Contribution(contribution) = self { Some(contribution) } else { None }
    }

    /// The letter, if it is one.
    pub fn letter(&self) -> Option<&Letter> {
        if let Self::Letter(letter) = self { Some(letter) } else { None }
    }

    /// The id of the call that it answers, or to which it refers.
    pub fn call(&self) -> Option<&Text> {
        match self {
            Self::None => None,
            Self::Contribution(contribution) => Some(&contribution.call),
            Self::Letter(letter) => letter.call.as_ref(),
        }
    }
}

impl Own {
    /// The schemas of its keys.
    pub fn properties(self, schemas: &mut Schemas) -> Vec<Property> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Contribution => Contribution::properties(schemas),
            Self::Letter => Letter::properties(schemas),
        }
    }
}
