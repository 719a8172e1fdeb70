//! The widths of the columns of a table, so that it has few lines: each column gets at least what it needs, and the rest goes where there is
//! text.

use super::metrics::{AIR, FULL};
use super::needs::{Need, Needs};

/// Returns the widths of columns that are at least as wide as each needs, in twips. The sum is at most `room`, which has to be at least the sum of what
/// the columns need.
///
/// A column with a share has that share of the room, unless it needs more. The others are as wide as their content; a table that is then nearly
/// as wide as the room fills it.
pub fn shared(needs: &Needs, room: u32) -> Vec<u32> {
    let columns = bounds(needs, room);
    if sum(&columns, |column| column.whole) <= room {
        return stretched(needs, &columns, room);
    }
    let lines = |widths: &[u32]| needs.heights(widths).iter().sum::<usize>();
    let (mut columns, mut widths) = (columns.clone(), divided(&columns, room));
    let mut fewest = lines(&widths);
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|at| columns[*at].whole);
    // short lines are kept whole where that does not cost more lines of other columns
    for at in order {
        let mut tried = columns.clone();
        tried[at].least = tried[at].whole;
        if sum(&tried, |column| column.least) <= room {
            let found = divided(&tried, room);
            let count = lines(&found);
            if count < fewest {
                (columns, widths, fewest) = (tried, found, count);
            }
        }
    }
    widths
}

/// Within which bounds a column gets a part of the room.
#[derive(Clone, Copy)]
struct Bounds {
    least: u32,
    whole: u32,
    /// How much of the room the column gets in proportion to the others.
    weight: f64,
}

fn sum(columns: &[Bounds], part: fn(&Bounds) -> u32) -> u32 {
    columns.iter().map(part).sum()
}

fn bounds(needs: &Needs, room: u32) -> Vec<Bounds> {
    let shares: u64 = needs.columns.iter().map(|need| u64::from(need.share.unwrap_or(1).max(1))).sum();
    let given = |need: &Need| need.share.map(|share| (u64::from(room) * u64::from(share.max(1)) / shares.max(1)) as u32);
    let fixed: Vec<Option<u32>> = needs.columns.iter().map(|need| given(need).map(|width| width.max(need.least))).collect();
    let least = |(need, fixed): (&Need, &Option<u32>)| fixed.unwrap_or(need.least);
    let fits = needs.columns.iter().zip(&fixed).map(least).sum::<u32>() <= room;
    let columns = needs.columns.iter().zip(&fixed).zip(needs.text());
    let bounds = columns.map(|((need, fixed), text)| match *fixed {
        Some(width) if fits => Bounds { least: width, whole: width, weight: 1.0 },
        Some(width) => Bounds { least: need.least, whole: width, weight: f64::from(width) },
        None if fits => Bounds { least: need.least, whole: need.whole.max(need.least), weight: (text.max(1) as f64).sqrt() },
        None => Bounds { least: need.least, whole: need.least, weight: 1.0 },
    });
    bounds.collect()
}

/// Returns the widths of columns whose whole lines all have room.
fn stretched(needs: &Needs, columns: &[Bounds], room: u32) -> Vec<u32> {
    let whole = sum(columns, |column| column.whole);
    let is_given = |at: usize| needs.columns[at].share.is_some();
    let all_given = (0..columns.len()).all(is_given);
    let grows = |at: usize| all_given || !is_given(at);
    let fills = (0..columns.len()).any(is_given) || u64::from(whole) * FULL.1 >= u64::from(room) * FULL.0;
    let growing: u64 = (0..columns.len()).filter(|at| grows(*at)).map(|at| u64::from(columns[at].whole)).sum();
    let free = if fills { room - whole } else { (room - whole).min(AIR * columns.len() as u32) };
    let grown = |at: usize| u64::from(free) * u64::from(columns[at].whole) / growing.max(1);
    (0..columns.len()).map(|at| columns[at].whole + if grows(at) { grown(at) as u32 } else { 0 }).collect()
}

/// Divides the room in proportion to the weights of columns, within their bounds. The lines of all columns together are fewest if each is as wide as
/// the square root of how much text it has.
fn divided(columns: &[Bounds], room: u32) -> Vec<u32> {
    let at = |level: f64| {
        columns.iter().map(move |column| ((column.weight * level) as u32).clamp(column.least, column.whole.max(column.least)))
    };
    let (mut low, mut high) = (0.0, f64::from(room));
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if at(middle).map(u64::from).sum::<u64>() <= u64::from(room) {
            low = middle;
        } else {
            high = middle;
        }
    }
    at(low).collect()
}
