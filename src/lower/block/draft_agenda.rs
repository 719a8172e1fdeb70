//! The block `draft-agenda`: the agenda of a meeting as it is planned, as a table of items with times, documents and who presents them.

use super::{GeneratedBlock, column};
use crate::authored::{Generated, Selection};
use crate::date::Dates;
use crate::document::{Align, Block, Cell, Extent, Inline, Row, RowKind};
use crate::lower::party::Place;
use crate::lower::words::{Lowering, joined};
use crate::records::agenda::PlannedItem;
use crate::records::meeting::Meeting;
use crate::source::Span;

/// The block `draft-agenda`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::DraftAgenda,
    why_empty: |scope, selection| {
        (scope.chosen(selection).all(|meeting| meeting.agenda.is_empty())).then_some("no meeting that it names has an `agenda:`")
    },
    lower: |lowering, selection, out| lowering.draft_agenda(selection, out),
};

impl Lowering<'_, '_, '_> {
    /// Appends a table for each meeting that has an agenda; the author's caption and id are those of the first.
    pub fn draft_agenda(&mut self, selection: &Selection, out: &mut Vec<Block>) {
        let meetings: Vec<&Meeting> = self.scope.chosen(selection).filter(|meeting| !meeting.agenda.is_empty()).collect();
        let others = Selection { caption: None, id: None, ..selection.clone() };
        for (at, meeting) in meetings.into_iter().enumerate() {
            let heads = heads(meeting);
            let columns = heads.iter().map(|key| column("register-column", key, Align::Left, selection.span));
            let columns = columns.collect();
            let rows = self.planned(meeting, &heads);
            out.push(Block::Table(self.generated_table(if at == 0 { selection } else { &others }, columns, rows)));
        }
    }

    /// Returns a row for each item of a meeting, and one for each day above the items of that day.
    fn planned(&mut self, meeting: &Meeting, heads: &[&'static str]) -> Vec<Row> {
        let mut rows = Vec::new();
        for (at, item) in meeting.agenda.iter().enumerate() {
            if let Some(day) = item.day {
                let content = vec![Inline::Dates(Dates { first: day.value, last: day.value }, day.span)];
                let cell = Cell { extent: Extent { columns: heads.len() as u32, rows: 1 }, ..Cell::from(content) };
                rows.push(Row { kind: RowKind::Section, ..Row::from(vec![cell]) });
            }
            let cells = heads.iter().map(|key| Cell::from(self.planned_cell(meeting, item, at + 1, key)));
            rows.push(Row::from(cells.collect::<Vec<_>>()));
        }
        rows
    }

    fn planned_cell(&mut self, meeting: &Meeting, item: &PlannedItem, number: usize, key: &str) -> Vec<Inline> {
        match key {
            "number" => vec![Inline::text(number.to_string(), item.span)],
            "time" => item.time.iter().map(|time| Inline::text(time.value.to_string(), time.span)).collect(),
            "item" => match (&item.title, &item.topic) {
                (Some(title), _) => self.prose(title),
                (None, Some(topic)) => self.topic_label(&topic.value, topic.span),
                // the rule `faulty-agenda` reports an item without words
                (None, None) => Vec::new(),
            },
            "documents" => {
                let symbols = documents(meeting, item).into_iter();
                let symbols = symbols.map(|(short, span)| vec![self.symbol(self.scope.symbol(short, Some(meeting)), span)]);
                joined(symbols.collect(), ", ", item.span)
            }
            _ => self.parties(&item.by, Place::List),
        }
    }
}

/// Returns the columns that have anything to show.
fn heads(meeting: &Meeting) -> Vec<&'static str> {
    let agenda = &meeting.agenda;
    let mut heads: Vec<&'static str> = vec!["number"];
    heads.extend(agenda.iter().any(|item| item.time.is_some()).then_some("time"));
    heads.push("item");
    heads.extend(agenda.iter().any(|item| !documents(meeting, item).is_empty()).then_some("documents"));
    heads.extend(agenda.iter().any(|item| !item.by.is_empty()).then_some("by"));
    heads
}

/// Returns the short symbols of an item's documents: those that it names, or else those of the register that are on its topic.
fn documents<'m>(meeting: &'m Meeting, item: &'m PlannedItem) -> Vec<(&'m str, Span)> {
    let short = |symbol: &'m crate::source::Text| (symbol.value.as_str(), symbol.span);
    if !item.documents.is_empty() {
        return item.documents.iter().map(short).collect();
    }
    let Some(topic) = &item.topic else { return Vec::new() };
    let is_on = |own: &Option<crate::source::Text>| own.as_ref().is_some_and(|own| own.value == topic.value);
    let register = meeting.documents.iter().chain(&meeting.also);
    register.filter(|entry| is_on(&entry.topic)).map(|entry| short(&entry.symbol)).collect()
}
