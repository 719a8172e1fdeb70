//! How clauses and paragraphs are numbered, and what their numbers look like.

use crate::diagnostic::{Diagnostic, Diagnostics, Reported, catalogue};
use crate::source::{Span, Spanned, Text};
use crate::yaml::schema::Schemas;
use crate::yaml::{Decode, Kind, Node};
use crate::{choice, record};
use serde_json::{Value, json};

/// The number of levels that numbers have in Word.
pub const LEVELS: usize = 9;

choice! {
    /// What is numbered in a document.
    pub enum Numbered {
        /// Headings are numbered, and the paragraphs below them: 1, 1.1, 1.2, 2 …
        Clauses = "clauses",
        /// Headings have no number; paragraphs are counted through the whole document: 1, 2, 3 …
        Paragraphs = "paragraphs",
        /// Nothing has a number unless it asks for one.
        Nothing = "none",
    }
}

record! {
    /// How a document is numbered.
    pub struct LongNumbering as "numbering" {
        /// What is numbered: `clauses`, `paragraphs` or `none`.
        pub of: Option<Spanned<Numbered>>,
        /// What the number looks like at each level: `["{1}", "{1}.{2}", "{a})"]`.
        pub levels: Vec<NumberPattern>,
    }
}

/// How a document is numbered: a word, or a map that also gives the look of the numbers.
#[derive(Debug, Clone)]
pub struct NumberingOf(pub LongNumbering);

impl Decode for NumberingOf {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let long = match &node.kind {
            Kind::Scalar(_) => {
                let of = Some(Spanned::<Numbered>::decode(node, report)?);
                LongNumbering { span: node.span, of, levels: Vec::new() }
            }
            _ => LongNumbering::decode(node, report)?,
        };
        NumberPattern::check(&long.levels, report);
        Ok(Self(long))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "anyOf": [Spanned::<Numbered>::schema(schemas), LongNumbering::schema(schemas)] })
    }
}

/// The form in which a count is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountForm {
    /// 1, 2, 3
    Decimal,
    /// a, b, c
    Letters,
    /// A, B, C
    Capitals,
    /// i, ii, iii
    Roman,
    /// I, II, III
    RomanCapitals,
}

impl CountForm {
    /// Writes a number, from 1, as Word does.
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Letters => letters(number),
            Self::Capitals => letters(number).to_uppercase(),
            Self::Roman => roman(number),
            Self::RomanCapitals => roman(number).to_uppercase(),
        }
    }

    fn of(sign: &str) -> Option<Self> {
        Some(match sign {
            "a" => Self::Letters,
            "A" => Self::Capitals,
            "i" => Self::Roman,
            "I" => Self::RomanCapitals,
            _ => return None,
        })
    }
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternPart {
    /// Words that are always the same.
    Words(String),
    /// The count of a level, from 1, in the form of that level.
    Level(usize),
}

/// What the numbers of one level look like: `{1}.{2}`, `§ {1}`, `{a})`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern {
    /// The pattern as it is written.
    pub text: Text,
    /// The form in which this level is counted.
    pub form: CountForm,
    /// The parts; the level itself is [`OWN`].
    parts: Vec<PatternPart>,
}

/// Stands for the level of the pattern itself, where it is named by a form: `{a}`.
const OWN: usize = 0;

impl NumberPattern {
    /// Returns the parts of the pattern of this level, from 1; for a level that has no pattern, the counts of all levels with points between them.
    pub fn parts(patterns: &[Self], level: usize) -> Vec<PatternPart> {
        let own = |part: &PatternPart| match part {
            PatternPart::Level(OWN) => PatternPart::Level(level),
            other => other.clone(),
        };
        let joined = || {
            let levels = (1..=level).map(PatternPart::Level);
            levels.flat_map(|count| [PatternPart::Words(".".into()), count]).skip(1).collect()
        };
        patterns.get(level - 1).map_or_else(joined, |pattern| pattern.parts.iter().map(own).collect())
    }

    /// Returns the form in which a level, from 1, is counted.
    pub fn form(patterns: &[Self], level: usize) -> CountForm {
        patterns.get(level - 1).map_or(CountForm::Decimal, |pattern| pattern.form)
    }

    /// Writes a number. `counts` are the counts of its levels, in their forms, down to its own. If the author gives the number `around` it, that stands
    /// in place of all counts of levels above.
    pub fn write(patterns: &[Self], counts: &[String], around: Option<&str>) -> String {
        let level = counts.len();
        let parts = Self::parts(patterns, level);
        let above = |part: &PatternPart| matches!(part, PatternPart::Level(other) if *other < level);
        let (first, last) = (parts.iter().position(above), parts.iter().rposition(above));
        let written = parts.iter().enumerate().map(|(at, part)| match (around, part) {
            (Some(around), _) if Some(at) == first => around,
            (Some(_), _) if first.is_some_and(|first| first < at) && last.is_some_and(|last| at <= last) => "",
            (_, PatternPart::Words(words)) => words,
            (_, PatternPart::Level(level)) => &counts[level - 1],
        });
        written.collect()
    }

    /// Returns the pattern that is written like this; `None` if there is none.
    pub fn of(text: &str) -> Option<Self> {
        Self::read(&Text::generated(text.to_string(), Span::NONE)).ok()
    }

    /// Reads a pattern; the message says what is wrong with it.
    fn read(text: &Text) -> Result<Self, String> {
        let (mut parts, mut form) = (Vec::new(), CountForm::Decimal);
        let mut rest = text.value.as_str();
        while let Some((words, after)) = rest.split_once('{') {
            let (sign, after) = after.split_once('}').ok_or("a `{` has no `}`")?;
            parts.extend((!words.is_empty()).then(|| PatternPart::Words(words.into())));
            parts.push(match (CountForm::of(sign), sign.parse::<usize>()) {
                (Some(own), _) => {
                    form = own;
                    PatternPart::Level(OWN)
                }
                (None, Ok(level)) if (1..=LEVELS).contains(&level) => PatternPart::Level(level),
                _ => {
                    return Err(format!(
                        "`{{{sign}}}` is no count: `{{1}}` to `{{{LEVELS}}}`, `{{a}}`, `{{A}}`, `{{i}}` or `{{I}}`"
                    ));
                }
            });
            rest = after;
        }
        parts.extend((!rest.is_empty()).then(|| PatternPart::Words(rest.into())));
        Ok(Self { text: text.clone(), form, parts })
    }

    /// Reports patterns without the count of their own level, with that of a deeper one, and of more levels than Word has.
    pub fn check(patterns: &[Self], report: &mut Diagnostics) {
        for (at, pattern) in patterns.iter().enumerate() {
            let level = at + 1;
            let counts = pattern.parts.iter().filter_map(|part| match part {
                PatternPart::Level(count) => Some(*count),
                PatternPart::Words(_) => None,
            });
            let counts: Vec<usize> = counts.map(|count| if count == OWN { level } else { count }).collect();
            let message = if level > LEVELS {
                format!("numbers have {LEVELS} levels at most")
            } else if counts.iter().any(|count| *count > level) {
                format!("a number of level {level} can't show the count of a deeper level")
            } else if counts.iter().filter(|count| **count == level).count() != 1 {
                format!("a number of level {level} shows its own count once: `{{{level}}}`, `{{a}}` or `{{i}}`")
            } else {
                continue;
            };
            report.push(Diagnostic::new(catalogue::WRONG_TYPE, pattern.text.span, message));
        }
    }
}

impl Decode for NumberPattern {
    fn decode(node: &Node, report: &mut Diagnostics) -> Result<Self, Reported> {
        let text = Text::decode(node, report)?;
        Self::read(&text).map_err(|message| report.push(Diagnostic::new(catalogue::WRONG_TYPE, text.span, message)))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        Text::schema(schemas)
    }
}

/// Returns the letter for a number, from 1: a … z, aa, bb …, as Word counts letters.
pub fn letters(number: u32) -> String {
    let at = number.saturating_sub(1) as usize;
    let letter = char::from(b'a' + (at % 26) as u8);
    std::iter::repeat_n(letter, at / 26 + 1).collect()
}

/// Returns a Roman numeral.
pub fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written() {
        assert_eq!([letters(1), letters(26), letters(27)], ["a", "z", "aa"]);
        assert_eq!([roman(4), roman(1994)], ["iv", "mcmxciv"]);
    }

    #[test]
    fn patterns_are_filled_in() {
        let read = |text: &str| NumberPattern::read(&Text::generated(text.to_string(), Span::NONE));
        let patterns: Vec<_> = ["§ {I}", "{1}.{2}", "{a})"].map(|text| read(text).unwrap()).into();
        let write = |counts: &[&str], around| {
            NumberPattern::write(&patterns, &counts.iter().map(ToString::to_string).collect::<Vec<_>>(), around)
        };
        assert_eq!([write(&["II"], None), write(&["II", "3"], None), write(&["II", "3", "b"], None)], ["§ II", "II.3", "b)"]);
        assert_eq!([write(&["II", "3"], Some("8bis")), write(&["I", "1", "b", "4"], Some("x"))], ["8bis.3", "x.4"]);
        assert!(read("{x}").is_err() && read("{1").is_err());
    }
}
