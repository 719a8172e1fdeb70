//! Generated sentences become runs: the template of the language is rendered with marks in place of texts with markup; then the
//! marks are replaced by the runs of these texts, which [`super::runs`] makes.

use super::runs::{Resolver, RunStyle};
use super::template_fault;
use super::tidy::lines_of;
use crate::document::{Inline, LocatedText, Sentence};
use crate::resolved::{MadeFrom, Run};
use serde_json::{Map, Value};
use std::sync::Arc;

/// Characters before and after the number of a text with markup in a rendered sentence. They are noncharacters of Unicode, which
/// no text of an author can contain.
const MARKS: [char; 2] = ['\u{fdd0}', '\u{fdd1}'];

impl Resolver<'_> {
    /// Adds the runs of a sentence to `out`. If its template fails, it adds nothing and keeps a message.
    pub(super) fn sentence(&mut self, sentence: &Sentence, look: &RunStyle, out: &mut Vec<Run>) {
        let mut look = look.clone();
        if !sentence.records.is_empty() {
            look.made_from = Some(Arc::new(MadeFrom { first: sentence.span, others: sentence.records.clone() }));
        }
        let rendered = match self.rendered(sentence) {
            Ok(rendered) => rendered,
            Err(message) => {
                self.faults.push(template_fault(sentence.span, sentence.key, &message));
                return;
            }
        };
        for piece in pieces(sentence, &rendered) {
            match piece {
                Piece::Text(text) => self.add(text, &look, out),
                Piece::Words("") => {}
                Piece::Words(words) => self.push(&LocatedText::generated(words, sentence.span).into(), &look, out),
            }
        }
    }

    /// Returns the words of a sentence, with [`MARKS`] in the places of its texts with markup.
    ///
    /// # Errors
    /// The message of the template.
    pub(super) fn rendered(&self, sentence: &Sentence) -> Result<Arc<str>, String> {
        self.language.sentence(sentence.key, rendering_key(sentence), || values(sentence))
    }
}

/// A piece of a rendered sentence.
pub(super) enum Piece<'s> {
    /// Words of the template.
    Words(&'s str),
    /// A text with markup.
    Text(&'s [Inline]),
}

/// Returns the pieces of a sentence, of which `rendered` has the words and marks.
pub(super) fn pieces<'s>(sentence: &'s Sentence, rendered: &'s str) -> impl Iterator<Item = Piece<'s>> {
    let marked: Vec<&Vec<Inline>> = texts(sentence).collect();
    rendered.split(MARKS).enumerate().map(move |(at, piece)| match marked.get(piece.parse().unwrap_or(usize::MAX)) {
        Some(text) if at % 2 == 1 => Piece::Text(text),
        _ => Piece::Words(piece),
    })
}

/// Returns the texts with markup of a sentence, in the order in which [`values`] marks them.
fn texts(sentence: &Sentence) -> impl Iterator<Item = &Vec<Inline>> {
    let alone = sentence.texts.iter().map(|(_, text)| text);
    alone.chain(sentence.lists.iter().flat_map(|(_, list)| list))
}

/// Writes all that [`values`] depends on: two sentences with the same key for which it writes the same are rendered alike.
fn rendering_key(sentence: &Sentence) -> Vec<u8> {
    // few sentences need more
    let mut out = Vec::with_capacity(256);
    for (key, value) in &sentence.values {
        out.extend(key.bytes());
        serde_json::to_writer(&mut out, value).expect("a list of bytes takes all that is written");
    }
    let sign = |text: &Vec<Inline>| if text.is_empty() { b'-' } else { b'+' };
    for (key, text) in &sentence.texts {
        out.extend(key.bytes().chain([sign(text)]));
    }
    for (key, list) in &sentence.lists {
        out.extend(key.bytes().chain([b'[']).chain(list.iter().map(sign)));
    }
    out
}

/// Returns the values of a sentence for its template, with a mark for each text with markup that is not empty.
fn values(sentence: &Sentence) -> Value {
    let mut values: Map<String, Value> =
        sentence.values.iter().map(|(key, value)| (key.to_string(), lines_of(value.clone()))).collect();
    let mut number = 0..;
    let mut mark = |text: &Vec<Inline>| {
        let mark = number.next().map(|number| format!("{}{number}{}", MARKS[0], MARKS[1]));
        Value::String(mark.filter(|_| !text.is_empty()).unwrap_or_default())
    };
    for (key, text) in &sentence.texts {
        values.insert(key.to_string(), mark(text));
    }
    for (key, list) in &sentence.lists {
        values.insert(key.to_string(), list.iter().map(&mut mark).collect());
    }
    Value::Object(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use serde_json::json;

    #[test]
    fn sentences_that_are_rendered_otherwise_are_asked_otherwise() {
        let some = || vec![Inline::Break];
        let sentence = |value: Value, texts, lists| {
            let sentence = Sentence { texts, lists, ..Sentence::new("key", Span::NONE, vec![("value", value)]) };
            (rendering_key(&sentence), values(&sentence).to_string())
        };
        let all = [
            sentence(json!(1), vec![], vec![]),
            sentence(json!("1"), vec![], vec![]),
            sentence(json!(1), vec![("text", some())], vec![]),
            sentence(json!(1), vec![("text", Vec::new())], vec![]),
            sentence(json!(1), vec![], vec![("text", vec![])]),
            sentence(json!(1), vec![], vec![("text", vec![some()])]),
            sentence(json!(1), vec![], vec![("text", vec![some(), Vec::new()])]),
            sentence(json!(1), vec![], vec![("text", vec![Vec::new(), some()])]),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|other| other.0 != one.0 && other.1 != one.1), "{}", one.1);
        }
    }
}
