//! How tall a table is.

use super::{Cell, Column, Table, plain_text};

/// About how many letters a line of a table has on an upright page.
const LETTERS: usize = 80;
/// The most lines of a table that is kept on one page: a third of it.
const SHORT: usize = 16;

impl Table {
    /// Whether it is so short that it should stand on one page.
    pub fn is_short(&self) -> bool {
        let all: usize = self.columns.iter().map(|column| column.width as usize).sum();
        let lines = |(column, cell): (&Column, &Cell)| {
            let room = (LETTERS * column.width as usize / all.max(1)).max(1);
            plain_text(&cell.content).chars().count().div_ceil(room)
        };
        let height = |row: &Vec<Cell>| self.columns.iter().zip(row).map(lines).max().unwrap_or_default().max(1);
        self.rows.len() <= SHORT && self.rows.iter().map(height).sum::<usize>() <= SHORT
    }
}
