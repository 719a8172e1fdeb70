//! The widths of the columns of a table, so that it has few lines: each column gets at least what it needs, and the rest goes where there is
//! text.

use super::metrics::{AIR, FULL, total};
use super::needs::{Need, Needs};

/// By which parts of the room columns are made wider and narrower.
const STEPS: [u32; 3] = [16, 32, 64];
/// How often all pairs of columns are tried for each step.
const ROUNDS: usize = 6;
/// How many cells are looked at in all before the widths are good enough.
const MOST_CELLS: usize = 300_000;

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
    let divided = divided(&columns, room);
    let (columns, widths) = with_whole_lines(needs, columns, divided, room);
    moved(needs, &columns, widths, room)
}

/// Widens columns with short lines, such as dates, to the whole of them where that costs no lines of other columns. Returns the bounds within which columns
/// keep what they have got, and the widths.
fn with_whole_lines(needs: &Needs, mut columns: Vec<Bounds>, mut widths: Vec<u32>, room: u32) -> (Vec<Bounds>, Vec<u32>) {
    let mut fewest = needs.lines(&widths);
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|at| columns[*at].whole);
    for at in order {
        let mut tried = columns.clone();
        tried[at].least = tried[at].whole;
        if sum(&tried, |column| column.least) <= room {
            let found = divided(&tried, room);
            let lines = needs.lines(&found);
            if lines <= fewest {
                (columns, widths, fewest) = (tried, found, lines);
            }
        }
    }
    (columns, widths)
}

/// Moves room from one column to another where that saves lines, first by great steps, then by smaller ones.
fn moved(needs: &Needs, columns: &[Bounds], mut widths: Vec<u32>, room: u32) -> Vec<u32> {
    let count = columns.len();
    let steps = STEPS.iter().flat_map(|part| std::iter::repeat_n(room / part, ROUNDS));
    let moves = steps.flat_map(|step| (0..count).flat_map(move |from| (0..count).map(move |to| (step, from, to))));
    let tries = MOST_CELLS / needs.cells().max(1);
    let mut fewest = needs.lines(&widths);
    for (step, from, to) in moves.filter(|(_, from, to)| from != to).take(tries) {
        let less = widths[from].saturating_sub(step);
        if less < columns[from].least || widths[to] + step > columns[to].whole {
            continue;
        }
        let mut tried = widths.clone();
        (tried[from], tried[to]) = (less, widths[to] + step);
        let lines = needs.lines(&tried);
        if lines < fewest {
            (widths, fewest) = (tried, lines);
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
    total(columns.iter().map(part))
}

fn bounds(needs: &Needs, room: u32) -> Vec<Bounds> {
    let shares: u64 = needs.columns.iter().map(|need| u64::from(need.share.unwrap_or(1).max(1))).sum();
    let given = |need: &Need| need.share.map(|share| (u64::from(room) * u64::from(share.max(1)) / shares.max(1)) as u32);
    let fixed: Vec<Option<u32>> = needs.columns.iter().map(|need| given(need).map(|width| width.max(need.least))).collect();
    let least = |(need, fixed): (&Need, &Option<u32>)| fixed.unwrap_or(need.least);
    let fits = total(needs.columns.iter().zip(&fixed).map(least)) <= room;
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

#[cfg(test)]
mod tests {
    use super::super::needs::tests::{table, with_builder};
    use super::*;

    const ROOM: u32 = 9639;

    fn widths(heads: &[&str], rows: &[&[&str]], shares: &[Option<u32>]) -> Vec<u32> {
        let mut needs = with_builder(|builder| Needs::of(&table(heads, rows), builder, false));
        for (need, share) in needs.columns.iter_mut().zip(shares) {
            need.share = *share;
        }
        shared(&needs, ROOM)
    }

    #[test]
    fn a_small_table_is_as_wide_as_its_content_and_a_greater_one_fills_the_room() {
        let small: u32 = widths(&["Year", "Documents"], &[&["2022", "18"]], &[]).iter().sum();
        assert!(small < ROOM / 2, "{small}");
        let text = "a text that is so long that it fills the line of a page nearly to its end, but not quite";
        let sum = |text: &str| widths(&["Year", "Text"], &[&["2022", text]], &[]).iter().sum::<u32>();
        assert!((ROOM - 2..=ROOM).contains(&sum(text)), "{}", sum(text));
        assert!((ROOM - 2..=ROOM).contains(&sum(&text.repeat(9))));
    }

    #[test]
    fn room_goes_where_there_is_text_and_short_lines_stay_whole() {
        let long = "as many words as a report needs to say what was done, by whom, with whom, and what came of it in the end";
        let (heads, row) = (["Dates", "Place", "Text"], ["22-23 September 2021", "Geneva", long]);
        let rows: [&[&str]; 9] = [&row; 9];
        let found = widths(&heads, &rows, &[]);
        let needs = with_builder(|builder| Needs::of(&table(&heads, &rows), builder, false));
        assert!(found[2] > found[0] * 2 && found[2] > found[1] * 3, "{found:?}");
        assert_eq!(found[0], needs.columns[0].whole, "dates stand on one line");
    }

    #[test]
    fn a_given_width_is_a_share_of_the_room_unless_the_column_needs_more() {
        let row: &[&str] = &["1", "2"];
        assert_eq!(widths(&["A", "B"], &[row], &[Some(1), Some(3)]), [ROOM / 4, ROOM * 3 / 4]);
        assert_eq!(widths(&["A", "B"], &[row], &[Some(1), Some(1)])[0], ROOM / 2);
        let found = widths(&["A", "B"], &[&["CWG-12345678901-37/7", "2"]], &[Some(1), Some(99)]);
        assert!(found[0] > ROOM / 10 && found.iter().sum::<u32>() <= ROOM, "{found:?}");
    }

    #[test]
    fn no_column_gets_less_than_it_needs() {
        let text = "some words of a longer text";
        for columns in 1..8 {
            let (heads, cells) = (vec!["Recommendation"; columns], vec![text; columns]);
            let needs = with_builder(|builder| Needs::of(&table(&heads, &[&cells]), builder, true));
            let room = needs.columns.iter().map(|need| need.least).sum::<u32>() + 100;
            let found = shared(&needs, room);
            assert!(found.iter().zip(&needs.columns).all(|(width, need)| *width >= need.least), "{columns}: {found:?}");
            assert!(found.iter().sum::<u32>() <= room, "{columns}");
        }
    }
}
