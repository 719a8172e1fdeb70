//! The flow of a document: its blocks in the order of the page, without the tree of clauses. Tables, which are in
//! [`super::table`], contain flows again in their cells.

use super::landscape::with_landscape_pages;
use super::position::FlowPosition;
use super::{Chart, Table};
use crate::diagnostic::Diagnostic;
use crate::document::ListKind;
use crate::house::House;
use crate::resolved::{self, Clause, Content, Label, Number, ResolvedDocument, Run, Text};
use crate::source::{BlockId, Span};
use std::borrow::Cow;
use std::cell::RefCell;

/// A document as formats with pages write it. What is not here is taken from the resolved document.
#[derive(Debug, Default)]
pub struct Flow<'d> {
    /// The box on the first page.
    pub summary_box: Vec<BoxRow<'d>>,
    /// The body.
    pub body: Vec<Block<'d>>,
    /// The annexes.
    pub annexes: Vec<Annex<'d>>,
}

/// A row of the box: a label, and the blocks below it.
#[derive(Debug)]
pub struct BoxRow<'d> {
    /// The key of the label: `summary`, `action`, `references`.
    pub key: &'d str,
    /// The label in the language of the document: `Summary`.
    pub label: &'d str,
    /// The blocks below the label.
    pub body: Vec<Block<'d>>,
}

/// An annex, or an appendix of one.
#[derive(Debug)]
pub struct Annex<'d> {
    /// The level of its title in the outline, from 1.
    pub level: u8,
    /// The label: `Annex 1`; empty if the annex has none.
    pub label: &'d Label,
    /// True if it begins below what is before it, not on a new page.
    pub run_on: bool,
    /// The identity of the annex; none where the resolved document has none.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the annex.
    pub anchor: Option<&'d str>,
    /// The title.
    pub title: &'d [Run],
    /// The body.
    pub body: Vec<Block<'d>>,
    /// The place of the annex in the author's file.
    pub span: Span,
}

/// A block of the flow.
#[derive(Debug)]
pub enum Block<'d> {
    /// A heading.
    Heading(Heading<'d>),
    /// A paragraph.
    Paragraph(Paragraph<'d>),
    /// A list.
    List(List<'d>),
    /// A table.
    Table(Table<'d>),
    /// A picture.
    Figure(Figure<'d>),
    /// A chart.
    Chart(Chart<'d>),
    /// An equation on a line of its own.
    Equation(Equation<'d>),
    /// Blocks of a quotation that are no paragraphs, such as lists. The paragraphs of a quotation are blocks of their own, with
    /// `quote` set.
    Quote {
        /// True if the quotation is indented as far as the text of numbered paragraphs.
        indented: bool,
        /// The blocks.
        body: Vec<Block<'d>>,
    },
    /// Paragraphs beside one another.
    SideBySide(SideBySide<'d>),
    /// A page break: the next block begins on a new page.
    PageBreak,
    /// Landscape pages, with wide tables and the headings directly above them.
    Landscape(Vec<Block<'d>>),
}

/// A heading.
#[derive(Debug, Default)]
pub struct Heading<'d> {
    /// The level in the outline, from 1, without gaps.
    pub level: u8,
    /// The number, if the heading has one.
    pub number: Option<&'d Number>,
    /// The identity of the heading; none where the resolved document has none.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the heading.
    pub anchor: Option<&'d str>,
    /// The text.
    pub content: &'d [Run],
    /// The place of the heading in the author's file.
    pub span: Span,
}

/// A paragraph.
#[derive(Debug, Default)]
pub struct Paragraph<'d> {
    /// The number, if the paragraph has one.
    pub number: Option<&'d Number>,
    /// True if the paragraph is indented as far as the text of numbered paragraphs.
    pub indented: bool,
    /// True if the paragraph is quoted.
    pub quote: bool,
    /// True if the paragraph stands in the box, a cell or a quotation, where the text begins a step after the number.
    pub apart: bool,
    /// True if the paragraph stays on the page on which what follows begins: a list, a table, or the line at the end.
    pub kept: bool,
    /// The identity of the paragraph; none where the resolved document has none.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the paragraph.
    pub anchor: Option<&'d str>,
    /// The text.
    pub content: Cow<'d, [Run]>,
    /// The place of the paragraph in the author's file.
    pub span: Span,
}

/// A list.
#[derive(Debug)]
pub struct List<'d> {
    /// The kind of the marks of the items.
    pub kind: ListKind,
    /// The number from which the items are counted.
    pub start: u32,
    /// The number of lists and quotations around the list.
    pub level: u8,
    /// True if the list is indented as far as the text of numbered paragraphs.
    pub indented: bool,
    /// The items.
    pub items: Vec<Item<'d>>,
}

/// An item of a list.
#[derive(Debug)]
pub struct Item<'d> {
    /// The identity of the item.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the item.
    pub anchor: Option<&'d str>,
    /// The mark: `•`, `a)`.
    pub label: &'d str,
    /// True if the author gives the number in the mark.
    pub given: bool,
    /// The term that the text explains, in a list of definitions.
    pub term: &'d [Run],
    /// The text.
    pub content: &'d [Run],
    /// The paragraphs and lists below the text.
    pub body: Vec<Block<'d>>,
    /// The place of the item in the author's file.
    pub span: Span,
}

/// An equation on a line of its own.
#[derive(Debug)]
pub struct Equation<'d> {
    /// The identity of the equation; none where the resolved document has none.
    pub id: Option<&'d BlockId>,
    /// The equation.
    pub equation: &'d resolved::Equation,
    /// The name by which references lead to the equation.
    pub anchor: Option<&'d str>,
}

/// A picture with its caption.
#[derive(Debug)]
pub struct Figure<'d> {
    /// The identity of the picture.
    pub id: Option<&'d BlockId>,
    /// The picture and its caption.
    pub figure: &'d resolved::Figure,
    /// The name by which references lead to the picture.
    pub anchor: Option<&'d str>,
    /// The place of the picture in the author's file.
    pub span: Span,
}

/// Paragraphs beside one another, such as signatures, which stay on one page.
#[derive(Debug)]
pub struct SideBySide<'d> {
    /// The identity of the block.
    pub id: Option<&'d BlockId>,
    /// The paragraphs.
    pub block: &'d resolved::SideBySide,
    /// True if they are indented as far as the text of numbered paragraphs.
    pub indented: bool,
    /// True if they stand in a list or a quotation, which is indented itself.
    pub nested: bool,
    /// True if they are quoted.
    pub quote: bool,
    /// The place of the block in the author's file.
    pub span: Span,
}

pub(super) struct Builder<'h> {
    pub(super) house: &'h House,
    /// The messages about what has no room.
    pub(super) faults: RefCell<Vec<Diagnostic>>,
    /// The decimal sign of the document's language.
    pub(super) decimal_sign: &'h str,
}

impl<'h> Builder<'h> {
    pub(super) fn new(document: &'h ResolvedDocument, house: &'h House) -> Self {
        Self { house, decimal_sign: &document.language.decimal_sign, faults: RefCell::default() }
    }
}

impl Builder<'_> {
    pub(super) fn document<'d>(&self, document: &'d ResolvedDocument) -> Flow<'d> {
        let summary_box = document.front.summary_box.iter().map(|row| BoxRow {
            key: &row.key,
            label: &row.label,
            body: self.in_cell(&row.body, self.house.page.text_width()),
        });
        let annexes = document.annexes.iter().map(|annex| Annex {
            level: annex.depth.saturating_add(1),
            label: &annex.label,
            run_on: annex.run_on,
            id: known(&annex.id),
            anchor: annex.anchor.as_deref(),
            title: &annex.title,
            body: if annex.landscape { self.landscape_pages(&annex.body) } else { self.pages(&annex.body) },
            span: annex.span,
        });
        let mut flow = Flow { summary_box: summary_box.collect(), body: self.pages(&document.body), annexes: annexes.collect() };
        if document.end_line {
            keep_last(flow.annexes.last_mut().map_or(&mut flow.body, |annex| &mut annex.body));
        }
        flow
    }

    fn pages<'d>(&self, blocks: &'d [resolved::Block]) -> Vec<Block<'d>> {
        let page = FlowPosition::of_width(self.house.page.text_width());
        with_landscape_pages(self.blocks(blocks, FlowPosition { landscape_allowed: true, ..page }))
    }

    /// Returns the flow of blocks that all stand on landscape pages. Their tables have the width of such a page.
    fn landscape_pages<'d>(&self, blocks: &'d [resolved::Block]) -> Vec<Block<'d>> {
        vec![Block::Landscape(self.blocks(blocks, FlowPosition::of_width(self.house.page.landscape_width())))]
    }

    /// Returns the flow of the blocks in the box, or in a cell of a table, whose text is `room` twips wide.
    pub(super) fn in_cell<'d>(&self, blocks: &'d [resolved::Block], room: u32) -> Vec<Block<'d>> {
        self.blocks(blocks, FlowPosition { apart: true, ..FlowPosition::of_width(room) })
    }

    fn blocks<'d>(&self, blocks: &'d [resolved::Block], place: FlowPosition) -> Vec<Block<'d>> {
        let mut out = Vec::new();
        blocks.iter().for_each(|block| self.block(block, place, &mut out));
        keep_leading(&mut out);
        out
    }

    fn block<'d>(&self, block: &'d resolved::Block, place: FlowPosition, out: &mut Vec<Block<'d>>) {
        let (id, anchor, span) = (known(&block.id), block.anchor.as_deref(), block.span);
        let made = match &block.content {
            Content::Clause(clause) => return self.clause(clause, block, place, out),
            Content::Quote(blocks) => return self.quote(blocks, place, out),
            Content::Paragraph(content) => {
                let (indented, quote, content) = (place.is_indented(), place.quote, content.into());
                out.push(Block::Paragraph(Paragraph { indented, quote, id, anchor, content, span, ..Paragraph::default() }));
                return;
            }
            Content::List(list) => Block::List(self.list(list, place)),
            Content::Table(table) => Block::Table(self.table(table, block, place.of_table(self.house))),
            Content::Figure(figure) => Block::Figure(Figure { id, figure, anchor, span }),
            Content::Chart(chart) => Block::Chart(Chart::of(chart, block, &self.house.page)),
            Content::Equation(equation) => Block::Equation(Equation { id, equation, anchor }),
            Content::SideBySide(block) => {
                let (indented, quote, nested) = (place.indented, place.quote, place.lists > 0);
                Block::SideBySide(SideBySide { id, block, indented, nested, quote, span })
            }
            Content::PageBreak => Block::PageBreak,
        };
        out.push(match place.quote {
            true => Block::Quote { indented: place.indented, body: vec![made] },
            false => made,
        });
    }

    fn clause<'d>(&self, clause: &'d Clause, block: &'d resolved::Block, place: FlowPosition, out: &mut Vec<Block<'d>>) {
        let (id, anchor, span, number) = (known(&block.id), block.anchor.as_deref(), block.span, clause.number.as_ref());
        out.push(match (clause.level, &clause.heading) {
            (Some(level), Some(heading)) => Block::Heading(Heading { level, number, id, anchor, content: heading, span }),
            _ => {
                let FlowPosition { quote, apart, .. } = place;
                let (indented, content) = ((number.is_none() || apart) && place.is_indented(), line(clause, span));
                Block::Paragraph(Paragraph { number, indented, quote, apart, kept: false, id, anchor, content, span })
            }
        });
        let indented = place.indented || (number.is_some() && !place.apart);
        out.extend(self.blocks(&clause.body, FlowPosition { indented, ..place }));
    }

    fn quote<'d>(&self, blocks: &'d [resolved::Block], place: FlowPosition, out: &mut Vec<Block<'d>>) {
        let (lists, place) = (place.lists + 1, place.narrowed(self.house, 2));
        let place = FlowPosition { quote: true, apart: true, lists, landscape_allowed: false, ..place };
        out.extend(self.blocks(blocks, place));
    }

    fn list<'d>(&self, list: &'d resolved::List, place: FlowPosition) -> List<'d> {
        let (lists, inner) = (place.lists + 1, place.narrowed(self.house, 1));
        let below = FlowPosition { lists, nested: true, quote: false, landscape_allowed: false, ..inner };
        let items = list.items.iter().map(|item| Item {
            id: known(&item.id),
            anchor: item.anchor.as_deref(),
            label: &item.label,
            given: item.given,
            term: &item.term,
            content: &item.content,
            body: self.blocks(&item.body, below),
            span: item.span,
        });
        List { kind: list.kind, start: list.start, level: place.lists, indented: place.indented, items: items.collect() }
    }
}

/// Keeps each paragraph that leads to a list or a table on the page on which that begins.
fn keep_leading(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        if let ([.., Block::Paragraph(paragraph)], [Block::List(_) | Block::Table(Table { wide: false, .. }), ..]) =
            blocks.split_at_mut(at)
        {
            paragraph.kept = true;
        }
    }
}

/// Keeps the last paragraph, if nothing stands below it, on the page of the line at the end.
fn keep_last(blocks: &mut [Block]) {
    if let Some(Block::Paragraph(paragraph)) = blocks.last_mut() {
        paragraph.kept = true;
    }
}

/// Returns an identity, if there is one.
pub(super) fn known(id: &BlockId) -> Option<&BlockId> {
    Some(id).filter(|id| !id.is_empty())
}

/// Returns the line of a clause that is no heading of the outline: the text, the heading in bold, or both with a colon between
/// them.
fn line(clause: &Clause, span: Span) -> Cow<'_, [Run]> {
    match (&clause.heading, &clause.text) {
        (Some(heading), Some(text)) => {
            let colon = Run::Text(Text { text: Clause::RUN_IN.into(), span, ..Text::default() });
            heading.iter().map(strong).chain([colon]).chain(text.iter().cloned()).collect()
        }
        (Some(heading), None) => heading.iter().map(strong).collect(),
        (None, Some(text)) => text.into(),
        (None, None) => Cow::Borrowed(&[]),
    }
}

/// Returns a run in bold.
pub(super) fn strong(run: &Run) -> Run {
    match run.clone() {
        Run::Text(text) => Run::Text(Text { strong: true, ..text }),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(blocks: &[Block]) -> Vec<bool> {
        let kept = |block: &Block| if let Block::Paragraph(paragraph) = block { Some(paragraph.kept) } else { None };
        blocks.iter().filter_map(kept).collect()
    }

    #[test]
    fn what_leads_and_what_ends_is_kept_on_the_page_of_what_follows() {
        let paragraph = || Block::Paragraph(Paragraph::default());
        let table = |wide| Block::Table(Table { wide, ..Table::default() });
        let mut blocks = vec![paragraph(), paragraph(), table(false), paragraph(), table(true), paragraph()];
        keep_leading(&mut blocks);
        assert_eq!(kept(&blocks), [false, true, false, false]);
        keep_last(&mut blocks);
        assert_eq!(kept(&blocks), [false, true, false, true]);
    }
}
