//! Calls for contributions: a forum sends a letter with a questionnaire and a deadline. Calls differ from year to year, so each is
//! recorded.

use super::party::Party;
use super::series::MeetingName;
use crate::date::Date;
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};

record! {
    /// The letter of a call.
    pub struct CallLetter as "letter" {
        /// The symbol of the letter, or of the document by which it was submitted to the group.
        pub symbol: Option<Text>,
        /// The date of the letter.
        pub date: Option<Spanned<Date>>,
    }
}

record! {
    /// A question of the questionnaire.
    pub struct Question as "question" {
        /// The id of the question, which the answer to it names.
        pub id: Text,
        /// The heading of the question.
        pub heading: Text,
        /// The most words that an answer may have.
        pub words: Option<Spanned<u32>>,
        /// Whether the question has to be answered (yes unless this says `false`).
        pub obligatory: Option<bool>,
    }
}

impl Question {
    /// Says whether the question has to be answered.
    pub fn is_obligatory(&self) -> bool {
        self.obligatory != Some(false)
    }
}

choice! {
    /// What happens to a contribution at a step.
    pub enum StepKind {
        /// A meeting considers the contribution.
        Considered = "considered",
        /// The text of the contribution is finalized, for instance by correspondence.
        Finalized = "finalized",
        /// Those on whose behalf the contribution is made agree to it.
        Endorsed = "endorsed",
        /// The contribution is sent to somebody.
        Sent = "sent",
    }
}

record! {
    /// A step in the preparation of a contribution.
    pub struct Step as "step" {
        /// What happens at the step.
        pub step: Spanned<StepKind>,
        /// The meeting at which the step takes place: its number, or `cwg-b:38` for a meeting of another body than the dossier's own; without it, the step is
        /// done by correspondence.
        pub meeting: Option<MeetingName>,
        /// Who sends the contribution.
        pub from: Many<Party>,
        /// To whom the contribution is sent.
        pub to: Many<Party>,
        /// The last day for the step.
        pub until: Option<Spanned<Date>>,
        /// The day on which the step was done.
        pub done: Option<Spanned<Date>>,
    }
}

choice! {
    /// A fact about a call, which may be unknown or assumed.
    pub enum Fact {
        /// The symbol or the date of the letter.
        Letter = "letter",
        /// The theme.
        Theme = "theme",
        /// The Goals under review.
        Goals = "goals",
        /// The wording of the questions, or which questions there are.
        Questions = "questions",
        /// Which questions have to be answered.
        Obligatory = "obligatory",
        /// The limits on the number of words.
        Words = "words",
        /// The deadline.
        Deadline = "deadline",
        /// The steps of the contribution.
        Way = "way",
    }
}

record! {
    /// A call for contributions.
    pub struct Call as "call" {
        /// Who sent the call: an organization, a person, or any other party.
        pub from: Many<Party>,
        /// The letter of the call.
        pub letter: Option<CallLetter>,
        /// The name of the forum: `High-level Political Forum on Sustainable Development 2022`.
        pub forum: Text,
        /// The short name of the forum: `HLPF 2022`.
        pub short: Option<Text>,
        /// The theme of the forum.
        pub theme: Option<Text>,
        /// The numbers of the Sustainable Development Goals under review.
        pub goals: Many<Spanned<u32>>,
        /// The questions, in the order of the questionnaire.
        pub questions: Vec<Question>,
        /// The most words that all answers together may have.
        pub words: Option<Spanned<u32>>,
        /// The last day on which the contribution may be submitted.
        pub deadline: Option<Spanned<Date>>,
        /// The steps of the contribution, in order.
        pub way: Vec<Step>,
        /// The facts that are unknown; their keys have to be left out.
        pub unknown: Many<Spanned<Fact>>,
        /// The facts that are not certain: the values given here are assumptions.
        pub assumed: Many<Spanned<Fact>>,
    }
}

impl Call {
    /// Returns the short name of the forum, or the full name if it has no short one.
    pub fn name(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.forum)
    }

    /// Says whether the call has neither a theme nor Goals under review.
    pub fn is_bare(&self) -> bool {
        self.theme.is_none() && self.goals.is_empty()
    }
}
