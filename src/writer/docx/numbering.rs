//! Numbering: one multilevel list for all clauses, one definition for each kind of list, and literal numbers.
//!
//! Word counts by itself. This file counts along, so that it knows whether Word will arrive at the number that the document has.
//! If not (`8.3bis`, and numbers below it), the paragraph gets a list of its own whose only text is that number, and Word's count
//! of the others is not disturbed.

use super::paragraph::ListPlace;
use crate::document::{CountForm, LEVELS, ListKind, NumberPattern, PatternPart};
use crate::house::House;
use crate::layout::List;
use crate::resolved::Number;
use serde::Serialize;
use std::collections::HashMap;

/// The id of the definition for clauses.
const CLAUSES: u32 = 0;
/// The `w:num` of the clauses of the body, which the heading styles name: see [`Numbering::new`].
pub const OF_STYLES: u32 = 2;

/// A level of a definition: the text of its mark, and the indent of its items in twips.
#[derive(Debug, Serialize)]
struct Level {
    text: String,
    left: u32,
}

/// A level of the definition for clauses.
#[derive(Debug, Serialize)]
struct ClauseLevel {
    text: String,
    format: &'static str,
}

/// A definition of a kind of list: bullets, letters and so on.
#[derive(Debug, Serialize)]
struct Definition {
    id: u32,
    /// The id in four hexadecimal digits, by which Word recognizes the definition when text is copied between documents.
    hex: String,
    format: &'static str,
    levels: Vec<Level>,
}

/// A definition whose only mark is a fixed text, with the indent of the text after it and how far the mark stands before that, in twips.
#[derive(Debug, Serialize)]
struct Literal {
    id: u32,
    hex: String,
    text: String,
    left: u32,
    hanging: u32,
}

/// A `w:num`: a use of a definition, which begins to count again at some of its levels.
#[derive(Debug, Serialize)]
struct Num {
    id: u32,
    definition: u32,
    restarts: Vec<Restart>,
}

/// A level at which a use of a definition begins to count anew.
#[derive(Debug, PartialEq, Serialize)]
struct Restart {
    level: usize,
    /// The first number.
    start: u32,
}

/// All numbering of a document. `numbering.xml.j2` is rendered from its serialized form.
#[derive(Debug, Serialize)]
pub struct Numbering<'h> {
    #[serde(skip)]
    house: &'h House,
    #[serde(skip)]
    patterns: Vec<NumberPattern>,
    levels: Vec<ClauseLevel>,
    lists: Vec<Definition>,
    literals: Vec<Literal>,
    nums: Vec<Num>,
    #[serde(skip)]
    counted: [u32; LEVELS],
    #[serde(skip)]
    clauses: u32,
    #[serde(skip)]
    of_kind: HashMap<(ListKind, bool), (u32, u32)>,
    #[serde(skip)]
    of_literal: HashMap<(String, u32, u32), u32>,
}

impl<'h> Numbering<'h> {
    /// Returns the numbering for the clauses of the body.
    ///
    /// Headings take their numbers from their styles, and paragraphs name the same `w:num` themselves. It is the second `w:num`
    /// of its definition: LibreOffice turns the first one, if heading styles name it, into its chapter numbering, which ODT can
    /// attach to headings only. So there is a first one that nothing names.
    pub fn new(house: &'h House, patterns: &[String]) -> Self {
        let patterns: Vec<NumberPattern> = patterns.iter().filter_map(|pattern| NumberPattern::of(pattern)).collect();
        let mut numbering = Self {
            house,
            levels: (1..=LEVELS).map(|level| clause_level(&patterns, level)).collect(),
            patterns,
            lists: Vec::new(),
            literals: Vec::new(),
            nums: Vec::new(),
            counted: [0; LEVELS],
            clauses: 0,
            of_kind: HashMap::new(),
            of_literal: HashMap::new(),
        };
        numbering.num(CLAUSES, Vec::new());
        numbering.clauses = numbering.num(CLAUSES, Vec::new());
        debug_assert_eq!(numbering.clauses, OF_STYLES, "as styles.xml.j2 has it");
        numbering
    }

    /// Begins to count clauses from 1 again, at every level.
    pub fn annex(&mut self) {
        self.clauses = self.num(CLAUSES, (0..LEVELS).map(|level| Restart { level, start: 1 }).collect());
        self.counted = [0; LEVELS];
    }

    /// Returns the number of a heading at this level of the outline, if its style does not give it already.
    pub fn heading(&mut self, level: u8, number: Option<&Number>) -> Option<ListPlace> {
        let place = match number {
            Some(number) => self.clause(number),
            None => self.unnumbered(),
        };
        Some(place).filter(|place| *place != ListPlace { num: OF_STYLES, level: level - 1 })
    }

    /// Returns the number of a heading or paragraph as a place in a list.
    pub fn clause(&mut self, number: &Number) -> ListPlace {
        match self.count(number) {
            Some(counted) if !number.given => {
                self.counted = counted;
                ListPlace { num: self.clauses, level: number.depth - 1 }
            }
            _ => self.given(&number.label, self.house.hanging, self.house.hanging),
        }
    }

    /// Returns Word's counters after this number, or `None` if Word would arrive at another number.
    fn count(&self, number: &Number) -> Option<[u32; LEVELS]> {
        let depth = usize::from(number.depth);
        let mut counted = self.counted;
        *counted.get_mut(depth.checked_sub(1)?)? += 1;
        counted[depth..].fill(0);
        let counts = counted[..depth].iter().zip(1..);
        let counts: Vec<String> = counts.map(|(count, level)| NumberPattern::form(&self.patterns, level).write(*count)).collect();
        (NumberPattern::write(&self.patterns, &counts, None) == number.label).then_some(counted)
    }

    /// Returns the place of a paragraph whose mark is this text: the indent of what stands after the mark, and how far the mark stands before that, in twips.
    pub fn given(&mut self, label: &str, left: u32, hanging: u32) -> ListPlace {
        let key = (label.to_string(), left, hanging);
        if let Some(num) = self.of_literal.get(&key) {
            return ListPlace { num: *num, level: 0 };
        }
        let id = self.next_definition();
        self.literals.push(Literal { id, hex: format!("{id:04X}"), text: literal_text(label), left, hanging });
        let num = self.num(id, Vec::new());
        self.of_literal.insert(key, num);
        ListPlace { num, level: 0 }
    }

    /// Returns the place of a heading without a number whose style would give it one. (`w:numId` 0 would do, but a validator
    /// looks for its definition.)
    fn unnumbered(&mut self) -> ListPlace {
        self.given("", 0, 0)
    }

    /// Returns the `w:num` for the items of a list. Lists that count have one each; lists of bullets share one.
    pub fn list(&mut self, list: &List) -> u32 {
        let key = (list.kind, list.indented);
        let (definition, shared) = match self.of_kind.get(&key) {
            Some(known) => *known,
            None => self.define(key),
        };
        match list.kind {
            kind if kind.counts() => {
                self.num(definition, vec![Restart { level: usize::from(list_level(list)), start: list.start }])
            }
            _ => shared,
        }
    }

    fn define(&mut self, key: (ListKind, bool)) -> (u32, u32) {
        let (kind, indented) = key;
        let id = self.next_definition();
        let levels =
            (0..LEVELS).map(|level| Level { text: self.mark(kind, level), left: item_indent(self.house, indented, level as u8) });
        let levels = levels.collect();
        self.lists.push(Definition { id, hex: format!("{id:04X}"), format: format_of(kind), levels });
        let known = (id, self.num(id, Vec::new()));
        self.of_kind.insert(key, known);
        known
    }

    fn mark(&self, kind: ListKind, level: usize) -> String {
        match kind {
            ListKind::Bullets => self.house.bullet(level).into(),
            ListKind::Dashes => "–".into(),
            ListKind::Letters | ListKind::Roman => format!("%{})", level + 1),
            ListKind::Numbers => format!("%{}", level + 1),
            ListKind::Definitions => String::new(),
        }
    }

    fn next_definition(&self) -> u32 {
        (self.lists.len() + self.literals.len() + 1) as u32
    }

    fn num(&mut self, definition: u32, restarts: Vec<Restart>) -> u32 {
        let id = self.nums.len() as u32 + 1;
        self.nums.push(Num { id, definition, restarts });
        id
    }
}

/// Returns a level, from 1, of the definition for clauses.
fn clause_level(patterns: &[NumberPattern], level: usize) -> ClauseLevel {
    let text = NumberPattern::parts(patterns, level).into_iter().map(|part| match part {
        PatternPart::Words(words) => literal_text(&words),
        PatternPart::Level(level) => format!("%{level}"),
    });
    let format = match NumberPattern::form(patterns, level) {
        CountForm::Decimal => "decimal",
        CountForm::Letters => "lowerLetter",
        CountForm::Capitals => "upperLetter",
        CountForm::Roman => "lowerRoman",
        CountForm::RomanCapitals => "upperRoman",
    };
    ClauseLevel { text: text.collect(), format }
}

/// Returns the level of a list's items in Word.
pub fn list_level(list: &List) -> u8 {
    list.level.min(LEVELS as u8 - 1)
}

/// Returns the indent of the text of an item, in twips.
pub fn item_indent(house: &House, indented: bool, level: u8) -> u32 {
    let base = if indented { house.hanging } else { 0 };
    base + house.step * (u32::from(level) + 1)
}

fn format_of(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Bullets | ListKind::Dashes => "bullet",
        ListKind::Letters => "lowerLetter",
        ListKind::Roman => "lowerRoman",
        ListKind::Numbers => "decimal",
        ListKind::Definitions => "none",
    }
}

/// Returns a label as the text of a level, where `%1` would be a counter: an invisible word joiner separates the two characters.
fn literal_text(label: &str) -> String {
    label.replace('%', "%\u{2060}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn number(label: &str, given: bool) -> Number {
        Number { label: label.into(), depth: label.matches('.').count() as u8 + 1, given }
    }

    fn place(num: u32, level: u8) -> ListPlace {
        ListPlace { num, level }
    }

    #[test]
    fn headings_and_paragraphs_share_one_count() {
        let house = House::load(&Assets::default(), "itu-council").unwrap();
        let mut numbering = Numbering::new(&house, &[]);
        for label in ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "3"] {
            let number = number(label, false);
            assert_eq!(numbering.clause(&number), place(2, number.depth - 1), "{label}");
        }
    }

    #[test]
    fn headings_have_their_numbers_from_their_styles() {
        let house = House::load(&Assets::default(), "itu-council").unwrap();
        let mut numbering = Numbering::new(&house, &[]);
        let (first, deeper) = (number("1", false), number("1.1", false));
        assert_eq!([numbering.heading(1, Some(&first)), numbering.heading(2, Some(&deeper))], [None, None]);
        assert_eq!(numbering.heading(1, None), Some(place(3, 0)));
        // one that is deeper in the outline than in the count, and one of an annex
        assert_eq!(numbering.heading(2, Some(&number("2", false))), Some(place(2, 0)));
        numbering.annex();
        assert_eq!(numbering.heading(1, Some(&first)), Some(place(4, 0)));
    }

    #[test]
    fn a_given_number_does_not_disturb_the_count() {
        let house = House::load(&Assets::default(), "itu-council").unwrap();
        let mut numbering = Numbering::new(&house, &[]);
        numbering.clause(&number("1", false));
        numbering.clause(&number("1.1", false));
        assert_eq!(numbering.clause(&number("1.1bis", true)), place(3, 0));
        assert_eq!(numbering.clause(&number("1.1bis.1", true)), place(4, 0));
        assert_eq!(numbering.clause(&number("1.2", false)), place(2, 1));
        // not what Word would count, though nobody said so
        assert_eq!(numbering.clause(&number("1.9", false)), place(5, 0));
        assert_eq!(numbering.clause(&number("1.3", false)), place(2, 1));
        numbering.annex();
        assert_eq!(numbering.clause(&number("1", false)), place(6, 0));
    }

    #[test]
    fn lists_that_count_begin_anew() {
        let house = House::load(&Assets::default(), "itu-council").unwrap();
        let mut numbering = Numbering::new(&house, &[]);
        let list = |kind| List { kind, start: 4, level: 1, indented: true, items: Vec::new() };
        assert_eq!(numbering.list(&list(ListKind::Bullets)), numbering.list(&list(ListKind::Bullets)));
        assert_ne!(numbering.list(&list(ListKind::Roman)), numbering.list(&list(ListKind::Roman)));
        assert_eq!(numbering.nums.last().unwrap().restarts, [Restart { level: 1, start: 4 }]);
    }
}
