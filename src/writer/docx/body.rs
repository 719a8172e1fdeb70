//! The body: blocks in the order of the page, each paragraph with its style and its identity.

use super::bookmark::Bookmarks;
use super::comment::Comments;
use super::contents::Entry;
use super::link::Links;
use super::note::Notes;
use super::numbering::Numbering;
use super::paragraph::{ParagraphProperties, bookmarked, field, push};
use super::picture::Pictures;
use super::run::{RunWriter, words};
use super::section::Sections;
use crate::house::House;
use crate::layout::{Annex, Block, Flow, Heading, Paragraph, flow};
use crate::resolved::{Label, Run};
use crate::writer::Job;

/// Styles of headings by level; their names are ITU's and Word's.
const HEADINGS: [&str; 9] =
    ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6", "Heading7", "Heading8", "Heading9"];

/// The body being written, and what it gathers for other parts.
pub struct DocumentXml<'a> {
    /// The house style.
    pub house: &'a House,
    /// Whether the document runs from right to left.
    pub rtl: bool,
    /// What is written.
    pub out: String,
    /// Names of places and paragraphs.
    pub bookmarks: Bookmarks,
    /// Lists and numbers.
    pub numbering: Numbering<'a>,
    /// Links of the body.
    pub links: Links,
    /// Footnotes.
    pub notes: Notes,
    /// Comments.
    pub comments: Comments,
    /// Pictures.
    pub pictures: Pictures,
    /// Charts.
    pub charts: Vec<super::chart::Chart>,
    /// The lists that what is written is in: level, and whether indented.
    pub lists: Vec<(u8, bool)>,
    /// In a cell or in the box: how that looks to what stands in it.
    pub apart: Option<Apart>,
    /// Headings, for a table of contents.
    pub headings: Vec<Entry>,
    /// Whether the masthead shows the symbol of the running header, so that a field can take it from there.
    pub symbol_shown: bool,
    /// Whether the next paragraph begins a page.
    page_break: bool,
    /// Headers, footers and pages.
    pub sections: Sections,
    /// Where in `out` the table of contents will stand, if there is one.
    pub contents_at: Option<usize>,
    /// Whether what comes follows the title or the box.
    after_title: bool,
}

/// What a cell or the box is to what stands in it.
#[derive(Clone, Copy)]
pub struct Apart {
    /// The style of the paragraphs.
    pub style: &'static str,
    /// Where all paragraphs begin, if they have to begin in one line, in twips.
    pub indent: Option<u32>,
    /// The width of the text, if it is not that of the page, in twips.
    pub width: Option<u32>,
}

/// Writes the body of a document; its headings are on these pages, for a table of contents. Its measures are those of `house`, whose page may be that of
/// a Word file which a secretariat gives; the decisions of the page are the same as in the PDF.
pub fn write<'a>(job: &'a Job, house: &'a House, pages: &[u32]) -> DocumentXml<'a> {
    let flow = flow(job.document, job.house);
    body(job, house, &flow, pages)
}

fn body<'a>(job: &'a Job, house: &'a House, flow: &Flow, pages: &[u32]) -> DocumentXml<'a> {
    let document = job.document;
    let mut body = DocumentXml {
        house,
        rtl: document.language.direction == "rtl",
        out: String::new(),
        bookmarks: Bookmarks::of(document),
        numbering: Numbering::new(house),
        links: Links::default(),
        notes: Notes::default(),
        comments: Comments::default(),
        pictures: Pictures::default(),
        charts: Vec::new(),
        lists: Vec::new(),
        apart: None,
        headings: Vec::new(),
        symbol_shown: false,
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
    /// Adds a paragraph; the bookmark `name` around its content is its identity.
    pub fn paragraph(&mut self, look: ParagraphProperties, name: &str, content: &str) {
        let look = ParagraphProperties { page_break: std::mem::take(&mut self.page_break), ..look };
        let content = self.comments.around(bookmarked(self.bookmarks.id(), name, content));
        self.after_title = false;
        push(&mut self.out, format_args!("<w:p>{}{content}</w:p>\n", look.xml()));
    }

    /// The runs of a paragraph.
    pub fn runs(&mut self, runs: &[Run]) -> String {
        self.ink(runs, false)
    }

    /// The runs of a paragraph whose style is bold.
    pub fn bold_runs(&mut self, runs: &[Run]) -> String {
        self.ink(runs, true)
    }

    fn ink(&mut self, runs: &[Run], bold: bool) -> String {
        let Self { bookmarks, links, notes, comments, rtl, .. } = self;
        RunWriter { bookmarks, links, notes: Some(notes), comments: Some(comments), rtl: *rtl, bold }.write(runs)
    }

    /// A block after another.
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
            Block::Paragraph(paragraph) => self.text(paragraph, matches!(next, Some(Block::List(_)))),
            Block::List(list) => self.list(list),
            Block::Table(table) => {
                self.table(table);
                self.part_tables(next);
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Chart(chart) => self.chart(chart),
            Block::PageBreak => self.page_break = true,
            Block::Quote { body: blocks, .. } | Block::Landscape(blocks) => {
                blocks.iter().enumerate().for_each(|(at, block)| self.block(block, blocks.get(at + 1)));
            }
        }
    }

    /// A new page begins in any case.
    pub fn forget_page_break(&mut self) {
        self.page_break = false;
    }

    fn heading(&mut self, heading: &Heading) {
        let name = self.bookmarks.identity(heading.id, heading.anchor);
        let content = self.bold_runs(heading.content);
        self.remember(heading.level, heading.number, &words_alone(heading.content), &name);
        // the style is that of the level in the outline, which Word takes from nothing else
        let level = heading.level.clamp(1, 9);
        let list = self.numbering.heading(level, heading.number);
        self.paragraph(
            ParagraphProperties { list, ..ParagraphProperties::of(HEADINGS[usize::from(level) - 1]) },
            &name,
            &content,
        );
    }

    /// A paragraph that leads to a list stays on its first item's page.
    fn text(&mut self, paragraph: &Paragraph, leads: bool) {
        let name = self.bookmarks.identity(paragraph.id, paragraph.anchor);
        let content = self.runs(&paragraph.content);
        let list = paragraph.number.map(|number| self.numbering.clause(number));
        let look = if list.is_some() { ParagraphProperties::default() } else { self.unnumbered(paragraph) };
        self.paragraph(ParagraphProperties { list, keep_next: leads, ..look }, &name, &content);
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
        self.turn(matches!(annex.body.first(), Some(Block::Landscape(_))));
        self.numbering.annex();
        // the style begins a page
        self.page_break = false;
        let name = self.bookmarks.identity(annex.id, None);
        self.remember(1, None, &format!("{} {}", annex.label.text(), words_alone(annex.title)), &name);
        let label = self.label(annex.anchor, sequence(annex.label, "Annex"));
        let title = self.bold_runs(annex.title);
        // one heading: of a break in it Word's table of contents makes a space (ISO/IEC 29500-1, 17.16.5.68: unless there is `\x`)
        let between = if title.is_empty() { "" } else { "<w:r><w:br/></w:r>" };
        self.paragraph(ParagraphProperties::of("AnnexNoTitle"), &name, &format!("{label}{between}{title}"));
        self.after_title = true;
        self.blocks(&annex.body);
    }

    /// A label with the bookmark around it that references show.
    pub fn label(&mut self, anchor: Option<&str>, label: String) -> String {
        match anchor.and_then(|anchor| self.bookmarks.writes(anchor)) {
            Some(name) => bookmarked(self.bookmarks.id(), &name, &label),
            None => label,
        }
    }

    /// The line that marks the end is a border. Word wants a paragraph at the end in any case.
    fn end(&mut self, line: bool) {
        self.page_break = false;
        if line {
            self.paragraph(ParagraphProperties::of("Endline"), "_end", "");
        } else if self.out.ends_with("</w:tbl>\n") {
            self.paragraph(ParagraphProperties::of("Tablelegend"), "_end", "");
        }
    }
}

/// The words of a heading, without its footnotes.
fn words_alone(runs: &[Run]) -> String {
    let words = runs.iter().map(|run| match run {
        Run::Text(text) => text.text.as_str(),
        Run::Note(_) | Run::Comment(_) => "",
        Run::Break => " ",
    });
    words.collect()
}

/// A label such as `Table 2`, whose number is a SEQ field; one without a number is words.
pub fn sequence(label: &Label, name: &str) -> String {
    let Some(number) = label.number else { return format!("<w:r>{}</w:r>", words(&label.word, true)) };
    let number = field(&format!(r"SEQ {name} \* ARABIC"), &format!("<w:r><w:t>{number}</w:t></w:r>"));
    format!("<w:r>{}</w:r>{number}", words(&format!("{}\u{a0}", label.word), true))
}
