//! Tables as authors and records mean them, and the grid in which the cells of a table lie.

use super::{Block, Inline};
use crate::source::{Span, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The alignment of a cell, or of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// At the beginning of the line.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the end of the line, for figures.
    Right,
    /// At the end of the line, with the decimal signs of the column below one another.
    Decimal,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The heading of the column.
    pub label: Vec<Inline>,
    /// The width of the column, as a share of the room, of which columns without a width count one; those are as wide as their content asks for.
    pub width: Option<u32>,
    /// The alignment of the cells.
    pub align: Align,
    /// The groups around the column, from the outermost; none in the place of a group that begins at a column before.
    pub groups: Vec<Option<Group>>,
}

/// A group of columns with a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The heading of the group.
    pub label: Vec<Inline>,
    /// How many columns there are in the group.
    pub columns: u32,
}

/// How many columns and rows a cell takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Extent {
    /// The number of columns, at least 1.
    pub columns: u32,
    /// The number of rows, at least 1.
    pub rows: u32,
}

impl Default for Extent {
    fn default() -> Self {
        Self { columns: 1, rows: 1 }
    }
}

impl Extent {
    /// Returns true for a cell that takes up one column of one row.
    pub fn is_single(&self) -> bool {
        *self == Self::default()
    }
}

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    /// A row like most others.
    #[default]
    Plain,
    /// A heading over all columns, of the rows that follow until the next one.
    Section,
    /// The sums of some rows above.
    Subtotal,
    /// The sums of all rows above.
    Total,
}

impl RowKind {
    /// Returns true for a row that is usual.
    pub fn is_plain(&self) -> bool {
        *self == Self::Plain
    }

    /// Returns true for a row of sums, which is bold and has a rule above it.
    pub fn is_sum(&self) -> bool {
        matches!(self, Self::Subtotal | Self::Total)
    }
}

/// A row of a table. Its cells are those that begin in it: a cell of a row above may take up columns of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// How far the first cell is indented, in steps.
    pub indent: u8,
    /// The cells.
    pub cells: Vec<Cell>,
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Self { cells, ..Self::default() }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// The text; a marked cell without text shows the sign of its mark.
    pub content: Vec<Inline>,
    /// The blocks below the text.
    pub body: Vec<Block>,
    /// The strength of the mark, from 1; the house style has a sign and a shade for each strength.
    pub mark: Option<u8>,
    /// How many columns and rows the cell takes up.
    pub extent: Extent,
    /// The alignment, if it is not that of the column.
    pub align: Option<Align>,
    /// The place of the cell in the author's file, if an author wrote it.
    pub span: Span,
}

impl From<Vec<Inline>> for Cell {
    fn from(content: Vec<Inline>) -> Self {
        Self { content, ..Self::default() }
    }
}

impl Cell {
    /// Returns a cell without text, which shows the sign of the mark of this strength.
    pub fn marked(strength: u8) -> Self {
        Self { mark: Some(strength), ..Self::default() }
    }
}

/// A table with header rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The id by which references name the table, if the author gives one.
    pub id: Option<Text>,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
    /// True if the caption stands below the table.
    pub caption_below: bool,
    /// In what the figures are given: a line above the table; empty if there is none.
    pub unit: Vec<Inline>,
    /// The columns.
    pub columns: Vec<Column>,
    /// True if the first cell of each row is the heading of the row.
    pub header_column: bool,
    /// Whether the table stands on a landscape page; `None` leaves that to the layout.
    pub wide: Option<bool>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The lines below the table, the source of the figures last.
    pub notes: Vec<Vec<Inline>>,
    /// The place of the table in the author's file.
    pub span: Span,
}

/// A heading in the header of a table, as [`in_page_order`] finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The heading of the column with this index.
    Column(usize),
    /// The heading of the group at this depth that begins at the column with this index.
    Group(usize, usize),
}

/// Returns the headings of columns, row by row in the order of the page. `groups` gives for each column, and for each group around
/// it from the outermost, whether the group begins at the column. The heading of a column stands below those of its groups, and
/// reaches down to the last row of the header.
pub fn in_page_order(groups: &[Vec<bool>]) -> Vec<Vec<Heading>> {
    let depth = groups.iter().map(Vec::len).max().unwrap_or(0);
    let row = |level: usize| {
        let heading = move |(at, begins): (usize, &Vec<bool>)| match begins.get(level) {
            Some(true) => Some(Heading::Group(at, level)),
            Some(false) => None,
            None => (begins.len() == level).then_some(Heading::Column(at)),
        };
        groups.iter().enumerate().filter_map(heading).collect()
    };
    (0..=depth).map(row).collect()
}

/// The grid of a table, in which rows are placed one after another.
#[derive(Debug, Clone)]
pub struct Grid {
    /// For each column, the number of rows to come of which a cell of a row above takes up this column.
    taken: Vec<u32>,
}

/// The cells of a row, placed in the grid.
#[derive(Debug, PartialEq, Eq)]
pub struct Placed {
    /// For each cell, the index of its first column; none for a cell that has no room.
    pub starts: Vec<Option<usize>>,
    /// The number of columns that cells of rows above take up.
    pub above: usize,
}

impl Grid {
    /// Returns the grid of a table with this number of columns, without rows.
    pub fn new(columns: usize) -> Self {
        Self { taken: vec![0; columns] }
    }

    /// Places the cells of the next row, each in the first free columns after the cell before it.
    pub fn place(&mut self, cells: impl IntoIterator<Item = Extent>) -> Placed {
        let before = self.taken.clone();
        let mut at = 0;
        let start = |cell: Extent| {
            at = (at..before.len()).find(|column| before[*column] == 0)?;
            let end = at.saturating_add(cell.columns.max(1) as usize);
            let room = before.get(at..end)?;
            let start = room.iter().all(|taken| *taken == 0).then_some(at)?;
            self.taken[start..end].fill(cell.rows.max(1));
            at = end;
            Some(start)
        };
        let starts = cells.into_iter().map(start).collect();
        self.taken.iter_mut().for_each(|taken| *taken = taken.saturating_sub(1));
        Placed { starts, above: before.iter().filter(|taken| **taken > 0).count() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Extent = Extent { columns: 1, rows: 1 };

    #[test]
    fn cells_lie_in_the_first_free_columns() {
        let mut grid = Grid::new(3);
        let tall = Extent { columns: 1, rows: 2 };
        let wide = Extent { columns: 2, rows: 1 };
        let huge = Extent { columns: u32::MAX, rows: u32::MAX };
        assert_eq!(grid.place([ONE, tall, ONE]), Placed { starts: vec![Some(0), Some(1), Some(2)], above: 0 });
        assert_eq!(grid.place([ONE, ONE]), Placed { starts: vec![Some(0), Some(2)], above: 1 });
        assert_eq!(grid.place([wide]), Placed { starts: vec![Some(0)], above: 0 });
        assert_eq!(grid.place([wide, wide]), Placed { starts: vec![Some(0), None], above: 0 });
        assert_eq!(grid.place([ONE, tall, ONE]).above, 0);
        assert_eq!(grid.place([wide]), Placed { starts: vec![None], above: 1 });
        assert_eq!(grid.place([huge]).starts, [None]);
    }

    #[test]
    fn headings_of_groups_stand_above_those_of_their_columns() {
        let groups = [vec![], vec![true], vec![false], vec![]];
        let [first, second] = &in_page_order(&groups)[..] else { panic!("two rows") };
        assert_eq!(first[..], [Heading::Column(0), Heading::Group(1, 0), Heading::Column(3)]);
        assert_eq!(second[..], [Heading::Column(1), Heading::Column(2)]);
    }
}
