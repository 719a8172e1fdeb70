//! Answers to questions, and how long they may be.

use crate::source::Span;

/// The answers of a document.
#[derive(Debug, Clone)]
pub struct Questionnaire {
    /// In the order of the questions.
    pub answers: Vec<Answer>,
    /// The most words of all answers together.
    pub words: Option<u32>,
    /// Where the document says what it answers.
    pub span: Span,
}

/// A question and what is given as its answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The question's id.
    pub question: String,
    /// Whether it has to be answered.
    pub obligatory: bool,
    /// The most words of the answer.
    pub words: Option<u32>,
    /// Where the answer stands, which is also the place of its heading; none if there is no answer.
    pub span: Option<Span>,
}
