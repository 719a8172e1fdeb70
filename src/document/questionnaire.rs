//! Answers to the questions of a call, and how long they may be.

use crate::source::Span;

/// The answers of a document, in the order of the questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// One entry for each question, in the order of the questions.
    pub answers: Vec<Answer>,
    /// The largest number of words of all answers together, if there is a limit.
    pub words: Option<u32>,
    /// The place in the author's file that names the call which the document answers.
    pub span: Span,
}

/// A question, and where its answer is.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The id of the question.
    pub question: String,
    /// True if the question has to be answered.
    pub obligatory: bool,
    /// The largest number of words of the answer, if there is a limit.
    pub words: Option<u32>,
    /// The place in the author's file of the answer, by which its clause is found; none if there is no answer.
    pub span: Option<Span>,
}
