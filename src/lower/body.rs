//! Lowers the blocks that authors write, and decides which paragraphs are numbered.

use super::apart::Apart;
use super::signature::span_of;
use super::words::Lowering;
use crate::authored::{self, Block as Authored};
use crate::diagnostic::{Diagnostic, Reported, catalogue};
use crate::document::{Block, Clause, Equation, Figure, Inline, Item, List, Numbered, Numbering, Paragraph, Quote, notes};
use crate::files::picture;
use crate::source::{Span, Text};
use crate::text::math;

/// How deep clauses, lists, tables and quotations may stand in one another. Word has nine levels of headings and of lists, and Typst sets nine tables in
/// one another, but not eleven.
const DEEPEST: usize = 9;

impl Lowering<'_, '_, '_> {
    /// Reads what is numbered in the submission, and says whether the paragraphs at the top level of its body are.
    pub fn numbered_at_top(&mut self) -> bool {
        let submission = self.scope.submission;
        let of = submission.common.numbering.as_ref().and_then(|numbering| numbering.0.of);
        self.numbered = of.map_or(Numbered::Clauses, |of| of.value);
        if let (Some(of), Some(_), true) = (of, submission.common.numbered, self.numbered != Numbered::Clauses) {
            let message = "`numbered` has no effect beside this `numbering`";
            self.report.push(Diagnostic::new(catalogue::UNKNOWN_KEY, of.span, message).hint("leave one of them out"));
        }
        self.is_running = self.numbered == Numbered::Paragraphs;
        match self.numbered {
            Numbered::Clauses => submission.common.numbered.unwrap_or(submission.kind.numbered),
            Numbered::Paragraphs => true,
            Numbered::Nothing => false,
        }
    }

    /// Lowers the main part of a document that is no letter: whom to ask about it, the body, who signs it.
    pub fn main(&mut self, common: &authored::Header, numbered: bool) -> Vec<Block> {
        let contact = common.contact.first().and_then(|first| self.contacts(&common.contact, first.0.span));
        let liaison = self.scope.submission.special.liaison().map(|liaison| self.liaison(liaison));
        let mut out: Vec<Block> = liaison.into_iter().chain(contact).collect();
        out.extend(self.body(&common.body, numbered, common.numbered != Some(true)));
        out.extend(self.signatures(&common.signature, span_of(&common.signature)));
        self.attachments(&common.attachments, &mut out);
        out
    }

    /// Lowers the blocks of a body. `numbered`: paragraphs are numbered. `alone`: a single paragraph gets no number all the same.
    pub fn body(&mut self, blocks: &[Authored], numbered: bool, alone: bool) -> Vec<Block> {
        let mut out = Vec::new();
        for block in blocks {
            self.block(block, &mut out);
        }
        if !numbered {
            return out.into_iter().map(unnumbered).collect();
        }
        if alone { self.lone_paragraph(out) } else { out }
    }

    /// Lowers a block, unless it stands too deep in others.
    fn block(&mut self, block: &Authored, out: &mut Vec<Block>) {
        if self.depth == DEEPEST
            && let Some(span) = block.place_around_others()
        {
            let message = format!("clauses, lists, tables and quotations stand in one another more than {DEEPEST} deep");
            self.report.push(Diagnostic::new(catalogue::TOO_DEEP, span, message).hint("bring the inner ones up a level"));
            return;
        }
        self.depth += 1;
        self.lowered(block, out);
        self.depth -= 1;
    }

    fn lowered(&mut self, block: &Authored, out: &mut Vec<Block>) {
        match block {
            Authored::Text(text) => out.push(paragraph_clause(self.prose(text), text.span)),
            Authored::Clause(clause) => out.push(self.in_language(clause.lang, |lowering| lowering.clause(clause))),
            Authored::Unnumbered(text) => out.push(Block::Paragraph(Paragraph { content: self.prose(text), span: text.span })),
            Authored::List(list) => out.push(Block::List(self.list(list))),
            Authored::Table(table) => out.extend(self.table(table).map(Block::Table)),
            Authored::Equation(equation) => out.extend(self.equation(equation).map(Block::Equation)),
            Authored::Figure(figure) => out.extend(self.figure(figure).map(Block::Figure)),
            Authored::Chart(chart) => out.extend(self.chart(chart).map(Block::Chart)),
            Authored::Quote(quotation) => {
                let body = self.in_language(quotation.lang, |lowering| lowering.apart(&quotation.quote, Apart::Quote));
                out.push(Block::Quote(Quote { body, span: quotation.span }));
            }
            Authored::Signature(signatures, span) => out.extend(self.signatures(signatures, *span)),
            Authored::Contact(contacts, span) => out.extend(self.contacts(contacts, *span)),
            Authored::PageBreak(span) => out.push(Block::PageBreak(*span)),
            // a `reuse:` is only left where its text does not exist or contains itself, which the rule `unknown-text` reports
            Authored::Reuse(_) => {}
            Authored::Generated(generated, selection) => {
                let before = out.len();
                self.in_own_language(|lowering| lowering.generated(*generated, selection, out));
                if self.is_apart {
                    out[before..].iter_mut().for_each(take_numbers);
                }
                if self.numbered != Numbered::Clauses {
                    out[before..].iter_mut().for_each(|block| take_heading_numbers(block, self.is_running));
                }
            }
        }
    }

    fn clause(&mut self, clause: &authored::Clause) -> Block {
        let numbering = self.numbering(clause);
        let is_headed = clause.heading.is_some();
        let numbered =
            numbering != Numbering::None || (is_headed && self.is_running && !self.is_apart && clause.numbered != Some(false));
        let mut heading = clause.heading.as_ref().map(|heading| {
            let mut heading = self.prose(heading);
            heading
                .extend(self.symbols_after(&clause.documents.iter().map(|text| (text, None)).collect::<Vec<_>>(), clause.span));
            heading
        });
        // `numbered: true` asks for numbers where a single paragraph would have none
        let mut body = self.body(&clause.body, numbered, clause.numbered != Some(true));
        let (mut text, id) = match &clause.text {
            Some(text) => (Some(self.prose(text)), None),
            None if clause.run_in == Some(true) => self.run_in(clause, &mut body),
            None => (None, None),
        };
        text.as_mut().or(heading.as_mut()).into_iter().for_each(|line| line.extend(self.comments(&clause.comment)));
        if let Some(intro) = &clause.intro {
            body.insert(0, Block::Paragraph(Paragraph { content: self.prose(intro), span: intro.span }));
        }
        Block::Clause(Clause { id: clause.id.clone().or(id), numbering, heading, text, body, span: clause.span })
    }

    /// Takes the number from a paragraph that is the only one of its clause, unless paragraphs are counted through the whole document, and returns other
    /// blocks unchanged.
    pub(super) fn lone_paragraph(&self, blocks: Vec<Block>) -> Vec<Block> {
        let clauses = blocks.iter().filter(|block| matches!(block, Block::Clause(_))).count();
        if clauses == 1 && !self.is_running { blocks.into_iter().map(unnumbered).collect() } else { blocks }
    }

    /// Says how a clause gets its number. A paragraph has one where the paragraphs around it have, however it is written; a heading has one, but not apart
    /// from the running text.
    fn numbering(&self, clause: &authored::Clause) -> Numbering {
        match (&clause.number, clause.numbered) {
            (Some(number), _) => Numbering::Given(number.clone()),
            (None, Some(false)) => Numbering::None,
            (None, Some(true)) => Numbering::Counted,
            (None, None) if clause.heading.is_none() => Numbering::Usual,
            (None, None) if self.is_apart => Numbering::None,
            (None, None) if self.is_running && clause.run_in == Some(true) => Numbering::Usual,
            (None, None) if self.numbered != Numbered::Clauses => Numbering::None,
            (None, None) => Numbering::Counted,
        }
    }

    /// Takes the first paragraph of a body, to follow the heading in its line, and its id for the clause.
    fn run_in(&mut self, clause: &authored::Clause, body: &mut Vec<Block>) -> (Option<Vec<Inline>>, Option<Text>) {
        if let Some((content, id)) = take_first_paragraph(body) {
            return (Some(content), id);
        }
        let message = "`run_in` needs a body that begins with a paragraph without a number of its own";
        self.report.push(Diagnostic::new(catalogue::UNKNOWN_KEY, clause.span, message));
        (None, None)
    }

    fn list(&mut self, list: &authored::List) -> List {
        let items = list.items.iter().map(|item| self.in_language(item.lang, |lowering| lowering.item(item))).collect();
        List { kind: list.kind, start: list.start.map_or(1, |start| start.value), items, span: list.span }
    }

    fn item(&mut self, item: &authored::Item) -> Item {
        let mut body = self.body(&item.body, false, false);
        let text = item.text.as_ref().map(|text| (self.prose(text), None));
        let (mut content, inner) = text.or_else(|| take_first_paragraph(&mut body)).unwrap_or_default();
        content.extend(self.comments(&item.comment));
        let (id, number) = (item.id.clone().or(inner), item.number.clone());
        Item { id, number, term: self.optional(&item.term), content, body, span: item.span }
    }

    /// Lowers remarks to those who draft. They are put at the end of the line that they are about.
    fn comments(&mut self, texts: &[Text]) -> Vec<Inline> {
        let author = self.scope.body().map_or("rapporteur", |body| &body.acronym.value);
        let comment = |text: &Text| {
            let content = self.in_own_language(|lowering| lowering.prose(text));
            for span in notes(&content) {
                let diagnostic = Diagnostic::new(catalogue::NESTED_NOTE, span, "a comment can't have a footnote");
                self.report.push(diagnostic.hint("put it into the comment, in parentheses"));
            }
            Inline::Comment { author: author.into(), content, span: text.span }
        };
        texts.iter().map(comment).collect()
    }

    /// Lowers a figure. The width is a percentage of the width of the text.
    fn figure(&mut self, figure: &authored::Figure) -> Result<Figure, Reported> {
        let picture = picture::read(self.scope.attachments, &figure.file, &figure.alt, self.report);
        let width = figure.width.as_ref().map_or(Ok(100), |width| self.width(width));
        let caption = figure.caption.as_ref().map(|caption| self.prose(caption));
        Ok(Figure { id: figure.id.clone(), caption, picture: picture?, width: width? })
    }

    /// Lowers an equation on a line of its own.
    fn equation(&mut self, equation: &authored::Equation) -> Result<Equation, Reported> {
        let authored::Equation { math, alt, id, span } = equation;
        let read = math::read(&math.value).map_err(|fault| {
            self.report.push(Diagnostic::new(catalogue::WRONG_EQUATION, math.span_of(fault.range), fault.message))
        });
        read.map(|math| Equation { id: id.clone(), math, alt: alt.value.clone(), span: *span })
    }

    fn width(&mut self, width: &Text) -> Result<u32, Reported> {
        percentage(&width.value).ok_or_else(|| {
            let message = "a figure's width is a share of the text's from `1%` to `100%`";
            self.report.push(Diagnostic::new(catalogue::WRONG_TYPE, width.span, message))
        })
    }
}

/// Returns a paragraph without a number.
pub(super) fn paragraph(content: Vec<Inline>, span: Span) -> Block {
    Block::Paragraph(Paragraph { content, span })
}

/// Returns a paragraph that is numbered where the paragraphs of its body are.
pub(super) fn paragraph_clause(content: Vec<Inline>, span: Span) -> Block {
    Block::Clause(Clause { id: None, numbering: Numbering::Usual, heading: None, text: Some(content), body: Vec::new(), span })
}

/// Takes the number from a paragraph that would be numbered as usual. Headings, and paragraphs whose number is asked for, keep theirs.
fn unnumbered(block: Block) -> Block {
    match block {
        Block::Clause(clause) if clause.numbering == Numbering::Usual => {
            Block::Clause(Clause { numbering: Numbering::None, ..clause })
        }
        other => other,
    }
}

/// Takes the numbers from all clauses in a block.
fn take_numbers(block: &mut Block) {
    if let Block::Clause(clause) = block {
        clause.numbering = Numbering::None;
        clause.body.iter_mut().for_each(take_numbers);
    }
}

/// Takes the numbers from all headings in a generated block; from its paragraphs too, unless these are counted through the whole document.
fn take_heading_numbers(block: &mut Block, is_running: bool) {
    if let Block::Clause(clause) = block {
        if clause.heading.is_some() || !is_running {
            clause.numbering = Numbering::None;
        }
        clause.body.iter_mut().for_each(|block| take_heading_numbers(block, is_running));
    }
}

/// Takes the text of the first block out, if the block is a paragraph without a number that would be lost, and its id; what belongs to the
/// paragraph stays.
fn take_first_paragraph(blocks: &mut Vec<Block>) -> Option<(Vec<Inline>, Option<Text>)> {
    let (content, id, below) = match blocks.first_mut()? {
        Block::Paragraph(paragraph) => (std::mem::take(&mut paragraph.content), None, Vec::new()),
        Block::Clause(Clause { id, numbering: Numbering::Usual | Numbering::None, heading: None, text, body, .. }) => {
            (text.take()?, id.take(), std::mem::take(body))
        }
        _ => return None,
    };
    blocks.splice(..1, below);
    Some((content, id))
}

/// Reads `1%` to `100%`; `None` for anything else.
fn percentage(text: &str) -> Option<u32> {
    text.strip_suffix('%')?.trim().parse().ok().filter(|width| (1..=100).contains(width))
}
