//! The flow: blocks in the order of the page; what belongs to a clause follows it.

use super::landscape::turned;
use super::{Chart, Table};
use crate::document::ListKind;
use crate::house::House;
use crate::resolved::{self, Clause, Content, Label, Number, ResolvedDocument, Run, Text};
use crate::source::{BlockId, Span};
use std::borrow::Cow;

/// A document as formats with pages write it; what is not here, they take from the resolved document.
#[derive(Debug, Default)]
pub struct Flow<'d> {
    /// The box on the first page.
    pub summary_box: Vec<BoxRow<'d>>,
    /// The body.
    pub body: Vec<Block<'d>>,
    /// The annexes.
    pub annexes: Vec<Annex<'d>>,
}

/// A label in the box and what stands below it.
#[derive(Debug)]
pub struct BoxRow<'d> {
    /// `summary`, `action`, `references`
    pub key: &'d str,
    /// `Summary`
    pub label: &'d str,
    /// What stands below the label.
    pub body: Vec<Block<'d>>,
}

/// An annex.
#[derive(Debug)]
pub struct Annex<'d> {
    /// `Annex 1`
    pub label: &'d Label,
    /// The identity of the annex; none where the resolved document has none.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the annex.
    pub anchor: Option<&'d str>,
    /// The title.
    pub title: &'d [Run],
    /// The body.
    pub body: Vec<Block<'d>>,
    /// Where the annex stands.
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
    /// Lists and the like in a passage set apart, whose paragraphs are blocks of their own; `indented` as that of a paragraph.
    Quote {
        /// Whether the passage stands where the text of numbered paragraphs begins.
        indented: bool,
        /// What stands in the passage.
        body: Vec<Block<'d>>,
    },
    /// What follows begins on a new page.
    PageBreak,
    /// Wide tables and the headings that lead to them, on landscape pages.
    Landscape(Vec<Block<'d>>),
}

/// A heading.
#[derive(Debug, Default)]
pub struct Heading<'d> {
    /// The level in the outline, from 1, without gaps.
    pub level: u8,
    /// The number.
    pub number: Option<&'d Number>,
    /// The identity of the heading; none where the resolved document has none.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the heading.
    pub anchor: Option<&'d str>,
    /// The text.
    pub content: &'d [Run],
    /// Where the heading stands.
    pub span: Span,
}

/// A paragraph.
#[derive(Debug, Default)]
pub struct Paragraph<'d> {
    /// The number.
    pub number: Option<&'d Number>,
    /// Whether the paragraph stands where the text of numbered paragraphs begins.
    pub indented: bool,
    /// Whether the paragraph is a passage set apart.
    pub quote: bool,
    /// The identity of the paragraph; none where the resolved document has none.
    pub id: Option<&'d BlockId>,
    /// The name by which references lead to the paragraph.
    pub anchor: Option<&'d str>,
    /// The text.
    pub content: Cow<'d, [Run]>,
    /// Where the paragraph stands.
    pub span: Span,
}

/// A list.
#[derive(Debug)]
pub struct List<'d> {
    /// What marks the items.
    pub kind: ListKind,
    /// 0 for a list that is in no other.
    pub level: u8,
    /// Whether the list stands where the text of numbered paragraphs begins.
    pub indented: bool,
    /// The items.
    pub items: Vec<Item<'d>>,
}

/// An item of a list.
#[derive(Debug)]
pub struct Item<'d> {
    /// The identity of the item.
    pub id: Option<&'d BlockId>,
    /// The mark: `•`, `a)`.
    pub label: &'d str,
    /// The text.
    pub content: &'d [Run],
    /// Paragraphs and lists below the text.
    pub body: Vec<Block<'d>>,
    /// Where the item stands.
    pub span: Span,
}

/// A picture.
#[derive(Debug)]
pub struct Figure<'d> {
    /// The identity of the picture.
    pub id: Option<&'d BlockId>,
    /// The picture and its caption.
    pub figure: &'d resolved::Figure,
    /// The name by which references lead to the picture.
    pub anchor: Option<&'d str>,
    /// Where the picture stands.
    pub span: Span,
}

/// What a block stands in.
#[derive(Clone, Copy, Default)]
pub(super) struct FlowPosition {
    /// Whether a clause around it has a number.
    indented: bool,
    /// How many lists and quotations are around it.
    lists: u8,
    /// Whether it stands in a quotation itself.
    quote: bool,
    /// Whether a page can be turned for it.
    turns: bool,
}

pub(super) struct Builder<'h> {
    pub(super) house: &'h House,
}

impl Builder<'_> {
    pub(super) fn document<'d>(&self, document: &'d ResolvedDocument) -> Flow<'d> {
        let summary_box = document.front.summary_box.iter().map(|row| BoxRow {
            key: &row.key,
            label: &row.label,
            body: self.blocks(&row.body, FlowPosition::default()),
        });
        let annexes = document.annexes.iter().map(|annex| Annex {
            label: &annex.label,
            id: known(&annex.id),
            anchor: annex.anchor.as_deref(),
            title: &annex.title,
            body: self.pages(&annex.body),
            span: annex.span,
        });
        Flow { summary_box: summary_box.collect(), body: self.pages(&document.body), annexes: annexes.collect() }
    }

    fn pages<'d>(&self, blocks: &'d [resolved::Block]) -> Vec<Block<'d>> {
        turned(self.blocks(blocks, FlowPosition { turns: true, ..FlowPosition::default() }))
    }

    /// What stands in a cell of a table.
    pub(super) fn cell<'d>(&self, blocks: &'d [resolved::Block]) -> Vec<Block<'d>> {
        self.blocks(blocks, FlowPosition::default())
    }

    fn blocks<'d>(&self, blocks: &'d [resolved::Block], place: FlowPosition) -> Vec<Block<'d>> {
        let mut out = Vec::new();
        blocks.iter().for_each(|block| self.block(block, place, &mut out));
        out
    }

    fn block<'d>(&self, block: &'d resolved::Block, place: FlowPosition, out: &mut Vec<Block<'d>>) {
        let (id, anchor, span) = (known(&block.id), block.anchor.as_deref(), block.span);
        let made = match &block.content {
            Content::Clause(clause) => return self.clause(clause, block, place, out),
            Content::Quote(blocks) => return self.quote(blocks, place, out),
            Content::Paragraph(content) => {
                let (indented, quote, content) = (place.indented, place.quote, content.into());
                out.push(Block::Paragraph(Paragraph { number: None, indented, quote, id, anchor, content, span }));
                return;
            }
            Content::List(list) => Block::List(self.list(list, place)),
            Content::Table(table) => Block::Table(self.table(table, block, place.turns)),
            Content::Figure(figure) => Block::Figure(Figure { id, figure, anchor, span }),
            Content::Chart(chart) => Block::Chart(Chart::of(chart, block, &self.house.page)),
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
                let (indented, content) = (number.is_none() && place.indented, line(clause, span));
                Block::Paragraph(Paragraph { number, indented, quote: place.quote, id, anchor, content, span })
            }
        });
        out.extend(self.blocks(&clause.body, FlowPosition { indented: place.indented || number.is_some(), ..place }));
    }

    fn quote<'d>(&self, blocks: &'d [resolved::Block], place: FlowPosition, out: &mut Vec<Block<'d>>) {
        let place = FlowPosition { quote: true, lists: place.lists + 1, turns: false, ..place };
        out.extend(self.blocks(blocks, place));
    }

    fn list<'d>(&self, list: &'d resolved::List, place: FlowPosition) -> List<'d> {
        let below = FlowPosition { lists: place.lists + 1, quote: false, turns: false, ..place };
        let items = list.items.iter().map(|item| Item {
            id: known(&item.id),
            label: &item.label,
            content: &item.content,
            body: self.blocks(&item.body, below),
            span: item.span,
        });
        List { kind: list.kind, level: place.lists, indented: place.indented, items: items.collect() }
    }
}

/// Returns an identity, if there is one.
pub(super) fn known(id: &BlockId) -> Option<&BlockId> {
    Some(id).filter(|id| !id.is_empty())
}

/// The heading, the text, or the heading in bold with the text after a colon; a heading that is none of the outline is bold.
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

fn strong(run: &Run) -> Run {
    match run.clone() {
        Run::Text(text) => Run::Text(Text { strong: true, ..text }),
        other => other,
    }
}
