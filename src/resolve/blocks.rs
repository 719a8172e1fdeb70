//! Blocks: numbers and labels.

use super::runs::Resolver;
use crate::document::{self, ListKind, Numbering};
use crate::resolved::{Annex, Block, Caption, Clause, Content, Figure, Item, Label, List, Number};
use crate::source::{BlockId, Text};

/// What a block stands in.
#[derive(Clone, Default)]
pub(super) struct ClausePosition {
    /// The number of the clause that it belongs to: `4.1`, or nothing at the top.
    prefix: String,
    depth: u8,
    /// Whether that number is one that counting does not give.
    given: bool,
    /// How many headings are above it.
    level: u8,
    /// Lists and quotations that it is in.
    lists: u8,
    /// Whether it stands apart from the text, where nothing is numbered and nothing is a heading of the outline: in the box, a cell, a quotation.
    apart: bool,
}

impl ClausePosition {
    /// The place in the box.
    pub(super) fn in_box() -> Self {
        Self { apart: true, ..Self::default() }
    }

    /// The place in a cell of a table that stands here.
    pub(super) fn in_cell(&self) -> Self {
        Self { apart: true, lists: 0, ..self.clone() }
    }
}

impl Resolver<'_> {
    /// The blocks of the body.
    pub fn body(&mut self, blocks: &[document::Block]) -> Vec<Block> {
        self.blocks(blocks, &ClausePosition::default(), &mut 0)
    }

    /// The annexes, each counted from 1 inside.
    pub fn annexes(&mut self, annexes: &[document::Annex]) -> Vec<Annex> {
        let alone = annexes.len() == 1;
        let numbered = annexes.iter().enumerate().map(|(at, annex)| {
            let word = self.language.word("labels", "annex").to_string();
            let label = Label { word, number: (!alone).then_some(at as u32 + 1) };
            let anchor = self.anchor(annex.id.as_ref(), &label.text());
            let title = self.runs(&annex.title);
            let body = self.blocks(&annex.body, &ClausePosition { level: 1, ..ClausePosition::default() }, &mut 0);
            Annex { id: BlockId::default(), label, anchor, title, body, span: annex.span }
        });
        numbered.collect()
    }

    /// The blocks in a place; `counter` is the last number there.
    pub(super) fn blocks(&mut self, blocks: &[document::Block], place: &ClausePosition, counter: &mut u32) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block, place, counter)).collect()
    }

    fn block(&mut self, block: &document::Block, place: &ClausePosition, counter: &mut u32) -> Block {
        let (anchor, content, span) = match block {
            document::Block::Clause(clause) => {
                let (anchor, content) = self.clause(clause, place, counter);
                (anchor, Content::Clause(content), clause.span)
            }
            document::Block::Paragraph(paragraph) => (None, Content::Paragraph(self.runs(&paragraph.content)), paragraph.span),
            document::Block::Quote(quote) => {
                let place = ClausePosition { apart: true, lists: place.lists + 1, ..place.clone() };
                (None, Content::Quote(self.blocks(&quote.body, &place, &mut 0)), quote.span)
            }
            document::Block::List(list) => (None, Content::List(self.list(list, place)), list.span),
            document::Block::Table(table) => {
                let (anchor, content) = self.table(table, place);
                (anchor, Content::Table(content), table.span)
            }
            document::Block::Figure(figure) => {
                let (anchor, content) = self.figure(figure);
                (anchor, Content::Figure(content), figure.picture.span)
            }
            document::Block::Chart(chart) => {
                let (anchor, content) = self.chart(chart);
                (anchor, Content::Chart(content), chart.span)
            }
            document::Block::PageBreak(span) => (None, Content::PageBreak, *span),
        };
        Block { id: BlockId::default(), anchor, content, span }
    }

    fn clause(&mut self, clause: &document::Clause, place: &ClausePosition, counter: &mut u32) -> (Option<String>, Clause) {
        let number = if place.apart { None } else { number(&clause.numbering, place, counter) };
        let label = number.as_ref().map(|number| number.label.clone());
        // what has no number is referred to by its heading, or by the clause that it is in
        let words = || clause.heading.as_ref().map_or_else(|| place.prefix.clone(), |heading| document::plain_text(heading));
        let anchor = self.anchor(clause.id.as_ref(), &label.clone().unwrap_or_else(words));
        let is_heading = clause.heading.is_some() && clause.text.is_none() && !place.apart;
        let level = is_heading.then_some(place.level + 1);
        let below = ClausePosition {
            prefix: label.unwrap_or_else(|| place.prefix.clone()),
            depth: number.as_ref().map_or(place.depth, |number| number.depth),
            given: number.as_ref().map_or(place.given, |number| number.given),
            level: level.unwrap_or(place.level),
            ..place.clone()
        };
        let heading = clause.heading.as_ref().map(|heading| self.runs(heading));
        let text = clause.text.as_ref().map(|text| self.runs(text));
        // below a heading without a number, counting goes on
        let mut own = 0;
        let body = self.blocks(&clause.body, &below, if number.is_some() { &mut own } else { counter });
        (anchor, Clause { number, level, heading, text, body })
    }

    fn list(&mut self, list: &document::List, place: &ClausePosition) -> List {
        let below = ClausePosition { lists: place.lists + 1, ..place.clone() };
        let items = list.items.iter().enumerate().map(|(at, item)| {
            let label = self.mark(list.kind, at, place.lists);
            let content = self.runs(&item.content);
            let body = self.blocks(&item.body, &below, &mut 0);
            Item { id: BlockId::default(), label, content, body, span: item.span }
        });
        List { kind: list.kind, items: items.collect() }
    }

    fn mark(&self, kind: ListKind, at: usize, level: u8) -> String {
        match kind {
            ListKind::Bullets => self.house.bullet(level as usize).into(),
            ListKind::Dashes => "–".into(),
            ListKind::Letters => format!("{})", letters(at)),
            ListKind::Roman => format!("{})", roman(at + 1)),
        }
    }

    fn figure(&mut self, figure: &document::Figure) -> (Option<String>, Figure) {
        let (anchor, caption) = self.figure_caption(figure.id.as_ref(), figure.caption.as_deref());
        (anchor, Figure { caption, picture: figure.picture.clone(), width: figure.width })
    }

    /// The caption of a picture or chart and the name by which references lead to it.
    pub(super) fn figure_caption(
        &mut self,
        id: Option<&Text>,
        content: Option<&[document::Inline]>,
    ) -> (Option<String>, Option<Caption>) {
        self.figures += u32::from(content.is_some());
        let caption = self.caption("figure", self.figures, content);
        (self.anchor(id, &caption.as_ref().map(|caption| caption.label.text()).unwrap_or_default()), caption)
    }

    /// A caption with its number; none without words.
    pub(super) fn caption(&mut self, word: &'static str, number: u32, content: Option<&[document::Inline]>) -> Option<Caption> {
        let content = self.runs(content?);
        Some(Caption { label: Label { word: self.language.word("labels", word).into(), number: Some(number) }, content })
    }

    /// Remembers the label of a place that has an id; of two places with one id only the first counts.
    pub(super) fn anchor(&mut self, id: Option<&Text>, label: &str) -> Option<String> {
        let id = id?.value.clone();
        if self.labels.contains_key(&id) {
            return None;
        }
        self.labels.insert(id.clone(), label.into());
        Some(id)
    }
}

fn number(numbering: &Numbering, place: &ClausePosition, counter: &mut u32) -> Option<Number> {
    let depth = place.depth + 1;
    match numbering {
        Numbering::None => None,
        Numbering::Given(number) => Some(Number { label: number.value.clone(), depth, given: true }),
        Numbering::Counted | Numbering::Usual => {
            *counter += 1;
            let label = if place.prefix.is_empty() { counter.to_string() } else { format!("{}.{counter}", place.prefix) };
            Some(Number { label, depth, given: place.given })
        }
    }
}

/// a … z, aa, bb …, as Word counts letters.
fn letters(at: usize) -> String {
    let letter = char::from(b'a' + (at % 26) as u8);
    std::iter::repeat_n(letter, at / 26 + 1).collect()
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
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
    fn marks_are_words() {
        assert_eq!([letters(0), letters(25), letters(26)], ["a", "z", "aa"]);
        assert_eq!([roman(4), roman(1994)], ["iv", "mcmxciv"]);
    }
}
