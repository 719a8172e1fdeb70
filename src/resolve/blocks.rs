//! Blocks: numbers, labels, and the order of the page.

use super::runs::Resolver;
use crate::document::{self, ListKind, Numbering};
use crate::resolved::{Annex, Block, Caption, Figure, Heading, Item, List, Number, Paragraph};
use crate::source::Text;

/// Where a block stands.
#[derive(Clone)]
pub(super) struct Place {
    /// The number of the clause that it belongs to: `4.1`, or nothing at the top.
    prefix: String,
    depth: u8,
    /// Whether that number is one that counting does not give.
    given: bool,
    /// How many headings are above it.
    level: u8,
    /// Lists that it is in.
    pub list: u8,
}

impl Resolver<'_> {
    /// The blocks of the body.
    pub fn body(&mut self, blocks: &[document::Block]) -> Vec<Block> {
        self.top(blocks, 0)
    }

    /// The annexes, each counted from 1 inside.
    pub fn annexes(&mut self, annexes: &[document::Annex]) -> Vec<Annex> {
        let alone = annexes.len() == 1;
        let numbered = annexes.iter().enumerate().map(|(at, annex)| {
            let word = self.language.word("labels", "annex").to_string();
            let label = if alone { word } else { format!("{word}\u{a0}{}", at + 1) };
            let anchor = self.anchor(annex.id.as_ref(), &label);
            Annex { label, anchor, title: self.runs(&annex.title), body: self.top(&annex.body, 1), span: annex.span }
        });
        numbered.collect()
    }

    fn top(&mut self, blocks: &[document::Block], level: u8) -> Vec<Block> {
        let place = Place { prefix: String::new(), depth: 0, given: false, level, list: 0 };
        let mut out = Vec::new();
        self.blocks(blocks, &place, &mut 0, &mut out);
        turned(out)
    }

    fn blocks(&mut self, blocks: &[document::Block], place: &Place, counter: &mut u32, out: &mut Vec<Block>) {
        for block in blocks {
            match block {
                document::Block::Clause(clause) => self.clause(clause, place, counter, out),
                document::Block::Paragraph(paragraph) => out.push(self.paragraph(paragraph, place, false)),
                document::Block::Quote(paragraph) => out.push(self.paragraph(paragraph, place, true)),
                document::Block::List(list) => out.push(Block::List(self.list(list, place))),
                document::Block::Table(table) => out.push(Block::Table(self.table(table, place))),
                document::Block::Figure(figure) => out.push(Block::Figure(self.figure(figure))),
                document::Block::Chart(chart) => out.push(Block::Chart(self.chart(chart))),
                document::Block::PageBreak(_) => out.push(Block::PageBreak),
            }
        }
    }

    fn clause(&mut self, clause: &document::Clause, place: &Place, counter: &mut u32, out: &mut Vec<Block>) {
        let number = number(&clause.numbering, place, counter);
        let label = number.as_ref().map(|number| number.label.clone());
        // what has no number is referred to by its heading, or by the clause that it is in
        let words = || clause.heading.as_ref().map_or_else(|| place.prefix.clone(), |heading| document::plain_text(heading));
        let anchor = self.anchor(clause.id.as_ref(), &label.clone().unwrap_or_else(words));
        let is_heading = clause.heading.is_some() && clause.text.is_none();
        let content = self.clause_line(clause);
        let (span, level) = (clause.span, place.level + 1);
        let below = Place {
            prefix: label.clone().unwrap_or_else(|| place.prefix.clone()),
            depth: number.as_ref().map_or(place.depth, |number| number.depth),
            given: number.as_ref().map_or(place.given, |number| number.given),
            level: if is_heading { level } else { place.level },
            list: place.list,
        };
        out.push(if is_heading {
            Block::Heading(Heading { level, number: number.clone(), anchor, content, span })
        } else {
            let indented = number.is_none() && place.depth > 0;
            Block::Paragraph(Paragraph { number: number.clone(), indented, quote: false, anchor, content, span })
        });
        // below a heading without a number, counting goes on
        let mut own = 0;
        self.blocks(&clause.body, &below, if number.is_some() { &mut own } else { counter }, out);
    }

    /// The heading, the text, or the heading in bold with the text after a colon.
    fn clause_line(&mut self, clause: &document::Clause) -> Vec<crate::resolved::Run> {
        match (&clause.heading, &clause.text) {
            (Some(heading), Some(text)) => {
                let mut line = self.strong(heading);
                line.push(self.text(": ".into(), clause.span));
                line.extend(self.runs(text));
                line
            }
            (Some(one), None) | (None, Some(one)) => self.runs(one),
            (None, None) => Vec::new(),
        }
    }

    fn paragraph(&mut self, paragraph: &document::Paragraph, place: &Place, quote: bool) -> Block {
        let (content, span) = (self.runs(&paragraph.content), paragraph.span);
        Block::Paragraph(Paragraph { number: None, indented: place.depth > 0, quote, anchor: None, content, span })
    }

    fn list(&mut self, list: &document::List, place: &Place) -> List {
        let below = Place { list: place.list + 1, ..place.clone() };
        let items = list.items.iter().enumerate().map(|(at, item)| {
            let label = self.mark(list.kind, at, place.list);
            let content = self.runs(&item.content);
            let mut body = Vec::new();
            self.blocks(&item.body, &below, &mut 0, &mut body);
            Item { label, content, body, span: item.span }
        });
        let items = items.collect();
        List { kind: list.kind, level: place.list, indented: place.depth > 0, items }
    }

    fn mark(&self, kind: ListKind, at: usize, level: u8) -> String {
        match kind {
            ListKind::Bullets => self.house.bullet(level as usize).into(),
            ListKind::Dashes => "–".into(),
            ListKind::Letters => format!("{})", letters(at)),
            ListKind::Roman => format!("{})", roman(at + 1)),
        }
    }

    fn figure(&mut self, figure: &document::Figure) -> Figure {
        self.figures += u32::from(figure.caption.is_some());
        let caption = self.caption("figure", self.figures, figure.caption.as_deref());
        let anchor = self.anchor(figure.id.as_ref(), &caption.as_ref().map(Caption::label).unwrap_or_default());
        Figure { anchor, caption, alt: figure.picture.alt.clone(), picture: figure.picture.clone(), width: figure.width }
    }

    /// A caption with its number; none without words.
    pub(super) fn caption(&mut self, word: &'static str, number: u32, content: Option<&[document::Inline]>) -> Option<Caption> {
        let content = self.runs(content?);
        Some(Caption { word: self.language.word("labels", word).into(), number, content })
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

/// Wide tables go to landscape pages, with the headings that lead to them.
fn turned(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        if !matches!(&block, Block::Table(table) if table.wide) {
            out.push(block);
            continue;
        }
        let headings = out.iter().rev().take_while(|block| matches!(block, Block::Heading(_))).count();
        let mut page = out.split_off(out.len() - headings);
        page.push(block);
        match out.last_mut() {
            Some(Block::Landscape(before)) => before.extend(page),
            _ => out.push(Block::Landscape(page)),
        }
    }
    out
}

fn number(numbering: &Numbering, place: &Place, counter: &mut u32) -> Option<Number> {
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
    use crate::resolved::Table;

    #[test]
    fn wide_tables_take_their_headings_along() {
        let table = |wide| {
            let (anchor, caption, span) = (None, None, Default::default());
            let (columns, rows) = (Vec::new(), Vec::new());
            Block::Table(Table { anchor, caption, columns, header_column: false, wide, dense: false, rows, span })
        };
        let (number, anchor, content, span) = (None, None, Vec::new(), Default::default());
        let heading = || Block::Heading(Heading { level: 1, number: None, anchor: None, content: Vec::new(), span });
        let paragraph = Block::Paragraph(Paragraph { number, indented: false, quote: false, anchor, content, span });
        let blocks = vec![heading(), paragraph, heading(), heading(), table(true), heading(), table(true), table(false)];
        let turned = turned(blocks);
        assert!(
            matches!(&turned[..], [Block::Heading(_), Block::Paragraph(_), Block::Landscape(page), Block::Table(_)] if page.len() == 5)
        );
    }

    #[test]
    fn marks_are_words() {
        assert_eq!([letters(0), letters(25), letters(26)], ["a", "z", "aa"]);
        assert_eq!([roman(4), roman(1994)], ["iv", "mcmxciv"]);
    }
}
