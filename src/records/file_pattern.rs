//! Patterns for the names of files: `S{year}-CL-{series}-{number:4}!{supplements}!{format}-{letter}`.

use crate::choice;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue, listing};
use crate::source::Text;
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Node};
use serde_json::Value;

choice! {
    /// What stands in a name in place of a word in braces.
    pub enum Piece {
        /// The usual name, without language and format.
        Name = "name",
        /// The symbol in lower case: `c22-8-rev-1`.
        Symbol = "symbol",
        /// The series of the document in its symbol: `C` in C22/8, `INF` in C22/INF/3.
        Series = "series",
        /// The number of the document in its symbol; `{number:4}` has at least four figures.
        Number = "number",
        /// The addenda, revisions and corrigenda: `A1-R2`; nothing if there are none.
        Supplements = "supplements",
        /// The kind of the submission: `annual-report`.
        Kind = "kind",
        /// The id of the session.
        Session = "session",
        /// The year of the session, or of the document's date, in two figures.
        Year = "year",
        /// The document's date: `2022-02-25`.
        Date = "date",
        /// The code of the language: `en`.
        Language = "language",
        /// The letter of the language: `E`.
        Letter = "letter",
        /// The format: `MSW` for Word, `PDF` for PDF, the ending in capitals for others.
        Format = "format",
    }
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Characters that stand in every name.
    Text(String),
    /// A piece that each document fills in, with the least number of figures.
    Piece(Piece, usize),
}

/// A pattern for the names of files, as it is written and in its parts.
#[derive(Debug, Clone)]
pub struct FilePattern {
    /// The pattern as the author writes it.
    pub text: Text,
    /// The parts in their order.
    pub parts: Vec<Part>,
}

/// The most figures that a number is filled up to.
const MOST_FIGURES: usize = 9;

impl Decode for FilePattern {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        match parts(&text.value) {
            Ok(parts) => Ok(Self { text, parts }),
            Err(fault) => {
                let pieces = listing(Piece::ALL.iter().map(|piece| piece.word()));
                let diagnostic = Diagnostic::new(catalogue::UNKNOWN_VALUE, text.span, fault);
                Err(report
                    .push(diagnostic.hint(format!("in braces stands one of {pieces}; figures are counted as in `{{number:4}}`"))))
            }
        }
    }
    fn schema(schemas: &mut Schemas) -> Value {
        Text::schema(schemas)
    }
}

/// Reads the parts of a pattern, or says what is wrong with it.
fn parts(pattern: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        if at > 0 {
            parts.push(Part::Text(rest[..at].into()));
        }
        let inner = rest[at..].strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let (inner, after) = inner.ok_or_else(|| format!("a brace has no partner in `{pattern}`"))?;
        parts.push(piece(inner)?);
        rest = after;
    }
    parts.extend((!rest.is_empty()).then(|| Part::Text(rest.into())));
    Ok(parts)
}

fn piece(inner: &str) -> Result<Part, String> {
    let (name, figures) = inner.split_once(':').unwrap_or((inner, "1"));
    let found = Piece::ALL.iter().find(|piece| piece.word() == name);
    let figures = figures.parse().ok().filter(|figures| (1..=MOST_FIGURES).contains(figures));
    match (found, figures) {
        (Some(Piece::Number), Some(figures)) => Ok(Part::Piece(Piece::Number, figures)),
        (Some(piece), Some(1)) if inner == name => Ok(Part::Piece(*piece, 0)),
        (Some(_), _) => Err(format!("`{{{inner}}}` can't be filled up: only `number` has figures, from 1 to {MOST_FIGURES}")),
        (None, _) => Err(format!("there is no piece `{{{name}}}` for the names of files")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_read_in_its_parts_or_refused() {
        let text = |text: &str| Part::Text(text.into());
        let expected = vec![text("S"), Part::Piece(Piece::Year, 0), text("-"), Part::Piece(Piece::Number, 4), text("!")];
        assert_eq!(parts("S{year}-{number:4}!"), Ok(expected));
        for wrong in ["{", "}", "{symbl}", "{year:4}", "{number:0}", "{number:x}", "{}", "{number:10}", "{a{year}"] {
            assert!(parts(wrong).is_err(), "{wrong}");
        }
    }
}
