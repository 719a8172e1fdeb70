//! Shows the status of calls as tables for the terminal.

use super::{Done, Status};
use crate::diagnostic::visible_text;
use crate::resolved::{Count, Length};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, ContentArrangement, Table, TableComponent};

/// The indexes of the columns with figures: words, limit, left, days.
const FIGURES: [usize; 4] = [2, 3, 4, 6];

/// Returns a table for each call, at most `width` characters wide.
pub fn table(calls: &[Status], width: u16) -> String {
    calls.iter().map(|call| one(call, width)).collect::<Vec<_>>().join("\n")
}

fn one(call: &Status, width: u16) -> String {
    let mut table = Table::new();
    table.load_preset(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.remove_style(TableComponent::HorizontalLines).remove_style(TableComponent::MiddleIntersections);
    table.set_header(["what", "state", "words", "limit", "left", "until", "days"]);
    for contribution in &call.contributions {
        table.add_rows(contribution.counts.answers.iter().map(answer));
        let total = &contribution.counts.total;
        table.add_row(row(format!("all answers of {}", contribution.document), state_of(total).into(), Some(total), None));
    }
    table.add_rows(call.way.iter().map(step));
    for column in FIGURES {
        table.column_mut(column).into_iter().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    }
    let rows = if table.row_iter().next().is_some() { format!("{table}\n") } else { String::new() };
    format!("{}\n{rows}{}", head(call), foot(call))
}

/// Returns the line above the table: the call and its deadline.
fn head(call: &Status) -> String {
    let deadline = match (&call.deadline, call.days) {
        (Some(deadline), Some(days)) if days < 0 => format!("the deadline, {deadline}, passed {} ago", in_days(-days)),
        (Some(deadline), Some(days)) => format!("{} left before the deadline, {deadline}", in_days(days)),
        _ => "no deadline on record".into(),
    };
    format!("{} ({}): {deadline}", call.forum, call.call)
}

fn in_days(days: i64) -> String {
    format!("{days} day{}", if days == 1 { "" } else { "s" })
}

/// Returns the lines below the table: whether there is no contribution yet, the letters, the unknown facts and the assumptions.
fn foot(call: &Status) -> String {
    let contributions = if call.contributions.is_empty() { "no contribution yet\n" } else { "" };
    let line =
        |name: &str, words: Vec<&str>| if words.is_empty() { String::new() } else { format!("{name}: {}\n", words.join(", ")) };
    [
        contributions.to_string(),
        line("letters", call.letters.iter().map(String::as_str).collect()),
        line("not known", call.unknown.clone()),
        line("assumed", call.assumed.clone()),
    ]
    .concat()
}

fn answer(count: &Count) -> [String; 7] {
    let state = match (count.span, count.obligatory) {
        (Some(_), _) => state_of(&count.length),
        (None, true) => "missing",
        (None, false) => "left out",
    };
    row(format!("answer to {}", count.question), state.into(), Some(&count.length), None)
}

/// Returns the state of what has been written.
fn state_of(length: &Length) -> &'static str {
    if length.is_over() { "too long" } else { "written" }
}

fn step(step: &Done) -> [String; 7] {
    let who = [("by", &step.from), ("to", &step.to)];
    let who = who.into_iter().filter_map(|(word, who)| Some(format!(" {word} {}", who.as_ref()?))).collect::<String>();
    let meeting = step.meeting.map(|number| format!(" at meeting {number}")).unwrap_or_default();
    let state = match (&step.done, step.days) {
        (Some(done), _) => format!("done {done}"),
        (None, Some(days)) if days < 0 => "late".into(),
        _ => "to do".into(),
    };
    row(format!("{}{who}{meeting}", step.step), state, None, Some(step))
}

fn row(what: String, state: String, length: Option<&Length>, step: Option<&Done>) -> [String; 7] {
    let figure = |figure: Option<i64>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    [
        visible_text(&what),
        state,
        figure(length.map(|length| length.words as i64)),
        figure(length.and_then(|length| length.limit).map(i64::from)),
        figure(length.and_then(|length| length.left)),
        step.and_then(|step| step.until.clone()).unwrap_or_default(),
        figure(step.and_then(|step| step.days)),
    ]
}
