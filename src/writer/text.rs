//! Plain text: one line for each block. Numbers and marks are followed by a tab, cells of a row are separated by tabs, footnotes
//! are at the end, alternative texts of pictures are in brackets, and the figures of a chart are a table whose lines begin with a
//! bar.

use super::{Job, Written, pages, plain};
use crate::diagnostic::SourceResult;
use crate::layout::{self, BoxRow, Item, Row, Table, flow};
use crate::resolved::{
    self, Block, Caption, Chart, Content, Front, Node, Note, Number, ResolvedDocument, Run, Visitor, heading_text, plain_text,
    walk,
};

/// Writes the plain text of a document.
///
/// # Errors
/// Messages that say why there can be no pages, if a table of contents or a reference needs their numbers.
pub fn write(job: &Job) -> SourceResult<Written> {
    let layout = job.layout()?;
    let document = &*pages::filled_in(job.document, &layout);
    let flow = flow(document, job.house);
    let mut text = TextBuilder::default();
    text.front(&document.front, &flow.summary_box);
    if let Some(title) = &document.contents {
        text.line(std::slice::from_ref(title));
        text.contents(document, &layout.headings);
    }
    text.blocks(&flow.body);
    for annex in &flow.annexes {
        [annex.label.text()].iter().filter(|label| !label.is_empty()).for_each(|label| text.line(std::slice::from_ref(label)));
        text.words(annex.title);
        text.blocks(&annex.body);
    }
    text.notes();
    Ok(plain(text.out.into_bytes()))
}

#[derive(Default)]
struct TextBuilder<'d> {
    out: String,
    notes: Vec<&'d Note>,
}

impl<'d> TextBuilder<'d> {
    fn front(&mut self, front: &'d Front, summary_box: &'d [BoxRow]) {
        let masthead = &front.masthead;
        masthead.event.iter().for_each(|line| self.words(line));
        masthead.logo.iter().for_each(|logo| self.alt_text(&logo.alt));
        self.words(&masthead.agenda_item);
        // these lines are generated and have no footnotes
        masthead.document_lines().iter().for_each(|line| self.line(&[plain_text(line)]));
        front.opening().for_each(|line| self.words(line));
        [&front.author, &front.title, &front.subtitle].into_iter().for_each(|line| self.words(line));
        for row in summary_box {
            self.line(&[row.label.to_string()]);
            self.blocks(&row.body);
        }
    }

    /// Adds a line of cells, unless all are empty.
    fn line(&mut self, cells: &[String]) {
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str(&cells.join("\t"));
            self.out.push('\n');
        }
    }

    fn words(&mut self, runs: &'d [Run]) {
        self.line(&[plain_text(runs)]);
        self.keep_notes(runs);
    }

    fn marked(&mut self, mark: &str, runs: &'d [Run]) {
        self.line(&[mark.to_string(), plain_text(runs)]);
        self.keep_notes(runs);
    }

    fn numbered(&mut self, number: Option<&Number>, runs: &'d [Run]) {
        match number {
            Some(number) => self.marked(&number.label, runs),
            None => self.words(runs),
        }
    }

    fn keep_notes(&mut self, runs: &'d [Run]) {
        self.notes.extend(runs.iter().filter_map(|run| match run {
            Run::Note(note) => Some(note),
            Run::Text(_) | Run::Comment(_) | Run::Equation(_) | Run::Break => None,
        }));
    }

    fn caption(&mut self, caption: Option<&'d Caption>) {
        if let Some(caption) = caption {
            self.line(&[caption.words()]);
            self.keep_notes(&caption.content);
        }
    }

    /// Adds the table of contents: a line for each heading, with its page after a tab.
    fn contents(&mut self, document: &ResolvedDocument, pages: &[u32]) {
        let mut headings = Headings::default();
        walk(document, &mut headings);
        for ((level, mut cells), page) in headings.0.into_iter().zip(pages) {
            if level <= super::docx::DEEPEST {
                cells.push(page.to_string());
                self.line(&cells);
            }
        }
    }

    fn blocks(&mut self, blocks: &'d [layout::Block]) {
        for block in blocks {
            match block {
                layout::Block::Heading(heading) => self.numbered(heading.number, heading.content),
                layout::Block::Paragraph(paragraph) => self.numbered(paragraph.number, &paragraph.content),
                layout::Block::List(list) => list.items.iter().for_each(|item| self.item(item)),
                layout::Block::Table(table) => self.table(table),
                layout::Block::Figure(layout::Figure { figure, .. }) => {
                    self.alt_text(&figure.picture.alt);
                    self.caption(figure.caption.as_ref());
                }
                layout::Block::Chart(chart) => {
                    self.alt_text(chart.alt());
                    self.figures(chart.chart);
                    self.caption(chart.chart.caption.as_ref());
                }
                layout::Block::Equation(layout::Equation { equation, .. }) => {
                    self.line(&[vec![equation.math.linear()], equation.number.iter().cloned().collect()].concat());
                }
                layout::Block::SideBySide(side_by_side) => side_by_side.block.rows.iter().for_each(|row| {
                    self.line(&row.iter().map(|paragraph| plain_text(paragraph).trim_start().to_string()).collect::<Vec<_>>());
                    row.iter().for_each(|paragraph| self.keep_notes(paragraph));
                }),
                layout::Block::PageBreak => {}
                layout::Block::Quote { body: blocks, .. } | layout::Block::Landscape(blocks) => self.blocks(blocks),
            }
        }
    }

    /// Adds the alternative text of a picture or chart.
    fn alt_text(&mut self, alt: &str) {
        self.line(&[format!("[{alt}]")]);
    }

    /// Adds the figures of a chart as a table whose lines begin with a bar.
    fn figures(&mut self, chart: &Chart) {
        let line = |name: &str, cells: Vec<String>| [vec!["|".into(), name.to_string()], cells].concat();
        self.line(&line("", chart.categories.clone()));
        for series in &chart.series {
            self.line(&line(&series.name, series.values.iter().map(f64::to_string).collect()));
        }
    }

    fn item(&mut self, item: &'d Item) {
        match item.term {
            [] => self.marked(item.label, item.content),
            term => {
                self.line(&[[&plain_text(term), resolved::Item::AFTER_TERM, &plain_text(item.content)].concat()]);
                [term, item.content].into_iter().for_each(|runs| self.keep_notes(runs));
            }
        }
        self.blocks(&item.body);
    }

    fn table(&mut self, table: &'d Table) {
        self.caption(table.caption.filter(|_| !table.caption_below));
        self.words(table.unit);
        table.header.iter().chain(&table.rows).for_each(|row| self.row(row));
        table.notes.iter().for_each(|note| self.words(note));
        self.caption(table.caption.filter(|_| table.caption_below));
    }

    /// Adds a row. The blocks below the text of a cell follow the text in the same cell; a cell stands in its first column and its
    /// first row.
    fn row(&mut self, row: &'d Row) {
        let mut cells = Vec::new();
        for cell in &row.cells {
            let mut inner = Self::default();
            inner.words(&cell.content);
            inner.blocks(&cell.body);
            let words = inner.out.strip_suffix('\n').unwrap_or(&inner.out);
            cells.resize(cell.column, String::new());
            cells.push(words.replace(['\n', '\t'], " "));
            self.notes.extend(inner.notes);
        }
        self.line(&cells);
    }

    fn notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.line(&[format!("[{}]", note.number), plain_text(&note.content)]);
        }
    }
}

/// The headings of a document: for each its level, and the cells of its line in the table of contents.
#[derive(Default)]
struct Headings(Vec<(u8, Vec<String>)>);

impl<'d> Visitor<'d> for Headings {
    fn enter(&mut self, node: Node<'d>) {
        match node {
            Node::Annex(annex) => self.0.push((annex.depth.saturating_add(1), vec![annex.outline_text()])),
            Node::Block(Block { content: Content::Clause(clause), .. }) => {
                if let (Some(level), Some(heading)) = (clause.level, &clause.heading) {
                    let number = clause.number.iter().map(|number| number.label.clone());
                    self.0.push((level, number.chain([heading_text(heading)]).collect()));
                }
            }
            Node::Block(_)
            | Node::BoxRow(_)
            | Node::Item(_)
            | Node::Row(_)
            | Node::Cell(_)
            | Node::Note(_)
            | Node::Comment(_) => {}
        }
    }
}
