//! Blocks get their numbers, labels and marks: the methods of [`Resolver`] for blocks. [`super::runs`], which has the resolver
//! itself, knows nothing of them; [`super::table`] and [`super::chart`] add those for tables and charts, since cells contain
//! blocks again.

use super::references::Target;
use super::runs::Resolver;
use crate::document::{self, ListKind, NumberPattern, Numbering, letters, roman};
use crate::resolved::{Block, Caption, Clause, Content, Equation, Figure, Item, Label, List, Number, SideBySide};
use crate::source::{BlockId, Text};

/// The surroundings of a block, on which its number, its mark and its level depend.
#[derive(Clone, Default)]
pub(super) struct BlockContext {
    /// The number with which the numbers of clauses begin: `4.1`, or the prefix of the annex; empty at the top, and in the box, a cell or a quotation.
    prefix: String,
    /// The number of the clause around the block, by which references name what has no number.
    around: String,
    /// The counts of the clauses around the block, in the forms of their levels.
    counts: Vec<String>,
    /// True if that number is given by an author, not by counting.
    given: bool,
    /// The number of headings around the block.
    level: u8,
    /// The number of lists and quotations around the block.
    lists: u8,
    /// True in the box, a cell or a quotation: there no heading is part of the outline.
    apart: bool,
}

impl BlockContext {
    /// Returns the surroundings of blocks in an annex whose title has this level in the outline, and whose numbers have `prefix` before them.
    pub(super) fn in_annex(level: u8, prefix: &str) -> Self {
        Self { level, prefix: prefix.into(), around: prefix.into(), given: !prefix.is_empty(), ..Self::default() }
    }

    /// Returns the surroundings of blocks in the box.
    pub(super) fn in_box() -> Self {
        Self::default().apart(0)
    }

    /// Returns the surroundings of blocks in the cells of a table that has these surroundings itself.
    pub(super) fn in_cell(&self) -> Self {
        self.apart(0)
    }

    /// Returns the surroundings of blocks in the box, a cell or a quotation, where numbers have a count of their own: Word is given each of them.
    fn apart(&self, lists: u8) -> Self {
        Self { apart: true, given: true, lists, prefix: String::new(), counts: Vec::new(), ..self.clone() }
    }
}

impl Resolver<'_> {
    /// Resolves the blocks of the body.
    pub fn body(&mut self, blocks: &[document::Block]) -> Vec<Block> {
        self.blocks(blocks, &BlockContext::default(), &mut 0)
    }

    /// Resolves the blocks that share these surroundings; `counter` is the last number that was given there, and is counted on.
    pub(super) fn blocks(&mut self, blocks: &[document::Block], context: &BlockContext, counter: &mut u32) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block, context, counter)).collect()
    }

    fn block(&mut self, block: &document::Block, context: &BlockContext, counter: &mut u32) -> Block {
        let (anchor, content, span) = match block {
            document::Block::Clause(clause) => {
                let (anchor, content) = self.clause(clause, context, counter);
                (anchor, Content::Clause(content), clause.span)
            }
            document::Block::Paragraph(paragraph) => (None, Content::Paragraph(self.line(&paragraph.content)), paragraph.span),
            document::Block::Quote(quote) => {
                let body = self.blocks(&quote.body, &context.apart(context.lists + 1), &mut 0);
                (None, Content::Quote(body), quote.span)
            }
            document::Block::List(list) => (None, Content::List(self.list(list, context)), list.span),
            document::Block::Table(table) => {
                let (anchor, content) = self.table(table, context);
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
            document::Block::Equation(equation) => {
                let (anchor, content) = self.equation(equation);
                (anchor, Content::Equation(content), equation.span)
            }
            document::Block::SideBySide(block) => (None, Content::SideBySide(self.side_by_side(block)), block.span),
            document::Block::PageBreak(span) => (None, Content::PageBreak, *span),
        };
        Block { id: BlockId::default(), anchor, content, span }
    }

    fn side_by_side(&mut self, block: &document::SideBySide) -> SideBySide {
        let rows = block.rows.iter().map(|row| row.iter().map(|paragraph| self.line(paragraph)).collect());
        SideBySide { rows: rows.collect(), widths: block.widths.clone() }
    }

    fn clause(&mut self, clause: &document::Clause, context: &BlockContext, counter: &mut u32) -> (Option<String>, Clause) {
        let number = self.number_of(&clause.numbering, context, counter);
        let counts = number.as_ref().map_or_else(|| context.counts.clone(), |_| self.counts(context, *counter));
        let label = number.as_ref().map(|number| number.label.clone());
        // a reference says `a)` as `a`
        let named = label.as_ref().map(|label| label.trim_end_matches(')').to_string());
        // a clause without a number is referred to by its heading, or by the number of the clause around it
        let words = || clause.heading.as_ref().map_or_else(|| context.around.clone(), |heading| document::plain_text(heading));
        let target = Target { label: named.clone().unwrap_or_else(words), number: named.clone() };
        let anchor = self.anchor(clause.id.as_ref(), target);
        let is_heading = clause.heading.is_some() && clause.text.is_none() && !context.apart;
        let level = is_heading.then_some(context.level + 1);
        let below = BlockContext {
            around: named.unwrap_or_else(|| context.around.clone()),
            prefix: label.unwrap_or_else(|| context.prefix.clone()),
            counts,
            given: number.as_ref().map_or(context.given, |number| number.given),
            level: level.unwrap_or(context.level),
            ..context.clone()
        };
        let heading = clause.heading.as_ref().map(|heading| self.runs(heading));
        let text = clause.text.as_ref().map(|text| self.line(text));
        // a heading without a number does not interrupt the count of the clauses around it
        let mut own = 0;
        let body = self.blocks(&clause.body, &below, if number.is_some() { &mut own } else { counter });
        (anchor, Clause { number, level, heading, text, body })
    }

    /// Returns the number of a clause, which counts unless the author gives it.
    fn number_of(&self, numbering: &Numbering, context: &BlockContext, counter: &mut u32) -> Option<Number> {
        let depth = context.counts.len() as u8 + 1;
        match numbering {
            Numbering::None => None,
            Numbering::Given(number) => Some(Number { label: number.value.clone(), depth, given: true }),
            Numbering::Counted | Numbering::Usual => {
                *counter += 1;
                let around = Some(context.prefix.as_str()).filter(|prefix| context.given && !prefix.is_empty());
                let written = NumberPattern::write(&self.numbers, &self.counts(context, *counter), around);
                let label = match around.filter(|_| context.counts.is_empty()) {
                    Some(annex) => format!("{annex}.{written}"),
                    None => written,
                };
                Some(Number { label, depth, given: context.given })
            }
        }
    }

    /// Returns the counts of a clause that is number `counter` in these surroundings, in the forms of their levels.
    fn counts(&self, context: &BlockContext, counter: u32) -> Vec<String> {
        let form = NumberPattern::form(&self.numbers, context.counts.len() + 1);
        context.counts.iter().cloned().chain([form.write(counter)]).collect()
    }

    fn list(&mut self, list: &document::List, context: &BlockContext) -> List {
        let below = BlockContext { lists: context.lists + 1, ..context.clone() };
        let mut next = list.start;
        let items = list.items.iter().map(|item| {
            let label = match &item.number {
                Some(number) => given_mark(list.kind, &number.value),
                None => self.mark(list.kind, next, context.lists),
            };
            next += u32::from(item.number.is_none());
            // a reference says the mark as one says it in a sentence, without the parenthesis
            let named = match list.kind {
                ListKind::Bullets | ListKind::Dashes => context.around.clone(),
                ListKind::Letters | ListKind::Roman | ListKind::Numbers => label.trim_end_matches(')').to_string(),
                ListKind::Definitions => document::plain_text(&item.term),
            };
            let number = Some(named.clone()).filter(|_| list.kind.counts());
            let anchor = self.anchor(item.id.as_ref(), Target { label: named, number });
            let (term, content) = (self.line(&item.term), self.line(&item.content));
            let body = self.blocks(&item.body, &below, &mut 0);
            let given = item.number.is_some();
            Item { id: BlockId::default(), anchor, label, given, term, content, body, span: item.span }
        });
        let items = items.collect();
        List { kind: list.kind, start: list.start, items }
    }

    /// Returns the mark of an item; `number` is its number, from 1.
    fn mark(&self, kind: ListKind, number: u32, level: u8) -> String {
        match kind {
            ListKind::Bullets => self.house.bullet(level as usize).into(),
            ListKind::Dashes => "–".into(),
            ListKind::Letters => format!("{})", letters(number)),
            ListKind::Roman => format!("{})", roman(number)),
            ListKind::Numbers => number.to_string(),
            ListKind::Definitions => String::new(),
        }
    }

    fn figure(&mut self, figure: &document::Figure) -> (Option<String>, Figure) {
        let (anchor, caption) = self.figure_caption(figure.id.as_ref(), figure.caption.as_deref());
        (anchor, Figure { caption, picture: self.picture(&figure.picture), width: figure.width })
    }

    /// Resolves an equation on a line of its own, which has a number if references lead to it.
    fn equation(&mut self, equation: &document::Equation) -> (Option<String>, Equation) {
        self.equations += u32::from(equation.id.is_some());
        let number = equation.id.is_some().then(|| format!("({})", self.equations));
        let alone = Some(self.equations.to_string());
        let anchor = self.anchor(equation.id.as_ref(), Target { label: number.clone().unwrap_or_default(), number: alone });
        let document::Equation { math, alt, span, .. } = equation.clone();
        (anchor, Equation { math, alt, number, span })
    }

    /// Resolves the caption of a picture or chart, and returns the name by which references lead to it.
    pub(super) fn figure_caption(
        &mut self,
        id: Option<&Text>,
        content: Option<&[document::Inline]>,
    ) -> (Option<String>, Option<Caption>) {
        self.figures += u32::from(content.is_some());
        let caption = self.caption("figure", self.figures, content);
        (self.anchor(id, captioned(caption.as_ref())), caption)
    }

    /// Resolves a caption and gives it this number; returns `None` if there is no caption. `word` is the key of the label.
    pub(super) fn caption(&mut self, word: &'static str, number: u32, content: Option<&[document::Inline]>) -> Option<Caption> {
        let content = self.runs(content?);
        Some(Caption {
            label: Label { word: self.language.word("labels", word).into(), number: Some(number), of: None },
            content,
        })
    }

    /// Remembers what references can say of a block or annex that has an id, and returns the id as its anchor. If two have the same id,
    /// references lead to the first one.
    pub(super) fn anchor(&mut self, id: Option<&Text>, target: Target) -> Option<String> {
        let id = id?.value.clone();
        if self.targets.contains_key(&id) {
            return None;
        }
        self.targets.insert(id.clone(), target);
        Some(id)
    }
}

/// Returns what references can say of what has this caption.
pub(super) fn captioned(caption: Option<&Caption>) -> Target {
    caption.map(|caption| target(&caption.label)).unwrap_or_default()
}

/// Returns what references can say of what has this label.
fn target(label: &Label) -> Target {
    Target { label: label.text(), number: label.number.map(|number| number.to_string()) }
}

/// Returns the mark of an item whose number the author gives: `1bis`, `a bis)`, with the parenthesis that the marks beside it have.
fn given_mark(kind: ListKind, number: &str) -> String {
    match kind {
        ListKind::Letters | ListKind::Roman => format!("{})", number.trim_end_matches(')')),
        ListKind::Bullets | ListKind::Dashes | ListKind::Numbers | ListKind::Definitions => number.into(),
    }
}
