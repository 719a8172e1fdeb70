//! What the columns of a table need: the widths of the pieces of their cells, measured in the type of the table.

use super::cells::{Cell, header};
use super::decimal::Decimals;
use super::flow::{Builder, strong};
use super::measure::{Line, Type};
use super::metrics::{NARROWEST_TEXT, SHORTEST_PART, SLACK, WIDEST, cell_margins, total, type_size};
use crate::document::{Extent, ListKind};
use crate::resolved::{self, Block, Content, Item, Run, Text};

/// The number of rows of a long table by which it is seen where there is text.
const ROWS_THAT_SHOW: usize = 120;

/// What a column needs, in twips, the margins of its cells included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Need {
    /// The width in which no symbol and no figure is divided, and the parts of words have some letters.
    pub firm: u32,
    /// The width in which no word is divided.
    pub word: u32,
    /// The width in which no word is divided, and a text has several words on a line.
    pub least: u32,
    /// The width in which each line of a cell has room.
    pub whole: u32,
    /// The share of the width of the page that the author gives.
    pub share: Option<u32>,
}

/// The lines of a cell.
#[derive(Debug, Clone)]
pub struct CellLines {
    /// The index of the first column of the cell.
    pub column: usize,
    /// How many columns the cell takes up.
    pub columns: usize,
    /// How many rows the cell takes up.
    pub rows: usize,
    /// True if the cell is the heading of a column, which may have two lines where the cells below have less text.
    pub heads: bool,
    /// The lines, without the margins of the cell.
    pub lines: Vec<Line>,
}

impl CellLines {
    fn of(column: usize, extent: Extent, lines: Vec<Line>, heads: bool) -> Self {
        Self { column, columns: extent.columns as usize, rows: extent.rows as usize, heads, lines }
    }
}

/// What a table needs in one type size.
#[derive(Debug, Clone)]
pub struct Needs {
    /// The columns.
    pub columns: Vec<Need>,
    /// The cells of each row, those of the header first.
    pub rows: Vec<Vec<CellLines>>,
    /// How many rows the header has.
    pub header_rows: usize,
    /// The margins of a cell at the left and right together, in twips.
    pub margins: u32,
}

impl Needs {
    /// Measures a table in usual or in small type.
    pub fn of(table: &resolved::Table, builder: &Builder, dense: bool) -> Self {
        let measure = Type { house: builder.house, size: type_size(builder.house, dense) };
        let head = |cell: Cell| CellLines::of(cell.column, cell.extent, measure.lines(&cell.content, true), true);
        let mut rows: Vec<Vec<_>> =
            header(table, dense).into_iter().map(|row| row.cells.into_iter().map(head).collect()).collect();
        let header_rows = rows.len();
        let decimals = Decimals::of(table, builder.house, builder.decimal_sign);
        rows.extend(table.rows.iter().zip(table.placed()).map(|(row, placed)| {
            let line = |(at, (column, cell)): (usize, (usize, &resolved::Cell))| {
                let indent = u32::from(if at == 0 { row.indent } else { 0 }) * 1000 + decimals.room_after(cell, column);
                let bold = !row.kind.is_plain() || table.header_column && column == 0;
                let lines = LinesOfBlocks::of(cell, builder, measure, bold).into_iter();
                CellLines::of(column, cell.extent, lines.map(|line| line.indented(measure.twips(indent))).collect(), false)
            };
            placed.into_iter().enumerate().map(line).collect()
        }));
        let columns = table.columns.iter().map(|column| Need { share: column.width, ..Need::default() }).collect();
        Self { columns, rows, header_rows, margins: cell_margins(dense) + SLACK }.with_columns(measure)
    }

    /// Adds up what each column needs: first for the cells that take up one column, then for those that take up several.
    fn with_columns(mut self, measure: Type) -> Self {
        let mut columns = std::mem::take(&mut self.columns);
        let mut cells: Vec<&CellLines> = self.rows.iter().flatten().collect();
        cells.sort_by_key(|cell| cell.columns);
        for cell in cells {
            let end = columns.len().min(cell.column + cell.columns);
            let of = &mut columns[cell.column..end];
            cell.lines.iter().for_each(|line| widen(of, self.needed(*line, cell.heads, measure)));
        }
        Self { columns, ..self }
    }

    /// Returns what a column needs for a line.
    fn needed(&self, line: Line, heads: bool, measure: Type) -> Need {
        let with_margins = |width: u32| width.min(WIDEST) + self.margins;
        let firm = line.firm.max(line.word.min(measure.twips(SHORTEST_PART)));
        let whole = if heads { line.word.max(line.whole / 20 * 13) } else { line.whole };
        let least = line.word.max(whole.min(measure.twips(NARROWEST_TEXT)));
        let [firm, word, least, whole] = [firm, line.word, least, whole].map(with_margins);
        Need { firm, word, least, whole, share: None }
    }

    /// Returns how many lines each row has if the columns have these widths, that of the header first.
    pub fn heights(&self, widths: &[u32]) -> Vec<usize> {
        self.rows.iter().map(|row| self.height(row, widths)).collect()
    }

    /// Returns how many lines all rows have together, or, of a long table, as many rows as show how much text there is.
    pub fn lines(&self, widths: &[u32]) -> usize {
        self.telling_rows().map(|row| self.height(row, widths)).sum()
    }

    /// Returns how many lines of cells have to be looked at to know how many lines all rows have.
    pub fn cells(&self) -> usize {
        self.telling_rows().flatten().map(|cell| cell.lines.len().max(1)).sum()
    }

    fn telling_rows(&self) -> impl Iterator<Item = &Vec<CellLines>> {
        self.rows.iter().step_by(self.rows.len().div_ceil(ROWS_THAT_SHOW).max(1))
    }

    fn height(&self, row: &[CellLines], widths: &[u32]) -> usize {
        let of_cell = |cell: &CellLines| {
            let width = total(widths.iter().skip(cell.column).take(cell.columns).copied());
            let room = width.saturating_sub(self.margins).max(1);
            cell.lines.iter().map(|line| lines_of(line.whole, room)).sum::<usize>().div_ceil(cell.rows.max(1))
        };
        row.iter().map(of_cell).max().unwrap_or(0).max(1)
    }

    /// Returns how much text stands in each column alone, in twips of all its lines.
    pub fn text(&self) -> Vec<u64> {
        let mut text = vec![0; self.columns.len()];
        for cell in self.rows.iter().flatten().filter(|cell| cell.columns == 1) {
            text[cell.column] += cell.lines.iter().map(|line| u64::from(line.whole)).sum::<u64>();
        }
        text
    }
}

/// Widens columns that a cell takes up together until they have what it needs, each by the same width. The whole line counts only for a
/// cell of one column: a long one over several columns is no reason for wide columns.
fn widen(columns: &mut [Need], need: Need) {
    let count = (columns.len() as u32).max(1);
    let alone = count == 1;
    let missing = |part: fn(&Need) -> u32, needed: u32| {
        let all = total(columns.iter().map(part));
        needed.saturating_sub(all).div_ceil(count)
    };
    let firm = missing(|column| column.firm, need.firm);
    let word = missing(|column| column.word, need.word);
    let least = missing(|column| column.least, if alone { need.least } else { need.word });
    let whole = if alone { missing(|column| column.whole, need.whole) } else { 0 };
    for column in columns {
        column.firm += firm;
        column.word = (column.word + word).max(column.firm);
        column.least = (column.least + least).max(column.word);
        column.whole = (column.whole + whole).max(column.least);
    }
}

/// Returns how many lines a text takes in `room`. Lines are not full to the end, since words are not divided.
fn lines_of(whole: u32, room: u32) -> usize {
    if whole <= room { 1 } else { (u64::from(whole) * 21 / 20).div_ceil(u64::from(room)).max(2) as usize }
}

/// The lines of the blocks in a cell.
struct LinesOfBlocks<'b, 'h> {
    builder: &'b Builder<'h>,
    measure: Type<'b>,
    lines: Vec<Line>,
}

impl<'b, 'h> LinesOfBlocks<'b, 'h> {
    /// Returns the lines of a cell, and of the blocks below its text.
    fn of(cell: &resolved::Cell, builder: &'b Builder<'h>, measure: Type<'b>, bold: bool) -> Vec<Line> {
        let mut lines = Self { builder, measure, lines: measure.lines(&cell.content, bold) };
        lines.blocks(&cell.body, 0);
        lines.lines
    }

    fn line(&mut self, runs: &[Run], indent: u32) {
        let lines = self.measure.lines(runs, false);
        self.lines.extend(lines.into_iter().map(|line| line.indented(indent)));
    }

    /// Adds the lines of blocks that are indented by `indent` twips.
    fn blocks(&mut self, blocks: &[Block], indent: u32) {
        let step = self.measure.house.step;
        for block in blocks {
            match &block.content {
                Content::Paragraph(content) => self.line(content, indent),
                Content::Clause(clause) => {
                    let mark = if clause.number.is_some() { step } else { 0 };
                    clause.heading.iter().chain(&clause.text).for_each(|runs| self.line(runs, indent + mark));
                    self.blocks(&clause.body, indent);
                }
                Content::List(list) => list.items.iter().for_each(|item| {
                    match list.kind {
                        ListKind::Definitions => self.line(&definition(item), indent),
                        _ => self.line(&item.content, indent + step),
                    }
                    self.blocks(&item.body, indent + step);
                }),
                Content::Quote(blocks) => self.blocks(blocks, indent + 2 * step),
                Content::Table(table) => self.table(table, indent),
                Content::SideBySide(block) => block.rows.iter().flatten().for_each(|runs| self.line(runs, indent)),
                // they are as wide as there is room
                Content::Figure(_) | Content::Chart(_) | Content::Equation(_) | Content::PageBreak => {}
            }
        }
    }

    /// Adds a line for each row of a table in the cell.
    fn table(&mut self, table: &resolved::Table, indent: u32) {
        let needs = Needs::of(table, self.builder, false);
        let sum = |part: fn(&Need) -> u32| total(needs.columns.iter().map(part));
        let line = Line { whole: sum(|column| column.whole), word: sum(|column| column.word), firm: sum(|column| column.firm) };
        self.lines.extend(needs.rows.iter().map(|_| line.indented(indent)));
    }
}

/// Returns the term of an item with what it means, as a definition has them in one line.
fn definition(item: &Item) -> Vec<Run> {
    let separator = Run::Text(Text { text: Item::AFTER_TERM.into(), ..Text::default() });
    item.term.iter().map(strong).chain([separator]).chain(item.content.iter().cloned()).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::house::House;
    use crate::resolved::{Cell, Clause, Column, List, Number, Row, Table};
    use crate::source::{BlockId, Span};

    /// Returns what a builder of the house style of the Council finds.
    pub fn with_builder<T>(found: impl FnOnce(&Builder) -> T) -> T {
        let house = House::load(&Assets::default(), "itu-council").expect("a house style of ours");
        found(&Builder { house: &house, decimal_sign: ".", faults: Default::default() })
    }

    /// Returns a text as a line.
    pub fn line(text: &str) -> Vec<Run> {
        vec![Run::Text(Text { text: text.into(), ..Text::default() })]
    }

    /// Returns a table with these headings and rows.
    pub fn table(heads: &[&str], rows: &[&[&str]]) -> Table {
        let column = |head: &&str| Column { label: line(head), width: None, align: Default::default(), groups: Vec::new() };
        let cell = |text: &&str| Cell { content: line(text), ..Cell::default() };
        let row = |cells: &&[&str]| Row { cells: cells.iter().map(cell).collect(), ..Row::default() };
        Table {
            caption: None,
            caption_below: false,
            unit: Vec::new(),
            notes: Vec::new(),
            columns: heads.iter().map(column).collect(),
            header_column: false,
            wide: None,
            rows: rows.iter().map(row).collect(),
        }
    }

    #[test]
    fn a_column_needs_its_longest_word_and_its_longest_figure() {
        let of =
            |heads: &[&str], rows: &[&[&str]]| with_builder(|builder| Needs::of(&table(heads, rows), builder, false).columns[0]);
        let figure = of(&["A"], &[&["1 234 567"]]);
        assert!(figure.firm == figure.word && figure.word <= figure.least && figure.least == figure.whole, "{figure:?}");
        let word = of(&["A"], &[&["Internationalization"]]);
        assert!(word.firm < word.word && word.word == word.whole, "{word:?}");
        let text = of(&["A"], &[&["as it is in a text of many short words"]]);
        assert!(text.word < text.least && text.least < text.whole / 2, "{text:?}");
        assert!(of(&["Internationalization"], &[]).word > word.word, "headings are bold");
        assert!(
            of(&["Documents of the secretariat"], &[&["1"]]).whole < of(&["A"], &[&["Documents of the secretariat"]]).whole,
            "in two lines"
        );
    }

    #[test]
    fn a_cell_of_several_columns_widens_all_of_them() {
        let needs = |columns: u32, text: &str| {
            let mut of = table(&["A", "B"], &[&["12", "12"], &[text]]);
            of.rows[1].cells[0].extent.columns = columns;
            with_builder(|builder| Needs::of(&of, builder, false).columns)
        };
        let [alone, together] = [needs(1, "CWG-1234567890-38/7"), needs(2, "CWG-1234567890-38/7")];
        assert!(alone[0].least > alone[1].least * 2, "{alone:?}");
        assert_eq!(together[0], together[1]);
        assert!(together[0].firm * 2 >= alone[0].firm && together[0].firm < alone[0].firm, "{together:?}");
        assert_eq!(needs(2, "one and two and three and four"), needs(2, "three"), "a line of several words widens nothing");
    }

    #[test]
    fn numbers_and_terms_take_room_in_a_cell() {
        let whole = |content: Content| {
            let mut of = table(&["A"], &[&[""]]);
            of.rows[0].cells[0].body = vec![Block { id: BlockId::default(), anchor: None, content, span: Span::NONE }];
            with_builder(|builder| Needs::of(&of, builder, false).columns[0].whole)
        };
        let clause = |number| {
            let text = Some(line("some words"));
            Content::Clause(Clause { number, level: None, heading: None, text, body: Vec::new() })
        };
        let (id, label, span) = (BlockId::default(), String::new(), Span::NONE);
        let (term, content) = (line("Term"), line("some words"));
        let item = Item { id, anchor: None, label, given: false, term, content, body: Vec::new(), span };
        let definition = Content::List(List { kind: ListKind::Definitions, start: 1, items: vec![item] });
        let alone = whole(clause(None));
        assert!(whole(clause(Some(Number { label: "1".into(), depth: 1, given: true }))) > alone);
        assert!(whole(definition) > alone);
    }

    #[test]
    fn rows_are_as_high_as_their_highest_cell() {
        let table = table(&["A", "B"], &[&["1", "one two three four five six seven"], &["1", "2"]]);
        let needs = with_builder(|builder| Needs::of(&table, builder, false));
        assert_eq!(needs.heights(&[1000, 9000]), [1, 1, 1]);
        assert!(needs.heights(&[1000, 1000])[1] > 3);
        assert_eq!(needs.lines(&[1000, 9000]), 3);
    }
}
