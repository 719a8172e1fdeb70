//! Plain text: a line a block. Numbers and marks stand before a tab, cells of a row between tabs, footnotes at the end; what a picture shows
//! stands in brackets, and the figures of a chart after bars.

use super::{Job, Written, plain};
use crate::diagnostic::SourceResult;
use crate::resolved::{Block, Caption, Chart, Item, Number, ResolvedDocument, Run, plain_text};

/// Writes it.
pub fn write(job: &Job) -> SourceResult<Written> {
    let document = job.document;
    let mut text = Text::default();
    for line in &document.masthead.left {
        text.line(&[plain_text(line)]);
    }
    document.masthead.logo.iter().for_each(|logo| text.shown(&logo.alt));
    text.line(&[plain_text(&document.masthead.agenda_item)]);
    for line in
        document.masthead.right.iter().chain(&document.opening).chain([&document.author, &document.title, &document.subtitle])
    {
        text.line(&[plain_text(line)]);
        text.remember(line);
    }
    for row in &document.summary_box {
        text.line(std::slice::from_ref(&row.label));
        for paragraph in &row.paragraphs {
            text.words(paragraph);
        }
    }
    if let Some(title) = &document.contents {
        text.line(std::slice::from_ref(title));
        text.contents(document, &job.layout()?.headings);
    }
    text.blocks(&document.body);
    for annex in &document.annexes {
        text.line(std::slice::from_ref(&annex.label));
        text.words(&annex.title);
        text.blocks(&annex.body);
    }
    text.notes();
    Ok(plain(text.out.into_bytes()))
}

#[derive(Default)]
struct Text<'d> {
    out: String,
    notes: Vec<&'d crate::resolved::Note>,
}

impl<'d> Text<'d> {
    /// A line of cells; nothing if all are empty.
    fn line(&mut self, cells: &[String]) {
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str(&cells.join("\t"));
            self.out.push('\n');
        }
    }

    fn words(&mut self, runs: &'d [Run]) {
        self.line(&[plain_text(runs)]);
        self.remember(runs);
    }

    fn marked(&mut self, mark: &str, runs: &'d [Run]) {
        self.line(&[mark.to_string(), plain_text(runs)]);
        self.remember(runs);
    }

    fn numbered(&mut self, number: Option<&Number>, runs: &'d [Run]) {
        match number {
            Some(number) => self.marked(&number.label, runs),
            None => self.words(runs),
        }
    }

    fn remember(&mut self, runs: &'d [Run]) {
        self.notes.extend(runs.iter().filter_map(|run| match run {
            Run::Note(note) => Some(note),
            Run::Text(_) | Run::Comment(_) | Run::Break => None,
        }));
    }

    fn caption(&mut self, caption: Option<&'d Caption>) {
        if let Some(caption) = caption {
            self.line(&[format!("{}{}{}", caption.label(), Caption::SEPARATOR, plain_text(&caption.content))]);
            self.remember(&caption.content);
        }
    }

    /// A line a heading, with its page after a tab.
    fn contents(&mut self, document: &ResolvedDocument, pages: &[u32]) {
        let mut headings = Vec::new();
        gather(&document.body, &mut headings);
        for annex in &document.annexes {
            headings.push((1, vec![format!("{} {}", annex.label, plain_text(&annex.title))]));
            gather(&annex.body, &mut headings);
        }
        for ((level, mut cells), page) in headings.into_iter().zip(pages) {
            if level <= super::docx::DEEPEST {
                cells.push(page.to_string());
                self.line(&cells);
            }
        }
    }

    fn blocks(&mut self, blocks: &'d [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.numbered(heading.number.as_ref(), &heading.content),
                Block::Paragraph(paragraph) => self.numbered(paragraph.number.as_ref(), &paragraph.content),
                Block::List(list) => list.items.iter().for_each(|item| self.item(item)),
                Block::Table(table) => {
                    self.caption(table.caption.as_ref());
                    self.row(table.columns.iter().map(|column| &column.label));
                    table.rows.iter().for_each(|row| self.row(row.iter().map(|cell| &cell.content)));
                }
                Block::Figure(figure) => {
                    self.shown(&figure.alt);
                    self.caption(figure.caption.as_ref());
                }
                Block::Chart(chart) => {
                    self.shown(&chart.alt);
                    self.figures(chart);
                    self.caption(chart.caption.as_ref());
                }
                Block::PageBreak => {}
                Block::Landscape(blocks) => self.blocks(blocks),
            }
        }
    }

    /// What is seen and not read.
    fn shown(&mut self, alt: &str) {
        self.line(&[format!("[{alt}]")]);
    }

    /// The figures of a chart as a table, each line after a bar.
    fn figures(&mut self, chart: &Chart) {
        let line = |name: &str, cells: Vec<String>| [vec!["|".into(), name.to_string()], cells].concat();
        self.line(&line("", chart.categories.clone()));
        for series in &chart.series {
            self.line(&line(&series.name, series.values.iter().map(f64::to_string).collect()));
        }
    }

    fn item(&mut self, item: &'d Item) {
        self.marked(&item.label, &item.content);
        self.blocks(&item.body);
    }

    fn row(&mut self, cells: impl Iterator<Item = &'d Vec<Run>>) {
        let cells: Vec<&Vec<Run>> = cells.collect();
        self.line(&cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>());
        cells.into_iter().for_each(|cell| self.remember(cell));
    }

    fn notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.line(&[format!("[{}]", note.number), plain_text(&note.content)]);
        }
    }
}

/// The level and the words of each heading.
fn gather(blocks: &[Block], out: &mut Vec<(u8, Vec<String>)>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                let number = heading.number.iter().map(|number| number.label.clone());
                out.push((heading.level, number.chain([plain_text(&heading.content)]).collect()));
            }
            Block::Landscape(blocks) => gather(blocks, out),
            Block::Paragraph(_) | Block::List(_) | Block::Table(_) | Block::Figure(_) | Block::Chart(_) | Block::PageBreak => {}
        }
    }
}
