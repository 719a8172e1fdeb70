//! A submission → a document.
//!
//! 1. The front: masthead, author line, title, box.
//! 2. The body and the annexes, block by block; generated blocks are made in [`super::generated`].
//! 3. In each clause, paragraphs get numbers, unless there is one alone.

use super::body::{self, Block as Authored};
use super::front::SummaryBox;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::document::reference::Reference;
use crate::document::{Annex, Block, Clause, Document, Figure, Front, Inline, Item, List, Numbering, Paragraph};
use crate::model::{picture, prose::Prose, reference};
use crate::source::{Span, Text};
use crate::yaml::Report;
use serde_json::json;
use std::sync::Arc;

/// Makes the document; what is wrong with its texts and pictures goes to the report.
pub fn lower(scope: &Scope, report: &mut Report) -> Document {
    let mut lowering = Lowering { scope, report, goal: None };
    let common = &scope.submission.common;
    let numbered = common.numbered.unwrap_or(scope.submission.kind.numbered);
    Document {
        front: lowering.front(),
        body: match scope.submission.special.letter() {
            Some(letter) => lowering.letter(letter, &common.body),
            None => lowering.body(&common.body, numbered, false),
        },
        annexes: common.annexes.iter().flat_map(|annex| lowering.annexes(annex)).collect(),
        questionnaire: scope.questionnaire(),
    }
}

/// A document with one paragraph for each recommendation of the scope's ledger, in its order: the sentence, without what became of it.
pub fn statements(scope: &Scope, report: &mut Report) -> Document {
    let mut lowering = Lowering { scope, report, goal: None };
    let paragraphs = scope.ledger().tracked.iter().map(|tracked| {
        let span = tracked.first().recommendation.span;
        Block::Paragraph(Paragraph { content: lowering.statement(tracked), span })
    });
    Document { body: paragraphs.collect(), front: Front::default(), annexes: Vec::new(), questionnaire: None }
}

/// A submission on its way to a document.
pub(super) struct Lowering<'s, 'a, 'r> {
    pub scope: &'s Scope<'a>,
    pub report: &'r mut Report,
    /// The Goal to which generated blocks keep.
    pub goal: Option<u32>,
}

/// Names of the counted values that may stand in a text.
const VALUES: [&str; 4] = ["documents.count", "documents.secretariat", "meetings.count", "recommendations.count"];

impl Lowering<'_, '_, '_> {
    /// The inlines of a text.
    pub fn prose(&mut self, text: &Text) -> Vec<Inline> {
        let scope = self.scope;
        let values = |name: &str| value(scope, name).map(|count| count as u64);
        Prose { symbols: &scope.symbols, values: &values, names: &VALUES }.read(text, self.report)
    }

    /// The inlines of a text that may be absent.
    pub fn optional(&mut self, text: &Option<Text>) -> Vec<Inline> {
        text.as_ref().map(|text| self.prose(text)).unwrap_or_default()
    }

    fn front(&mut self) -> Front {
        let submission = self.scope.submission;
        let common = &submission.common;
        let carriers = [("addendum", common.addendum), ("revision", common.revision), ("corrigendum", common.corrigendum)];
        Front {
            kind: submission.kind.name,
            span: common.span,
            symbol: common.symbol.as_ref().map(|symbol| self.whole_symbol(symbol)),
            carrier: carriers.into_iter().find_map(|(word, number)| Some((word, number?.value))),
            event: self.event(),
            agenda_item: self.optional(&common.agenda_item),
            date: common.date.map(|date| date.value),
            original: common.original.as_ref().map_or_else(|| self.scope.language.into(), |original| original.value.clone()),
            address: self.address(),
            author: self.author(),
            title: self.prose(&common.title),
            subtitle: self.optional(&common.subtitle),
            summary_box: common.r#box.as_ref().map(|summary| self.summary_box(summary)).unwrap_or_default(),
            logo: common.logo.as_ref().and_then(|logo| picture::read(self.scope.root, &logo.file, &logo.alt, self.report)),
            organization: self.scope.body().map(|body| body.name.value.clone()).unwrap_or_default(),
            acronyms: self.scope.registry.bodies.iter().map(|(_, body)| body.acronym.value.clone()).collect(),
            contents: common.contents,
            page_limit: common.page_limit,
            reference: self.reference(),
        }
    }

    /// The symbol of a document of the group is completed from the meeting to which it is submitted.
    fn whole_symbol(&self, symbol: &Text) -> Text {
        let meeting = self.scope.submission.common.meeting.map(|meeting| meeting.value);
        Text::generated(self.scope.symbols.complete(&symbol.value, meeting), symbol.span)
    }

    /// The submission's own Word file, or else the dossier's.
    fn reference(&mut self) -> Option<Arc<Reference>> {
        let file = self.scope.submission.common.reference.as_ref().or(self.scope.registry.reference.as_ref())?;
        reference::read(self.scope.root, file, self.report).map(Arc::new)
    }

    /// The lines of the masthead that say where the document is submitted.
    fn event(&mut self) -> Vec<Vec<Inline>> {
        let common = &self.scope.submission.common;
        if let Some(session) = self.scope.own_session() {
            let values = vec![("place", json!(session.place.value)), ("dates", json!(session.dates.value))];
            let second = Inline::sentence("event-place", session.span, values);
            return vec![vec![Inline::text(session.name.value.clone(), session.name.span)], vec![second]];
        }
        let number = common.meeting.map(|number| number.value);
        let meeting = self.scope.registry.meetings.iter().find(|meeting| Some(meeting.number.value) == number);
        let (Some(meeting), Some(body)) = (meeting, self.scope.body()) else { return Vec::new() };
        let place = meeting.place.as_ref().map_or("virtual", |place| place.value.as_str());
        let values = vec![("number", json!(number)), ("place", json!(place)), ("dates", json!(meeting.dates.value))];
        vec![
            vec![Inline::text(body.name.value.clone(), body.name.span)],
            vec![Inline::sentence("event-meeting", meeting.span, values)],
        ]
    }

    fn author(&mut self) -> Vec<Inline> {
        let Some(author) = &self.scope.submission.common.author else { return Vec::new() };
        let body = self.scope.body();
        let submission = self.scope.submission;
        let kind = ("kind", json!(if submission.covered { "note" } else { submission.kind.name }));
        match (author.value.as_str(), body) {
            ("chair", Some(body)) => {
                let values = vec![kind, ("name", json!(body.name.value)), ("acronym", json!(body.acronym.value))];
                vec![Inline::sentence("author-chair", author.span, values)]
            }
            ("secretary-general", _) => vec![Inline::sentence("author-secretary-general", author.span, vec![kind])],
            _ => self.prose(author),
        }
    }

    fn summary_box(&mut self, summary: &SummaryBox) -> Vec<(&'static str, Vec<Vec<Inline>>)> {
        let paragraphs = |lowering: &mut Self, texts: &[Text]| texts.iter().map(|text| lowering.prose(text)).collect();
        let references: Vec<Vec<Inline>> = paragraphs(self, &summary.references);
        let rows = [
            ("summary", paragraphs(self, &summary.summary)),
            ("action", paragraphs(self, &summary.action)),
            ("references", if references.is_empty() { Vec::new() } else { vec![joined(references, "; ", summary.span)] }),
        ];
        rows.into_iter().filter(|(_, paragraphs): &(_, Vec<_>)| !paragraphs.is_empty()).collect()
    }

    /// An annex with this title.
    pub fn annex(&mut self, annex: &body::Annex, title: Vec<Inline>) -> Annex {
        Annex {
            id: annex.id.clone(),
            title,
            body: self.body(&annex.body, annex.numbered.unwrap_or(false), false),
            span: annex.span,
        }
    }

    /// The blocks of a body. `numbered`: paragraphs are numbered; `alone`: except one that stands alone.
    pub fn body(&mut self, blocks: &[Authored], numbered: bool, alone: bool) -> Vec<Block> {
        let mut out = Vec::new();
        for block in blocks {
            self.block(block, &mut out);
        }
        if !numbered {
            return out.into_iter().map(unnumbered).collect();
        }
        if alone { lone_paragraph(out) } else { out }
    }

    fn block(&mut self, block: &Authored, out: &mut Vec<Block>) {
        match block {
            Authored::Text(text) => out.push(paragraph_clause(self.prose(text), text.span)),
            Authored::Clause(clause) => out.push(self.clause(clause)),
            Authored::Unnumbered(text) => out.push(Block::Paragraph(Paragraph { content: self.prose(text), span: text.span })),
            Authored::List(kind, items, span) => {
                let items = items.iter().map(|item| self.item(item)).collect();
                out.push(Block::List(List { kind: *kind, items, span: *span }));
            }
            Authored::Table(table) => out.extend(self.table(table).map(Block::Table)),
            Authored::Figure(figure) => out.extend(self.figure(figure).map(Block::Figure)),
            Authored::Chart(chart) => out.extend(self.chart(chart).map(Block::Chart)),
            Authored::Quote(text) => out.push(Block::Quote(Paragraph { content: self.prose(text), span: text.span })),
            Authored::PageBreak(span) => out.push(Block::PageBreak(*span)),
            // a rule says that there is no such text
            Authored::Reuse(_) => {}
            Authored::Generated(generated, selection) => self.generated(*generated, selection, out),
        }
    }

    fn clause(&mut self, clause: &body::Clause) -> Block {
        let numbering = match (&clause.number, clause.numbered) {
            (Some(number), _) => Numbering::Given(number.clone()),
            (None, Some(false)) => Numbering::None,
            (None, None) if clause.is_remarked_text() => Numbering::Usual,
            _ => Numbering::Counted,
        };
        let numbered = numbering != Numbering::None;
        let mut heading = clause.heading.as_ref().map(|heading| {
            let mut heading = self.prose(heading);
            heading
                .extend(self.symbols_after(&clause.documents.iter().map(|text| (text, None)).collect::<Vec<_>>(), clause.span));
            heading
        });
        let mut body = self.body(&clause.body, numbered, true);
        let mut text = match &clause.text {
            Some(text) => Some(self.prose(text)),
            None if clause.run_in == Some(true) => take_first_paragraph(&mut body),
            None => None,
        };
        text.as_mut().or(heading.as_mut()).into_iter().for_each(|line| line.extend(self.comments(&clause.comment)));
        if let Some(intro) = &clause.intro {
            body.insert(0, Block::Paragraph(Paragraph { content: self.prose(intro), span: intro.span }));
        }
        Block::Clause(Clause { id: clause.id.clone(), numbering, heading, text, body, span: clause.span })
    }

    fn item(&mut self, item: &body::Item) -> Item {
        let item = &item.0;
        let mut content = self.prose(&item.text);
        content.extend(self.comments(&item.comment));
        Item { content, body: self.body(&item.body, false, false), span: item.span }
    }

    /// Remarks to those who draft, which stand at the end of the line that they are on.
    fn comments(&mut self, texts: &[Text]) -> Vec<Inline> {
        let author = self.scope.body().map_or("rapporteur", |body| &body.acronym.value);
        let comment = |text: &Text| {
            let content = self.prose(text);
            for note in content.iter().filter(|inline| matches!(inline, Inline::Note(..))) {
                let diagnostic =
                    Diagnostic::error("nested-note", note.span().unwrap_or(text.span), "a comment can't have a footnote");
                self.report.push(diagnostic.hint("put it into the comment, in parentheses"));
            }
            Inline::Comment { author: author.into(), content, span: text.span }
        };
        texts.iter().map(comment).collect()
    }

    fn figure(&mut self, figure: &body::Figure) -> Option<Figure> {
        let picture = picture::read(self.scope.root, &figure.file, &figure.alt, self.report)?;
        let width = figure.width.as_ref().map_or(Some(100), |width| percentage(&width.value));
        if width.is_none() {
            let span = figure.width.as_ref().map_or(figure.span, |width| width.span);
            let message = "a figure's width is a share of the text's from `1%` to `100%`";
            self.report.push(Diagnostic::error("wrong-type", span, message));
        }
        let caption = figure.caption.as_ref().map(|caption| self.prose(caption));
        Some(Figure { id: figure.id.clone(), caption, picture, width: width? })
    }

    /// ` (symbol, symbol)`, or nothing.
    pub fn symbols_after(&mut self, documents: &[(&Text, Option<&crate::model::meeting::Meeting>)], span: Span) -> Vec<Inline> {
        if documents.is_empty() {
            return Vec::new();
        }
        let symbols =
            documents.iter().map(|(short, meeting)| vec![self.symbol(self.scope.symbol(&short.value, *meeting), short.span)]);
        let mut inlines = vec![Inline::text(" (", span)];
        inlines.extend(joined(symbols.collect(), ", ", span));
        inlines.push(Inline::text(")", span));
        inlines
    }

    /// A symbol, linked as far as its address is known.
    pub fn symbol(&self, text: String, span: Span) -> Inline {
        let url = self.scope.symbols.url(&text);
        Inline::Symbol { text, url, span }
    }
}

fn value(scope: &Scope, name: &str) -> Option<usize> {
    let own = || scope.documents().filter(|document| document.own);
    match name {
        "documents.count" => Some(own().count()),
        "documents.secretariat" => {
            Some(own().filter(|document| document.entry.from.as_ref().is_some_and(|from| from.value == "secretariat")).count())
        }
        "meetings.count" => Some(scope.meetings.len()),
        "recommendations.count" => Some(scope.recommendations().count()),
        _ => None,
    }
}

/// Pieces with a separator between them.
pub(super) fn joined(pieces: Vec<Vec<Inline>>, separator: &str, span: Span) -> Vec<Inline> {
    let mut out = Vec::new();
    for (at, piece) in pieces.into_iter().enumerate() {
        if at > 0 {
            out.push(Inline::text(separator, span));
        }
        out.extend(piece);
    }
    out
}

/// A paragraph that is numbered as usual.
pub(super) fn paragraph_clause(content: Vec<Inline>, span: Span) -> Block {
    Block::Clause(Clause { id: None, numbering: Numbering::Usual, heading: None, text: Some(content), body: Vec::new(), span })
}

/// A paragraph that is alone in its clause has no number.
pub(super) fn lone_paragraph(blocks: Vec<Block>) -> Vec<Block> {
    let clauses = blocks.iter().filter(|block| matches!(block, Block::Clause(_))).count();
    if clauses == 1 { blocks.into_iter().map(unnumbered).collect() } else { blocks }
}

/// A paragraph that would be numbered as usual is not; anything else keeps its numbers.
fn unnumbered(block: Block) -> Block {
    match block {
        Block::Clause(clause) if clause.numbering == Numbering::Usual => {
            Block::Clause(Clause { numbering: Numbering::None, ..clause })
        }
        other => other,
    }
}

fn take_first_paragraph(blocks: &mut Vec<Block>) -> Option<Vec<Inline>> {
    let content = match blocks.first_mut()? {
        Block::Paragraph(paragraph) => Some(std::mem::take(&mut paragraph.content)),
        Block::Clause(Clause { heading: None, text, .. }) => text.take(),
        _ => None,
    };
    if content.is_some() {
        blocks.remove(0);
    }
    content
}

fn percentage(text: &str) -> Option<u32> {
    text.strip_suffix('%')?.trim().parse().ok().filter(|width| (1..=100).contains(width))
}
