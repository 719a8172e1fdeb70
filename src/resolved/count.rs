//! Counts the words of the answers of a document, as Word counts them.
//!
//! - A word is what stands between white space: `state-of-the-art` is one word, and so is a dash between spaces.
//! - Words of paragraphs, items, cells and captions are counted. Not counted are numbers and marks before paragraphs, which Word
//!   makes itself, footnotes and their marks, and what a picture or a chart shows.
//! - A no-break space separates words as any other space does: in the PDF it is a plain space, and a reader sees two words.
//! - The heading of an answer, which is the question, is not counted.

use super::{
    Block, Caption, Chart, Clause, Content, Figure, Node, ResolvedDocument, Role, Run, Table, Text, Visitor, walk_blocks,
};
use crate::document::{Answer, Questionnaire};
use crate::source::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The word counts of all answers of a document.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// One entry for each question, in the order of the questions.
    pub answers: Vec<Count>,
    /// The length of all answers together.
    pub total: Length,
    /// The place in the author's file that names the call which the document answers.
    #[serde(skip)]
    pub span: Span,
}

/// The word count of one answer.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Count {
    /// The id of the question.
    pub question: String,
    /// True if the question has to be answered.
    pub obligatory: bool,
    /// The length of the answer.
    pub length: Length,
    /// The place of the answer in the author's file; none if there is no answer.
    #[serde(skip)]
    pub span: Option<Span>,
}

/// A number of words, and the limit for it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Length {
    /// The number of words.
    pub words: usize,
    /// The largest number of words that is allowed, if there is a limit.
    pub limit: Option<u32>,
    /// The number of words that may be added, if there is a limit; negative if there are too many words.
    pub left: Option<i64>,
    /// The place of the sentence with the first word beyond the limit; none if the limit is kept.
    #[serde(skip)]
    pub crossing: Option<Span>,
}

/// A word of a resolved document.
#[derive(Clone, Copy)]
struct Word<'d> {
    /// The first characters of the word: a text and a range of its bytes; none for a word of a label.
    first: Option<(&'d Text, usize, usize)>,
    /// The last characters of the word, which may be in another text.
    last: Option<(&'d Text, usize, usize)>,
    /// True if the word begins a sentence.
    begins: bool,
}

impl Length {
    fn of(words: &[Word], limit: Option<u32>) -> Self {
        let over = limit.map(|limit| limit as usize).filter(|limit| *limit < words.len());
        let left = limit.map(|limit| i64::from(limit) - words.len() as i64);
        Self { words: words.len(), limit, left, crossing: over.and_then(|first| sentence(words, first)) }
    }

    /// Says whether there are more words than the limit allows.
    pub fn is_over(&self) -> bool {
        self.crossing.is_some()
    }
}

/// Returns the place of the sentence that contains word number `at`; for generated words, the place of their record.
fn sentence(words: &[Word], at: usize) -> Option<Span> {
    let first = words[..=at].iter().rposition(|word| word.begins).unwrap_or(at);
    let after = words[at + 1..].iter().position(|word| word.begins).map_or(words.len(), |after| at + 1 + after);
    let place = |(text, start, end): (&Text, usize, usize)| text.span_of(start..end);
    let first_place = words[first..after].iter().find_map(|word| word.first).map(place)?;
    let last_place = words[first..after].iter().rev().find_map(|word| word.last).map_or(first_place, place);
    Some(first_place.through(last_place))
}

/// Counts the words of each answer in a resolved document, and of all answers together.
pub fn count(questionnaire: &Questionnaire, document: &ResolvedDocument) -> Counts {
    let mut all = Vec::new();
    let clauses = clauses(document);
    let answers = questionnaire.answers.iter().map(|answer| {
        let words = words_of(answer, &clauses);
        all.extend(&words);
        let Answer { question, obligatory, span, .. } = answer;
        Count { question: question.clone(), obligatory: *obligatory, length: Length::of(&words, answer.words), span: *span }
    });
    let answers = answers.collect();
    Counts { answers, total: Length::of(&all, questionnaire.words), span: questionnaire.span }
}

/// Returns the words below the heading of an answer; none if there is no answer.
fn words_of<'d>(answer: &Answer, clauses: &HashMap<Span, Vec<&'d Clause>>) -> Vec<Word<'d>> {
    let mut counter = Counter::default();
    for clause in answer.span.and_then(|span| clauses.get(&span)).into_iter().flatten() {
        walk_blocks(&clause.body, &mut counter);
    }
    counter.words
}

/// Returns the clauses by their places in the author's files: of each place the first one in the body, and the first one in each annex.
fn clauses(document: &ResolvedDocument) -> HashMap<Span, Vec<&Clause>> {
    let mut all: HashMap<Span, Vec<&Clause>> = HashMap::new();
    for body in [&document.body].into_iter().chain(document.annexes.iter().map(|annex| &annex.body)) {
        let mut here = HashMap::new();
        add_clauses(body, &mut here);
        here.into_iter().for_each(|(span, clause)| all.entry(span).or_default().push(clause));
    }
    all
}

fn add_clauses<'d>(blocks: &'d [Block], here: &mut HashMap<Span, &'d Clause>) {
    for block in blocks {
        match &block.content {
            Content::Clause(clause) => {
                here.entry(block.span).or_insert(clause);
                add_clauses(&clause.body, here);
            }
            Content::Quote(blocks) => add_clauses(blocks, here),
            Content::Paragraph(_) | Content::List(_) | Content::Table(_) => {}
            Content::Figure(_) | Content::Chart(_) | Content::Equation(_) | Content::SideBySide(_) | Content::PageBreak => {}
        }
    }
}

#[derive(Default)]
struct Counter<'d> {
    words: Vec<Word<'d>>,
}

impl<'d> Visitor<'d> for Counter<'d> {
    fn enter(&mut self, node: Node<'d>) {
        let Node::Block(block) = node else { return };
        let caption = match &block.content {
            Content::Table(Table { caption, .. }) | Content::Figure(Figure { caption, .. }) => caption,
            Content::Chart(Chart { caption, .. }) => caption,
            Content::Clause(_) | Content::Paragraph(_) | Content::List(_) | Content::Quote(_) => return,
            Content::Equation(_) | Content::SideBySide(_) | Content::PageBreak => return,
        };
        // Word counts the label too, since `Table 1 – ` is text in a DOCX
        let label = caption.iter().map(|caption| format!("{}{}", caption.label.text(), Caption::SEPARATOR));
        let words: usize = label.map(|label| label.split_whitespace().count()).sum();
        self.words.extend(std::iter::repeat_n(Word { first: None, last: None, begins: false }, words));
    }

    fn line(&mut self, role: Role, runs: &'d [Run]) {
        // footnotes and comments are not counted; the text after a heading in the same line continues the heading's sentence
        if !matches!(role, Role::Note | Role::Comment) {
            line(runs, role != Role::RunIn, &mut self.words);
        }
    }
}

/// Adds the words of a line, each of which may span several runs. `begins` says whether the line begins a sentence.
fn line<'d>(runs: &'d [Run], mut begins: bool, words: &mut Vec<Word<'d>>) {
    let mut open = false;
    for run in runs {
        match run {
            Run::Text(text) => of_text(text, &mut open, &mut begins, words),
            // Word takes an equation for one word
            Run::Equation(_) if open => {}
            Run::Equation(_) => {
                words.push(Word { first: None, last: None, begins });
                (open, begins) = (true, false);
            }
            Run::Break => open = false,
            Run::Note(_) | Run::Comment(_) => {}
        }
    }
}

/// Adds the words of a text. `open` says whether the text continues a word that has begun, `begins` whether the next word begins
/// a sentence; both are set for the text that follows.
fn of_text<'d>(text: &'d Text, open: &mut bool, begins: &mut bool, words: &mut Vec<Word<'d>>) {
    let mut at = 0;
    for piece in text.text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            let part = Some((text, at, at + word.len()));
            match words.last_mut().filter(|_| *open) {
                Some(begun) => begun.last = part,
                None => words.push(Word { first: part, last: part, begins: *begins }),
            }
            *begins = word.trim_end_matches(['”', '"', '’', ')', ']']).ends_with(['.', '?', '!']);
            *open = true;
        }
        *open &= word.len() == piece.len();
        at += piece.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::LocatedText;
    use crate::resolved::Written;
    use crate::source::Sources;

    fn words(runs: &[Run]) -> Vec<Word<'_>> {
        let mut words = Vec::new();
        line(runs, true, &mut words);
        words
    }

    fn run(text: &str) -> Run {
        Run::Text(Text { text: text.into(), ..Text::default() })
    }

    #[test]
    fn words_stand_between_white_space_whatever_their_look() {
        assert_eq!(words(&[run("state-of-the-art – "), run("C22/8"), run(", and"), Run::Break, run("more.")]).len(), 5);
        assert_eq!(words(&[run("Resolution\u{a0}140 ("), run("bold"), run("ly) ")]).len(), 3);
        assert!(words(&[run(" ")]).is_empty());
    }

    #[test]
    fn the_sentence_with_the_first_word_too_many_is_found() {
        let text = "One two. Three “four five.” Six";
        let file = Sources::default().add("t.yaml", text);
        let span_of = |range: std::ops::Range<usize>| Span::new(file, range);
        let written = Written::whole(LocatedText::written(text, span_of(0..text.len()), &span_of).into());
        let runs = [Run::Text(Text { text: text.into(), written: Some(written), ..Text::default() })];
        let words = words(&runs);
        let at = |limit| Length::of(&words, Some(limit)).crossing.map(|span| &text[span.start as usize..span.end as usize]);
        let second = Some("Three “four five.”");
        assert_eq!([at(1), at(2), at(4), at(5), at(6)], [Some("One two."), second, second, Some("Six"), None]);
    }
}
