//! Finds sums in tables that differ from the figures above them.

use crate::authored::{self, Block, Column, LongCell, Table};
use crate::diagnostic::{Entry, Severity};
use crate::document::{Grid, RowKind};
use crate::lint::{Check, Findings, Rule, Subject, walk};
use crate::query::Scope;
use crate::source::Span;

/// The rule `total-mismatch`.
pub static RULE: Rule = Rule {
    entry: Entry::adjustable(
        "total-mismatch",
        Severity::Warning,
        "A figure in a row `total` or `subtotal` of a table is not the sum of the figures above it, each of which is a plain number.",
        "Readers add up, and then believe none of the figures. What may be an average, and what rounding explains where there are decimals or a `unit:`, is not reported.",
        "Correct the sum or the figure that is wrong. If the row is no sum, write it as a list or with `cells:`.",
    ),
    check: Check::Submission(check),
};

fn check(_: &Subject, scope: &Scope, findings: &mut Findings) {
    for block in walk::blocks(scope.submission) {
        if let Block::Table(table) = block {
            let rows = rows(table);
            let columns = rows.first().map_or(0, |row| row.cells.len());
            (1..columns).for_each(|column| inspect(table, &rows, column, findings));
        }
    }
}

/// A row of a table: what it is, how far it is indented, and the content of each of its columns.
struct Row {
    kind: RowKind,
    indent: u32,
    cells: Vec<Content>,
}

/// What a column has in a row.
#[derive(Clone, Copy, PartialEq)]
enum Content {
    /// Nothing: a dash, a cell of a row that has no figures, a part of a cell of a row above.
    Nothing,
    /// A plain number.
    Figure(Figure),
    /// Anything else: what it means for a sum is not known.
    Other,
}

impl Content {
    fn of(cell: &LongCell) -> Self {
        match &cell.text {
            Some(text) if ["-", "–", "—"].contains(&text.value.trim()) => Self::Nothing,
            _ => Figure::read(cell).map_or(Self::Other, Self::Figure),
        }
    }
}

/// A plain number as it is written.
#[derive(Clone, Copy, PartialEq)]
struct Figure {
    /// The number without its decimal sign.
    digits: i64,
    decimals: u32,
    span: Span,
}

/// The longest figure that is read, in digits: sums of these are far from the largest number that there is.
const DIGITS: usize = 15;

impl Figure {
    /// Reads a number such as `1 234.5`, `1,234`, `-12` or `(3 456)`; footnotes may follow it.
    fn read(cell: &LongCell) -> Option<Self> {
        let text = cell.text.as_ref().filter(|_| cell.body.is_empty())?;
        let words = text.value.split_once("^[").map_or(text.value.as_str(), |(words, _)| words).trim();
        let negative = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).or(words.strip_prefix(['-', '−', '–']));
        let number = negative.unwrap_or(words);
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let mut groups = whole.split([' ', ',', '\u{a0}', '\u{202f}', '\'', '’']);
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let grouped = rest.is_empty() || first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
        let digits = format!("{first}{}{decimals}", rest.concat());
        let plain = grouped && !first.is_empty() && digits.len() <= DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        let digits: i64 = plain.then(|| digits.parse().ok())??;
        let sign = if negative.is_some() { -1 } else { 1 };
        Some(Self { digits: sign * digits, decimals: decimals.len() as u32, span: text.span })
    }

    /// Returns the number in units of this many decimals, which are at least its own.
    fn scaled(&self, decimals: u32) -> i128 {
        i128::from(self.digits) * 10i128.pow(decimals - self.decimals)
    }
}

/// Returns the rows of a table, column by column.
fn rows(table: &Table) -> Vec<Row> {
    let columns = table.columns.iter().map(Column::count).sum();
    let mut grid = Grid::new(columns);
    let row = |row: &authored::Row| {
        let placed = grid.place(row.cells.iter().map(|cell| cell.0.extent()));
        let mut cells = vec![Content::Nothing; columns];
        let figured = row.kind != RowKind::Section && row.cells.iter().skip(1).any(|cell| !is_empty(&cell.0));
        for (start, cell) in placed.starts.iter().zip(&row.cells) {
            let (Some(start), authored::Cell(cell), true) = (start, cell, figured) else { continue };
            let content = if cell.extent().columns == 1 { Content::of(cell) } else { Content::Other };
            cells[*start..].iter_mut().take(cell.extent().columns as usize).for_each(|at| *at = content);
        }
        Row { kind: row.kind, indent: row.indent.map_or(0, |indent| indent.value), cells }
    };
    table.rows.iter().map(row).collect()
}

fn is_empty(cell: &LongCell) -> bool {
    cell.body.is_empty() && cell.text.as_ref().is_none_or(|text| text.value.trim().is_empty())
}

/// Compares each sum of a column with the figures above it.
fn inspect(table: &Table, rows: &[Row], column: usize, findings: &mut Findings) {
    let mut above = Above::default();
    for row in rows {
        match row.kind {
            RowKind::Section => above.closed.append(&mut above.open),
            RowKind::Plain => above.open.push((row.indent, row.cells[column])),
            RowKind::Subtotal => {
                compare(table, &above.open, row.cells[column], findings);
                above.open.clear();
                above.closed.push((0, row.cells[column]));
            }
            RowKind::Total => {
                above.closed.append(&mut above.open);
                compare(table, &above.closed, row.cells[column], findings);
                // what a sum after a total adds up is not known
                return;
            }
        }
    }
}

/// The contents of a column above a row, each with the indent of its row.
#[derive(Default)]
struct Above {
    /// Those since the last subtotal or section.
    open: Vec<(u32, Content)>,
    /// Those before, with a subtotal in place of what it sums up.
    closed: Vec<(u32, Content)>,
}

/// Reports a sum that differs from that of the figures, unless it is not known whether these are what it should sum up.
fn compare(table: &Table, above: &[(u32, Content)], sum: Content, findings: &mut Findings) {
    let Content::Figure(given) = sum else { return };
    let above: Vec<_> = above.iter().filter(|(_, content)| *content != Content::Nothing).collect();
    // an indented row may be a part of the row above it
    let alike = above.iter().all(|(indent, _)| *indent == above[0].0);
    let figures: Option<Vec<Figure>> =
        above.iter().map(|(_, content)| if let Content::Figure(figure) = content { Some(*figure) } else { None }).collect();
    let Some(figures) = figures.filter(|figures| alike && figures.len() > 1) else { return };
    let decimals = figures.iter().chain([&given]).map(|figure| figure.decimals).max().unwrap_or(0);
    let all: Vec<i128> = figures.iter().map(|figure| figure.scaled(decimals)).collect();
    let (sum, given_sum) = (all.iter().sum::<i128>(), given.scaled(decimals));
    let rounded = decimals > 0 || table.unit.is_some();
    let tolerance = if rounded { all.len() as i128 / 2 + 1 } else { 0 };
    let may_be_average = all.iter().min() <= Some(&given_sum) && Some(&given_sum) <= all.iter().max();
    if (sum - given_sum).abs() > tolerance && !may_be_average {
        findings.add(given.span, format!("the figures above add up to {}", written(sum, decimals)));
    }
}

/// Returns a number of this many decimals as text, with spaces between thousands.
fn written(number: i128, decimals: u32) -> String {
    let unit = 10i128.pow(decimals);
    let (whole, rest) = (number.abs() / unit, number.abs() % unit);
    let digits = whole.to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    if decimals > 0 {
        out.push_str(&format!(".{rest:0width$}", width = decimals as usize));
    }
    out
}
