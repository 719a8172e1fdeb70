//! The walk over a resolved document, which shows a visitor all its text in the order of the page.
//!
//! The visitor is shown each line of runs and each text that is not made of runs, with the role of the line; before that, it is
//! shown the block, row, cell or note that contains the line.
//!
//! This is the only place that knows how blocks contain one another: a new kind of block is added here once. One macro defines
//! the walk twice, for visitors that read the document and for visitors that change it.

use super::*;
use crate::document::Heading;

/// The role of a line in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A line of the masthead that names the session or meeting.
    Event,
    /// The agenda item.
    AgendaItem,
    /// The label of a supplement: `Addendum 1 to`.
    Supplement,
    /// A part of the line with the document's symbol.
    Symbol,
    /// The document's date.
    Date,
    /// The original language.
    Original,
    /// A paragraph of the address.
    Address,
    /// The line that names who submits the document.
    Author,
    /// The title.
    Title,
    /// The line below the title.
    Subtitle,
    /// The label of a row of the box.
    BoxLabel,
    /// The heading of the table of contents.
    Contents,
    /// The symbol in the running header.
    Header,
    /// The footer of the first page.
    Footer,
    /// The word in the label of an annex.
    AnnexLabel,
    /// The title of an annex.
    AnnexTitle,
    /// The number of a clause.
    Number,
    /// The heading of a clause.
    Heading,
    /// The text of a clause.
    Text,
    /// The text of a clause that stands in one line with the heading.
    RunIn,
    /// A paragraph without a number.
    Paragraph,
    /// The mark of an item of a list.
    Mark,
    /// The term of an item of a list of definitions.
    Term,
    /// The text of an item of a list.
    Item,
    /// The word in the label of a caption.
    CaptionLabel,
    /// The text of a caption.
    Caption,
    /// The heading of a column of a table, or of a group of columns.
    Column,
    /// A line that belongs to a table: the unit of its figures, a note, the source.
    Legend,
    /// The text of a cell of a table.
    Cell,
    /// A text of a chart: the unit, a category, the name of a series.
    Chart,
    /// The text of a footnote.
    Note,
    /// The text of a comment for those who draft.
    Comment,
}

macro_rules! walks {
    ($module:ident, $walk:ident, $walk_blocks:ident, $node:ident, $visitor:ident [$($of:tt)*], $at:lifetime, [$($mut:tt)?], $line:ty, $words:ty, $verb:literal) => {
        pub use $module::{$node, $visitor, $walk, $walk_blocks};

        #[allow(clippy::needless_lifetimes, reason = "the walk that reads needs the names")]
        mod $module {
            #![allow(clippy::needless_lifetimes, reason = "the walk to read names the lifetime, that to change does not")]

            use super::*;

            #[doc = concat!("A part of a document that contains lines, lent to ", $verb, ".")]
            #[derive(Debug)]
            pub enum $node<'d> {
                /// A row of the box.
                BoxRow(&'d $($mut)? BoxRow),
                /// An annex.
                Annex(&'d $($mut)? Annex),
                /// A block.
                Block(&'d $($mut)? Block),
                /// An item of a list.
                Item(&'d $($mut)? Item),
                /// A row of a table.
                Row(&'d $($mut)? Row),
                /// A cell of a table.
                Cell(&'d $($mut)? Cell),
                /// A footnote.
                Note(&'d $($mut)? Note),
                /// A comment for those who draft.
                Comment(&'d $($mut)? Comment),
            }

            #[doc = concat!("A visitor that walks over a document to ", $verb, ".")]
            pub trait $visitor $($of)* {
                /// Called before the lines of a node.
                fn enter(&mut self, _: $node<$at>) {}

                /// Called for a line of runs. The footnotes and comments in it follow as lines of their own.
                fn line(&mut self, _: Role, _: &$at $($mut)? $line) {}

                /// Called for a text that is not made of runs, with the place of what it belongs to.
                fn words(&mut self, _: Role, _: &$at $($mut)? $words, _: Span) {}
            }

            #[doc = concat!("Walks over a whole document, in the order of the page, to ", $verb, ".")]
            pub fn $walk<'d>(document: &'d $($mut)? ResolvedDocument, visitor: &mut impl $visitor $($of)*) {
                let span = document.span;
                if let Some(header) = &$($mut)? document.header {
                    visitor.words(Role::Header, header, span);
                }
                front(&$($mut)? document.front, span, visitor);
                if let Some(footer) = &$($mut)? document.footer {
                    visitor.words(Role::Footer, footer, span);
                }
                if let Some(contents) = &$($mut)? document.contents {
                    visitor.words(Role::Contents, contents, span);
                }
                $walk_blocks(&$($mut)? document.body, visitor);
                for annex in &$($mut)? document.annexes {
                    visitor.enter($node::Annex(annex));
                    annex_label(&$($mut)? annex.label, annex.span, visitor);
                    line(Role::AnnexTitle, &$($mut)? annex.title, visitor);
                    $walk_blocks(&$($mut)? annex.body, visitor);
                }
            }

            fn annex_label<'d>(label: &'d $($mut)? Label, span: Span, visitor: &mut impl $visitor $($of)*) {
                visitor.words(Role::AnnexLabel, &$($mut)? label.word, span);
                if let Some(of) = &$($mut)? label.of {
                    annex_label(of, span, visitor);
                }
            }

            fn front<'d>(front: &'d $($mut)? Front, span: Span, visitor: &mut impl $visitor $($of)*) {
                masthead(&$($mut)? front.masthead, visitor);
                line(Role::Date, &$($mut)? front.date, visitor);
                for paragraph in &$($mut)? front.address {
                    line(Role::Address, paragraph, visitor);
                }
                line(Role::Author, &$($mut)? front.author, visitor);
                line(Role::Title, &$($mut)? front.title, visitor);
                line(Role::Subtitle, &$($mut)? front.subtitle, visitor);
                for row in &$($mut)? front.summary_box {
                    visitor.enter($node::BoxRow(row));
                    visitor.words(Role::BoxLabel, &$($mut)? row.label, span);
                    $walk_blocks(&$($mut)? row.body, visitor);
                }
            }

            fn masthead<'d>(masthead: &'d $($mut)? Masthead, visitor: &mut impl $visitor $($of)*) {
                for event in &$($mut)? masthead.event {
                    line(Role::Event, event, visitor);
                }
                line(Role::AgendaItem, &$($mut)? masthead.agenda_item, visitor);
                line(Role::Supplement, &$($mut)? masthead.supplement, visitor);
                if let Some(symbol) = &$($mut)? masthead.symbol {
                    for part in [&$($mut)? symbol.before, &$($mut)? symbol.symbol, &$($mut)? symbol.after] {
                        visitor.words(Role::Symbol, part, symbol.span);
                    }
                }
                line(Role::Date, &$($mut)? masthead.date, visitor);
                line(Role::Original, &$($mut)? masthead.original, visitor);
            }

            #[doc = concat!("Walks over blocks and what they contain, in the order of the page, to ", $verb, ".")]
            pub fn $walk_blocks<'d>(blocks: &'d $($mut)? [Block], visitor: &mut impl $visitor $($of)*) {
                for block in blocks {
                    visitor.enter($node::Block(block));
                    let span = block.span;
                    match &$($mut)? block.content {
                        Content::Clause(clause) => self::clause(clause, span, visitor),
                        Content::Paragraph(content) => line(Role::Paragraph, content, visitor),
                        Content::List(list) => self::list(list, visitor),
                        Content::Table(table) => self::table(table, span, visitor),
                        Content::Figure(figure) => caption(&$($mut)? figure.caption, span, visitor),
                        Content::Chart(chart) => self::chart(chart, span, visitor),
                        Content::Equation(equation) => self::equation(equation, visitor),
                        Content::Quote(blocks) => $walk_blocks(blocks, visitor),
                        Content::SideBySide(SideBySide { rows, .. }) => {
                            for paragraph in rows.into_iter().flatten() {
                                line(Role::Paragraph, paragraph, visitor);
                            }
                        }
                        Content::PageBreak => {}
                    }
                }
            }

            fn clause<'d>(clause: &'d $($mut)? Clause, span: Span, visitor: &mut impl $visitor $($of)*) {
                if let Some(number) = &$($mut)? clause.number {
                    visitor.words(Role::Number, &$($mut)? number.label, span);
                }
                let role = if clause.heading.is_some() { Role::RunIn } else { Role::Text };
                if let Some(heading) = &$($mut)? clause.heading {
                    line(Role::Heading, heading, visitor);
                }
                if let Some(text) = &$($mut)? clause.text {
                    line(role, text, visitor);
                }
                $walk_blocks(&$($mut)? clause.body, visitor);
            }

            fn list<'d>(list: &'d $($mut)? List, visitor: &mut impl $visitor $($of)*) {
                for item in &$($mut)? list.items {
                    visitor.enter($node::Item(item));
                    visitor.words(Role::Mark, &$($mut)? item.label, item.span);
                    line(Role::Term, &$($mut)? item.term, visitor);
                    line(Role::Item, &$($mut)? item.content, visitor);
                    $walk_blocks(&$($mut)? item.body, visitor);
                }
            }

            fn table<'d>(table: &'d $($mut)? Table, span: Span, visitor: &mut impl $visitor $($of)*) {
                let below = table.caption_below;
                if !below {
                    caption(&$($mut)? table.caption, span, visitor);
                }
                line(Role::Legend, &$($mut)? table.unit, visitor);
                for heading in table.headings().into_iter().flatten() {
                    match heading {
                        Heading::Column(at) => line(Role::Column, &$($mut)? table.columns[at].label, visitor),
                        Heading::Group(at, level) => {
                            if let Some(group) = &$($mut)? table.columns[at].groups[level] {
                                line(Role::Column, &$($mut)? group.label, visitor);
                            }
                        }
                    }
                }
                for row in &$($mut)? table.rows {
                    self::row(row, visitor);
                }
                for note in &$($mut)? table.notes {
                    line(Role::Legend, note, visitor);
                }
                if below {
                    caption(&$($mut)? table.caption, span, visitor);
                }
            }

            fn row<'d>(row: &'d $($mut)? Row, visitor: &mut impl $visitor $($of)*) {
                visitor.enter($node::Row(row));
                for cell in &$($mut)? row.cells {
                    visitor.enter($node::Cell(cell));
                    line(Role::Cell, &$($mut)? cell.content, visitor);
                    $walk_blocks(&$($mut)? cell.body, visitor);
                }
            }

            fn equation<'d>(equation: &'d $($mut)? Equation, visitor: &mut impl $visitor $($of)*) {
                if let Some(number) = &$($mut)? equation.number {
                    visitor.words(Role::Number, number, equation.span);
                }
            }

            fn chart<'d>(chart: &'d $($mut)? Chart, span: Span, visitor: &mut impl $visitor $($of)*) {
                for category in &$($mut)? chart.categories {
                    visitor.words(Role::Chart, category, span);
                }
                for series in &$($mut)? chart.series {
                    visitor.words(Role::Chart, &$($mut)? series.name, span);
                }
                visitor.words(Role::Chart, &$($mut)? chart.unit, span);
                caption(&$($mut)? chart.caption, span, visitor);
            }

            fn caption<'d>(caption: &'d $($mut)? Option<Caption>, span: Span, visitor: &mut impl $visitor $($of)*) {
                if let Some(caption) = caption {
                    visitor.words(Role::CaptionLabel, &$($mut)? caption.label.word, span);
                    line(Role::Caption, &$($mut)? caption.content, visitor);
                }
            }

            fn line<'d>(role: Role, runs: &'d $($mut)? Vec<Run>, visitor: &mut impl $visitor $($of)*) {
                visitor.line(role, runs);
                for run in runs {
                    match run {
                        Run::Note(note) => {
                            visitor.enter($node::Note(note));
                            line(Role::Note, &$($mut)? note.content, visitor);
                        }
                        Run::Comment(comment) => {
                            visitor.enter($node::Comment(comment));
                            line(Role::Comment, &$($mut)? comment.content, visitor);
                        }
                        Run::Text(_) | Run::Equation(_) | Run::Break => {}
                    }
                }
            }
        }
    };
}

walks!(read, walk, walk_blocks, Node, Visitor [<'d>], 'd, [], [Run], str, "read it");
walks!(change, walk_mut, walk_blocks_mut, NodeMut, VisitorMut [], '_, [mut], Vec<Run>, String, "change it");
