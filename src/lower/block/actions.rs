//! The block `actions`: what somebody is to do, by whom and by when, and how it stands, as a table.

use super::{GeneratedBlock, column};
use crate::authored::{Generated, Selection};
use crate::date::Dates;
use crate::document::{Align, Block, Cell, Inline, Table};
use crate::lower::party::Place;
use crate::lower::words::Lowering;
use crate::query::{Counted, Scope};

/// The block `actions`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Actions,
    why_empty: |scope, selection| {
        actions(scope, selection).is_empty().then_some("no recommendation of the period has an `owner` or a `due` date")
    },
    lower: |lowering, selection, out| out.push(Block::Table(lowering.actions(selection))),
};

/// Returns the recommendations that a selection names and that have an owner or a date, each once.
fn actions<'s, 'a>(scope: &'s Scope<'a>, selection: &Selection) -> Vec<Counted<'s, 'a>> {
    let mut all = scope.selected_tracked(selection);
    all.retain(|counted| counted.tracked.due().is_some() || !counted.tracked.owners().is_empty());
    all
}

impl Lowering<'_, '_, '_> {
    /// Returns the table, with a row for each action.
    fn actions(&mut self, selection: &Selection) -> Table {
        let heads = ["recommendation", "owner", "due", "standing"];
        let columns = heads.map(|key| column("recommendation-column", key, Align::Left, selection.span));
        let (words, mut before) = (self.scope.words(selection), None);
        let rows = actions(self.scope, selection).into_iter().map(|counted| {
            let (tracked, wording) = (counted.tracked, counted.tracked.words(words));
            let said = Cell { body: self.parts(&wording, false), ..Cell::from(self.statement(&wording, &mut before)) };
            let owners = self.parties(tracked.owners(), Place::List);
            let due = tracked.due().map(|due| Inline::Dates(Dates { first: due.value, last: due.value }, due.span));
            vec![said, owners.into(), due.into_iter().collect::<Vec<_>>().into(), vec![self.outcome(tracked)].into()]
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        self.generated_table(selection, columns.to_vec(), rows)
    }
}
