//! The main part of a DOCX: blocks in the order of the page, each paragraph with its style and its identity.
//!
//! [`DocumentXml`] is one type in several files: the front, lists, tables, pictures, charts, sections and the table of contents add
//! their methods in files of these names, and call one another, since cells and items contain blocks.

use super::bookmark::Bookmarks;
use super::comment::Comments;
use super::contents::Entry;
use super::link::Links;
use super::note::Notes;
use super::numbering::Numbering;
use super::paragraph::{ListPlace, ParagraphProperties, bookmarked, field, push};
use super::picture::Pictures;
use super::run::{RunWriter, words};
use super::section::Sections;
use crate::house::House;
use crate::layout::{Annex, Block, Flow, Heading, Paragraph, flow};
use crate::resolved::{Label, Number, Run, heading_text, outline_text};
use crate::writer::Job;

/// The styles of headings by level. Their names are those of Word and of ITU's templates.
const HEADINGS: [&str; 9] =
    ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6", "Heading7", "Heading8", "Heading9"];

/// The main part while it is written, and what other parts need of it.
pub struct DocumentXml<'a> {
    /// The house style.
    pub house: &'a House,
    /// True if the script of the document runs from right to left.
    pub rtl: bool,
    /// The XML that is written so far.
    pub out: String,
    /// The names of bookmarks, by which references and paragraphs are known.
    pub bookmarks: Bookmarks,
    /// The numbers of clauses and the marks of lists.
    pub numbering: Numbering<'a>,
    /// The links of the main part.
    pub links: Links,
    /// The footnotes.
    pub notes: Notes,
    /// The comments.
    pub comments: Comments,
    /// The pictures.
    pub pictures: Pictures,
    /// The charts.
    pub charts: Vec<super::chart::Chart>,
    /// For each list around the block that is being written: its level, and whether it is indented as far as the text of numbered
    /// paragraphs.
    pub lists: Vec<(u8, bool)>,
    /// The look of paragraphs while a cell or the box is written.
    pub apart: Option<Apart>,
    /// The headings that are written so far, for the table of contents.
    pub headings: Vec<Entry>,
    /// True if the masthead shows the symbol of the running header, so that a field of the header can take it from there.
    pub symbol_shown: bool,
    /// For each level of annexes, how many annexes with appendices of that level there are so far.
    series: Vec<u32>,
    /// True if the next paragraph begins a new page.
    page_break: bool,
    /// The sections of the document.
    pub sections: Sections,
    /// The byte of `out` at which the table of contents is inserted in the end, if there is one.
    pub contents_at: Option<usize>,
    /// True if the next paragraph follows the title or the box.
    after_title: bool,
}

/// The look of paragraphs in a cell or in the box.
#[derive(Clone, Copy)]
pub struct Apart {
    /// The id of the style of the paragraphs.
    pub style: &'static str,
    /// The indent of all paragraphs, in twips, if they must have the same one.
    pub indent: Option<u32>,
    /// The width of the text, in twips, if it is not that of the page.
    pub width: Option<u32>,
}

/// Writes the main part of a document.
///
/// `pages` are the page numbers of its headings, for a table of contents. The measures are those of `house`, whose page may be
/// that of a Word template; the layout decides for that page, so that figures have room in the columns of a table there too.
pub fn write<'a>(job: &'a Job, house: &'a House, pages: &[u32]) -> DocumentXml<'a> {
    let flow = flow(job.document, house);
    body(job, house, &flow, pages)
}

fn body<'a>(job: &'a Job, house: &'a House, flow: &Flow, pages: &[u32]) -> DocumentXml<'a> {
    let document = job.document;
    let mut body = DocumentXml {
        house,
        rtl: document.language.direction == "rtl",
        out: String::new(),
        bookmarks: Bookmarks::of(document),
        numbering: Numbering::new(house, &document.numbers),
        links: Links::default(),
        notes: Notes::default(),
        comments: Comments::default(),
        pictures: Pictures::default(),
        charts: Vec::new(),
        lists: Vec::new(),
        apart: None,
        headings: Vec::new(),
        symbol_shown: false,
        series: Vec::new(),
        page_break: false,
        sections: Sections::of(job),
        contents_at: None,
        after_title: false,
    };
    body.front(document, &flow.summary_box);
    body.contents_at = document.contents.as_ref().map(|_| body.out.len());
    body.after_title = true;
    body.blocks(&flow.body);
    flow.annexes.iter().for_each(|annex| body.annex(annex));
    body.end(document.end_line);
    if let (Some(title), Some(at)) = (&document.contents, body.contents_at) {
        let contents = body.contents(title, pages);
        body.out.insert_str(at, &contents);
    }
    body
}

impl DocumentXml<'_> {
    /// Adds a paragraph. `content` is its runs; the bookmark `name` around them is the identity of the paragraph.
    pub fn paragraph(&mut self, look: ParagraphProperties, name: &str, content: &str) {
        let look = ParagraphProperties { page_break: std::mem::take(&mut self.page_break), ..look };
        let content = self.comments.around(bookmarked(self.bookmarks.id(), name, content));
        self.after_title = false;
        push(&mut self.out, format_args!("<w:p>{}{content}</w:p>\n", look.xml()));
    }

    /// Returns the XML of the runs of a paragraph.
    pub fn runs(&mut self, runs: &[Run]) -> String {
        self.ink(runs, false)
    }

    /// Returns the XML of the runs of a paragraph whose style is bold.
    pub fn bold_runs(&mut self, runs: &[Run]) -> String {
        self.ink(runs, true)
    }

    fn ink(&mut self, runs: &[Run], bold: bool) -> String {
        let Self { bookmarks, links, notes, comments, rtl, .. } = self;
        RunWriter { bookmarks, links, notes: Some(notes), comments: Some(comments), rtl: *rtl, bold }.write(runs)
    }

    /// Adds blocks. Those outside of lists, cells and the box may switch the orientation of the page.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let next = blocks.get(at + 1);
            if self.lists.is_empty() && self.apart.is_none() {
                self.turn(matches!(block, Block::Landscape(_)));
            }
            self.block(block, next);
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.text(paragraph),
            Block::List(list) => self.list(list),
            Block::Table(table) => {
                self.table(table);
                self.part_tables(next);
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Equation(equation) => self.equation(equation),
            Block::Chart(chart) => self.chart(chart),
            Block::SideBySide(block) => {
                self.side_by_side(block);
                self.part_tables(next);
            }
            Block::PageBreak => self.page_break = true,
            Block::Quote { body: blocks, .. } | Block::Landscape(blocks) => {
                blocks.iter().enumerate().for_each(|(at, block)| self.block(block, blocks.get(at + 1)));
            }
        }
    }

    /// Drops a page break that is waiting for the next paragraph, because a new page begins anyway.
    pub fn forget_page_break(&mut self) {
        self.page_break = false;
    }

    fn heading(&mut self, heading: &Heading) {
        let name = self.bookmarks.identity(heading.id, heading.anchor);
        let content = self.bold_runs(heading.content);
        self.remember(heading.level, heading.number, &heading_text(heading.content), &name);
        // the style is that of the level in the outline, since Word takes the level from nothing else
        let level = heading.level.clamp(1, 9);
        let list = self.numbering.heading(level, heading.number);
        self.paragraph(
            ParagraphProperties { list, ..ParagraphProperties::of(HEADINGS[usize::from(level) - 1]) },
            &name,
            &content,
        );
    }

    fn text(&mut self, paragraph: &Paragraph) {
        let name = self.bookmarks.identity(paragraph.id, paragraph.anchor);
        let content = self.runs(&paragraph.content);
        let list = paragraph.number.map(|number| self.number(number, paragraph));
        let look = match (list, self.apart) {
            (Some(_), Some(apart)) => ParagraphProperties { indent: apart.indent, ..ParagraphProperties::of(apart.style) },
            (Some(_), None) if paragraph.quote => ParagraphProperties::of("Quote"),
            (Some(_), None) => ParagraphProperties::default(),
            (None, _) => self.unnumbered(paragraph),
        };
        self.paragraph(ParagraphProperties { list, keep_next: paragraph.kept, ..look }, &name, &content);
    }

    /// Returns the place in a list that gives a paragraph its number. Apart from the running text, the text begins a step after the number.
    fn number(&mut self, number: &Number, paragraph: &Paragraph) -> ListPlace {
        if !paragraph.apart {
            return self.numbering.clause(number);
        }
        let House { step, hanging, .. } = *self.house;
        let left = step + if paragraph.quote { step } else { 0 } + if paragraph.indented { hanging } else { 0 };
        self.numbering.given(&number.label, left, step)
    }

    fn unnumbered(&self, paragraph: &Paragraph) -> ParagraphProperties {
        if let (None, Some(apart)) = (self.lists.last(), self.apart) {
            return ParagraphProperties::of(apart.style);
        }
        match self.lists.last() {
            Some(_) if !paragraph.quote => self.continued(),
            _ if paragraph.quote => ParagraphProperties::of(if paragraph.indented { "Quoteindent" } else { "Quote" }),
            _ if paragraph.indented => ParagraphProperties::of("NormalIndent"),
            _ if self.after_title => ParagraphProperties::of("Normalaftertitle"),
            _ => ParagraphProperties::default(),
        }
    }

    fn annex(&mut self, annex: &Annex) {
        let turned = self.turn(matches!(annex.body.first(), Some(Block::Landscape(_))));
        self.numbering.annex();
        // the style itself begins a new page
        self.page_break = false;
        let name = self.bookmarks.identity(annex.id, None);
        self.remember(annex.level, None, &outline_text(annex.label, annex.title), &name);
        let (mut label, mut title) = (self.annex_sequence(annex), self.bold_runs(annex.title));
        // references show the label, or the title of an annex without one
        let shown = if label.is_empty() { &mut title } else { &mut label };
        *shown = self.label(annex.anchor, std::mem::take(shown));
        // label and title are one heading with a line break, of which Word's table of contents makes a space (ISO/IEC 29500-1,
        // 17.16.5.68: unless there is `\x`)
        let between = if title.is_empty() || annex.label.word.is_empty() { "" } else { "<w:r><w:br/></w:r>" };
        let look = ParagraphProperties {
            run_on: annex.run_on && !turned,
            outline: (annex.level > 1).then_some(annex.level),
            ..ParagraphProperties::of("AnnexNoTitle")
        };
        self.paragraph(look, &name, &format!("{label}{between}{title}"));
        let below = usize::from(annex.level) + 1;
        self.series.resize(self.series.len().max(below + 1), 0);
        self.series[below] += 1;
        self.after_title = true;
        self.blocks(&annex.body);
    }

    /// Returns the label of an annex. The numbers of appendices begin anew in each annex, so each annex has a sequence of its own for them: LibreOffice would
    /// lose the switch with which a sequence begins anew.
    fn annex_sequence(&mut self, annex: &Annex) -> String {
        let mut out = String::new();
        let (mut next, mut level) = (Some(annex.label), annex.level);
        while let Some(label) = next.filter(|label| !label.word.is_empty()) {
            let is_own = out.is_empty();
            // what an appendix belongs to has the number that was counted last
            let options = if is_own { "" } else { r" \c" };
            let between = if is_own { String::new() } else { format!("<w:r>{}</w:r>", words(" ")) };
            let name = sequence_name(level, self.series.get(usize::from(level)).copied().unwrap_or(0));
            push(&mut out, format_args!("{between}{}", sequence(label, &name, options)));
            (next, level) = (label.of.as_deref(), level.saturating_sub(1));
        }
        out
    }

    /// Returns a label inside the bookmark whose text references show, if any reference does.
    pub fn label(&mut self, anchor: Option<&str>, label: String) -> String {
        match anchor.and_then(|anchor| self.bookmarks.writes(anchor)) {
            Some(name) => bookmarked(self.bookmarks.id(), &name, &label),
            None => label,
        }
    }

    /// Adds the line that marks the end, as the border of an empty paragraph. If the last block is a table, Word wants a
    /// paragraph after it in any case.
    fn end(&mut self, line: bool) {
        self.page_break = false;
        if line {
            self.paragraph(ParagraphProperties::of("Endline"), "_end", "");
        } else if self.out.ends_with("</w:tbl>\n") {
            self.paragraph(ParagraphProperties::of("Tablelegend"), "_end", "");
        }
    }
}

/// Returns the XML of a label such as `Table 2`, whose number is a SEQ field; a label without a number is plain text.
/// `options` are those of the field, each with a space in front.
pub fn sequence(label: &Label, name: &str, options: &str) -> String {
    let Some(number) = label.number else { return format!("<w:r>{}</w:r>", words(&label.word)) };
    let number = field(&format!(r"SEQ {name} \* ARABIC{options}"), &format!("<w:r><w:t>{number}</w:t></w:r>"));
    format!("<w:r>{}</w:r>{number}", words(&format!("{} ", label.word)))
}

/// Returns the name of the sequence that counts annexes (level 1), or the appendices of an annex, which is the `series`th one with that level.
fn sequence_name(level: u8, series: u32) -> String {
    let of_level = match level {
        0 | 1 => return "Annex".into(),
        2 => "Appendix".into(),
        deeper => format!("Appendix{}", deeper - 1),
    };
    if series < 2 { of_level } else { format!("{of_level}_{series}") }
}
