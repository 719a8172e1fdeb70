//! Calls for contributions: a forum asks, by a letter, a questionnaire and a deadline. They differ each year, so each is data.

use crate::date::Date;
use crate::source::{Spanned, Text};
use crate::yaml::Many;
use crate::{choice, record};

record! {
    /// The letter by which somebody calls.
    pub struct CallLetter as "letter" {
        /// Its symbol, or that of the document in which it was before the group.
        pub symbol: Option<Text>,
        /// Its date.
        pub date: Option<Spanned<Date>>,
    }
}

record! {
    /// A question.
    pub struct Question as "question" {
        /// By which an answer names it.
        pub id: Text,
        /// How it is headed.
        pub heading: Text,
        /// The most words of an answer.
        pub words: Option<Spanned<u32>>,
        /// Whether it has to be answered (it does unless this says `false`).
        pub obligatory: Option<bool>,
    }
}

impl Question {
    /// Whether it has to be answered.
    pub fn is_obligatory(&self) -> bool {
        self.obligatory != Some(false)
    }
}

choice! {
    /// What happens to a contribution on its way.
    pub enum StepKind {
        /// A meeting considers it.
        Considered = "considered",
        /// It gets its last words, by correspondence for instance.
        Finalized = "finalized",
        /// Those for whom it speaks agree to it.
        Endorsed = "endorsed",
        /// It is sent on.
        Sent = "sent",
    }
}

record! {
    /// A step on the way of a contribution.
    pub struct Step as "step" {
        /// What happens.
        pub step: Spanned<StepKind>,
        /// The number of the meeting at which it happens; without it, by correspondence.
        pub meeting: Option<Spanned<u32>>,
        /// Who sends it.
        pub from: Option<Text>,
        /// To whom it is sent.
        pub to: Option<Text>,
        /// The last day for it.
        pub until: Option<Spanned<Date>>,
        /// The day on which it was done.
        pub done: Option<Spanned<Date>>,
    }
}

choice! {
    /// What may be said of a call.
    pub enum Fact {
        /// The letter's symbol or date.
        Letter = "letter",
        /// The theme.
        Theme = "theme",
        /// The Goals under review.
        Goals = "goals",
        /// The words of the questions, or which there are.
        Questions = "questions",
        /// Which questions have to be answered.
        Obligatory = "obligatory",
        /// The limits in words.
        Words = "words",
        /// The deadline.
        Deadline = "deadline",
        /// The way of the contribution.
        Way = "way",
    }
}

record! {
    /// A call for contributions.
    pub struct Call as "call" {
        /// Who calls: an organization or a person.
        pub from: Option<Text>,
        /// The letter.
        pub letter: Option<CallLetter>,
        /// The forum: `High-level Political Forum on Sustainable Development 2022`.
        pub forum: Text,
        /// Its short name: `HLPF 2022`.
        pub short: Option<Text>,
        /// Its theme.
        pub theme: Option<Text>,
        /// The numbers of the Goals under review.
        pub goals: Many<Spanned<u32>>,
        /// The questions, in the order of the questionnaire.
        pub questions: Vec<Question>,
        /// The most words of all answers together.
        pub words: Option<Spanned<u32>>,
        /// The last day for the contribution.
        pub deadline: Option<Spanned<Date>>,
        /// The way of the contribution, step by step.
        pub way: Vec<Step>,
        /// What is not known of it: nothing is said of that here.
        pub unknown: Many<Spanned<Fact>>,
        /// What is not known for certain: what is said of that here is an assumption.
        pub assumed: Many<Spanned<Fact>>,
    }
}

impl Call {
    /// The short name of the forum, or else the long one.
    pub fn name(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.forum)
    }

    /// Whether it has neither a theme nor Goals under review.
    pub fn is_bare(&self) -> bool {
        self.theme.is_none() && self.goals.is_empty()
    }
}
