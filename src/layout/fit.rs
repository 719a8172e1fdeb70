//! Fits tables into their place: usual type first, then small type, then a landscape page, then divided words; and if the figures and
//! symbols still have no room, a message.

use super::flow::Builder;
use super::metrics::total;
use super::needs::{Need, Needs};
use super::widths::shared;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::resolved::{self, plain_text};
use crate::source::Span;

/// The most columns that the message about a table without room names.
const NAMED: usize = 3;

/// The place of a table.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The width of the text around the table, in twips.
    pub room: u32,
    /// The width of the text on a landscape page, in twips, if the table may stand on one.
    pub landscape: Option<u32>,
}

/// How a table fits into its place.
pub struct Fit {
    /// True if the table stands on landscape pages.
    pub wide: bool,
    /// True if the table needs small type.
    pub dense: bool,
    /// The widths of the columns, in twips.
    pub widths: Vec<u32>,
    /// For each column, true if it is narrower than one of its words.
    pub narrow: Vec<bool>,
    /// About how many lines each row has.
    pub heights: Vec<usize>,
    /// The message about figures and symbols that have no room.
    pub fault: Option<Diagnostic>,
}

impl Fit {
    /// Fits a table into its place. `span` is the place of the table in the author's file.
    pub fn of(table: &resolved::Table, builder: &Builder, place: Place, span: Span) -> Self {
        let upright = Some((place.room, false)).filter(|_| place.landscape.is_none() || table.wide != Some(true));
        let landscape = place.landscape.filter(|_| table.wide != Some(false)).map(|room| (room, true));
        let [usual, dense] = [false, true].map(|dense| std::cell::LazyCell::new(move || Needs::of(table, builder, dense)));
        let rooms: Vec<(u32, bool)> = upright.into_iter().chain(landscape).collect();
        for &(room, wide) in &rooms {
            for (needs, dense) in [(&usual, false), (&dense, true)] {
                if total(needs.columns.iter().map(|need| need.least)) <= room {
                    return Self::with(needs, shared(needs, room), wide, dense);
                }
            }
        }
        let &(room, wide) = rooms.last().expect("a table that may not be upright may be landscape");
        let fit = Self::tight(&dense, room, wide);
        Self { fault: fault(&dense, table, Place { room, ..place }, span), ..fit }
    }

    fn with(needs: &Needs, widths: Vec<u32>, wide: bool, dense: bool) -> Self {
        let narrow = needs.columns.iter().zip(&widths).map(|(need, width)| *width < need.word).collect();
        let heights = needs.heights(&widths).split_off(needs.header_rows);
        Self { wide, dense, widths, narrow, heights, fault: None }
    }

    /// Fits a table whose words have to be divided, or which has no room at all.
    fn tight(needs: &Needs, room: u32, wide: bool) -> Self {
        let firm = total(needs.columns.iter().map(|need| need.firm));
        // without room each column gets less in the same proportion
        let least =
            |need: &Need| if firm > room { (u64::from(need.firm) * u64::from(room) / u64::from(firm)) as u32 } else { need.firm };
        let columns = needs.columns.iter().map(|need| Need { least: least(need), share: None, ..*need }).collect();
        let widths = shared(&Needs { columns, ..needs.clone() }, room);
        Self::with(needs, widths, wide, true)
    }
}

/// Returns the message `the columns need 31.2 cm, and there are 25.7 cm: …`, which names the columns that need most, unless there is room.
fn fault(needs: &Needs, table: &resolved::Table, place: Place, span: Span) -> Option<Diagnostic> {
    let all = total(needs.columns.iter().map(|need| need.firm));
    if all <= place.room {
        return None;
    }
    let mut columns: Vec<(usize, u32)> = needs.columns.iter().map(|need| need.firm).enumerate().collect();
    columns.sort_by_key(|(at, firm)| (std::cmp::Reverse(*firm), *at));
    let name = |at: usize| match plain_text(&table.columns[at].label) {
        label if label.is_empty() => format!("column {}", at + 1),
        label => format!("`{label}`"),
    };
    let named: Vec<String> =
        columns.iter().take(NAMED).map(|(at, firm)| format!("{} needs {}", name(*at), centimetres(*firm))).collect();
    let message =
        format!("the columns need {}, and there are {}: {}", centimetres(all), centimetres(place.room), named.join(", "));
    let help = match place.landscape {
        Some(landscape) if all <= landscape => "leave out `wide: false`, or make two tables of it",
        _ => {
            "figures and symbols are never divided: make two tables of it, or give fewer columns, shorter figures or another unit"
        }
    };
    Some(Diagnostic::new(catalogue::TABLE_WIDTH, span, message).hint(help))
}

/// Returns a length in twips as centimetres: `25.7 cm`.
fn centimetres(twips: u32) -> String {
    format!("{:.1} cm", f64::from(twips) * 2.54 / 1440.0)
}

#[cfg(test)]
mod tests {
    use super::super::needs::tests::{table, with_builder};
    use super::*;

    const PAGE: Place = Place { room: 9639, landscape: Some(14572) };

    fn fit(columns: usize, text: &str, wide: Option<bool>, place: Place) -> Fit {
        let (heads, cells) = (vec!["Head"; columns], vec![text; columns]);
        with_builder(|builder| Fit::of(&resolved::Table { wide, ..table(&heads, &[&cells]) }, builder, place, Span::NONE))
    }

    fn decided(columns: usize, text: &str) -> (bool, bool, bool) {
        let fit = fit(columns, text, None, PAGE);
        assert!(fit.fault.is_some() || fit.widths.iter().sum::<u32>() <= if fit.wide { 14572 } else { 9639 });
        (fit.wide, fit.dense, fit.fault.is_some())
    }

    #[test]
    fn type_becomes_smaller_then_the_page_is_turned_then_there_is_a_message() {
        let figure = "1 234 567";
        assert_eq!(decided(8, figure), (false, false, false));
        assert_eq!(decided(11, figure), (false, true, false));
        assert_eq!(decided(13, figure), (true, false, false));
        assert_eq!(decided(16, figure), (true, true, false));
        assert_eq!(decided(40, figure), (true, true, true));
    }

    #[test]
    fn pages_are_turned_only_where_that_is_allowed() {
        let small = Place { landscape: None, ..PAGE };
        assert!(fit(16, "1 234 567", Some(false), PAGE).fault.is_some());
        assert!(fit(16, "1 234 567", None, small).fault.is_some());
        assert!(fit(2, "1", Some(true), PAGE).wide);
        assert!(!fit(2, "1", Some(true), small).wide);
    }

    #[test]
    fn words_are_divided_where_nothing_else_helps() {
        let fit = fit(13, "Internationalization", Some(false), PAGE);
        assert!(fit.dense && fit.narrow.iter().any(|narrow| *narrow) && fit.fault.is_none());
    }

    #[test]
    fn the_message_says_which_column_needs_how_much() {
        let table = resolved::Table { wide: Some(false), ..table(&["A", "Estimates"], &[&["1", "123 456 789 012 345"]]) };
        let fit = with_builder(|builder| Fit::of(&table, builder, Place { room: 1000, landscape: None }, Span::NONE));
        let message = fit.fault.expect("no room").message;
        assert!(
            message.starts_with("the columns need ") && message.contains("and there are 1.8 cm: `Estimates` needs "),
            "{message}"
        );
    }
}
