//! How long the answers of a document are.
//!
//! Words are counted as Word counts them: what stands between white space is a word, so that `state-of-the-art` is one and a dash that stands alone is one,
//! in paragraphs, items, cells and captions alike. The number or mark before a paragraph is not counted, since Word makes it; nor are footnotes and their
//! marks, and what a picture or a chart shows. A no-break space parts words as any other does: in the PDF it is a plain one, and a reader sees two words.
//! The heading, which is the question, is not counted.

use super::{Block, Caption, Item, ResolvedDocument, Run, Text};
use crate::document::{Answer, Questionnaire};
use crate::source::Span;
use serde::Serialize;

/// The answers of a document, counted.
#[derive(Debug, Clone, Serialize)]
pub struct Counts {
    /// In the order of the questions.
    pub answers: Vec<Count>,
    /// All answers together.
    pub total: Length,
    /// Where the document says what it answers.
    #[serde(skip)]
    pub span: Span,
}

/// An answer, counted.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    /// The question's id.
    pub question: String,
    /// Whether it has to be answered.
    pub obligatory: bool,
    /// How long it is.
    pub length: Length,
    /// Where it stands; none if there is no answer.
    #[serde(skip)]
    pub span: Option<Span>,
}

/// A number of words and the most that they may be.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Length {
    /// How many there are.
    pub words: usize,
    /// How many there may be.
    pub limit: Option<u32>,
    /// How many more there may be; fewer than none if there are too many.
    pub left: Option<i64>,
    /// Where the sentence with the first word too many stands.
    #[serde(skip)]
    pub crossing: Option<Span>,
}

/// A word of a resolved document.
#[derive(Clone, Copy)]
struct Word<'d> {
    /// Its first characters: a text and their bytes in it; none of a label's words.
    first: Option<(&'d Text, usize, usize)>,
    /// Its last characters, which may be in another text.
    last: Option<(&'d Text, usize, usize)>,
    /// Whether a sentence begins with it.
    begins: bool,
}

impl Length {
    fn of(words: &[Word], limit: Option<u32>) -> Self {
        let over = limit.map(|limit| limit as usize).filter(|limit| *limit < words.len());
        let left = limit.map(|limit| i64::from(limit) - words.len() as i64);
        Self { words: words.len(), limit, left, crossing: over.and_then(|first| sentence(words, first)) }
    }

    /// Whether there are too many.
    pub fn is_over(&self) -> bool {
        self.crossing.is_some()
    }
}

/// The place of the sentence in which the word stands; generated words are where their record is.
fn sentence(words: &[Word], at: usize) -> Option<Span> {
    let first = words[..=at].iter().rposition(|word| word.begins).unwrap_or(at);
    let after = words[at + 1..].iter().position(|word| word.begins).map_or(words.len(), |after| at + 1 + after);
    let place = |(text, start, end): (&Text, usize, usize)| text.span_of(start..end);
    let first_place = words[first..after].iter().find_map(|word| word.first).map(place)?;
    let last_place = words[first..after].iter().rev().find_map(|word| word.last).map_or(first_place, place);
    Some(first_place.through(last_place))
}

/// Counts the answers of a document.
pub fn count(questionnaire: &Questionnaire, document: &ResolvedDocument) -> Counts {
    let mut all = Vec::new();
    let answers = questionnaire.answers.iter().map(|answer| {
        let words = words_of(answer, document);
        all.extend(&words);
        let Answer { question, obligatory, span, .. } = answer;
        Count { question: question.clone(), obligatory: *obligatory, length: Length::of(&words, answer.words), span: *span }
    });
    let answers = answers.collect();
    Counts { answers, total: Length::of(&all, questionnaire.words), span: questionnaire.span }
}

/// The words below the heading of an answer.
fn words_of<'d>(answer: &Answer, document: &'d ResolvedDocument) -> Vec<Word<'d>> {
    let mut words = Vec::new();
    let Some(span) = answer.span else { return words };
    let bodies = [&document.body].into_iter().chain(document.annexes.iter().map(|annex| &annex.body));
    for body in bodies {
        blocks(section(body, span), &mut words);
    }
    words
}

/// What stands below the heading from this place, up to the next one of its level.
fn section(body: &[Block], span: Span) -> &[Block] {
    let heading = |block: &Block| if let Block::Heading(heading) = block { Some((heading.level, heading.span)) } else { None };
    let Some(at) = body.iter().position(|block| heading(block).is_some_and(|(_, own)| own == span)) else { return &[] };
    let level = heading(&body[at]).map(|(level, _)| level);
    let below = &body[at + 1..];
    let end = below.iter().position(|block| heading(block).map(|(level, _)| level).is_some_and(|next| Some(next) <= level));
    &below[..end.unwrap_or(below.len())]
}

fn blocks<'d>(all: &'d [Block], words: &mut Vec<Word<'d>>) {
    for block in all {
        match block {
            Block::Heading(heading) => line("", &heading.content, words),
            Block::Paragraph(paragraph) => line("", &paragraph.content, words),
            Block::List(list) => list.items.iter().for_each(|item| of_item(item, words)),
            Block::Table(table) => {
                caption(table.caption.as_ref(), words);
                table.columns.iter().for_each(|column| line("", &column.label, words));
                table.rows.iter().flatten().for_each(|cell| line("", &cell.content, words));
            }
            Block::Figure(figure) => caption(figure.caption.as_ref(), words),
            Block::Chart(chart) => caption(chart.caption.as_ref(), words),
            Block::Landscape(page) => blocks(page, words),
            Block::PageBreak => {}
        }
    }
}

fn of_item<'d>(item: &'d Item, words: &mut Vec<Word<'d>>) {
    line("", &item.content, words);
    blocks(&item.body, words);
}

/// `Table 1 – ` is a text in Word too.
fn caption<'d>(caption: Option<&'d Caption>, words: &mut Vec<Word<'d>>) {
    if let Some(caption) = caption {
        line(&format!("{}{}", caption.label(), Caption::SEPARATOR), &caption.content, words);
    }
}

/// The words of one line; a word may be made of several runs.
fn line<'d>(label: &str, runs: &'d [Run], words: &mut Vec<Word<'d>>) {
    words.extend(label.split_whitespace().map(|_| Word { first: None, last: None, begins: false }));
    let (mut open, mut begins) = (false, true);
    for run in runs {
        match run {
            Run::Text(text) => of_text(text, &mut open, &mut begins, words),
            Run::Break => open = false,
            // neither notes nor remarks are words of the line
            Run::Note(_) | Run::Comment(_) => {}
        }
    }
}

/// `open`: the text goes on with a word that has begun; `begins`: the next word begins a sentence.
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
        line("", runs, &mut words);
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
        let at = |limit| {
            Length::of(&words, Some(limit)).crossing.map(|span| &text[span.start as usize..span.end as usize])
        };
        let second = Some("Three “four five.”");
        assert_eq!([at(1), at(2), at(4), at(5), at(6)], [Some("One two."), second, second, Some("Six"), None]);
    }
}
