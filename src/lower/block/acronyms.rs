//! The block `acronyms`: the acronyms of the dossier with the words for which they stand, as a table.

use super::{GeneratedBlock, column};
use crate::authored::{Generated, Selection};
use crate::document::{Align, Block, Cell, Inline, Table};
use crate::lower::words::Lowering;
use crate::records::acronym::Acronym;
use crate::source::Text;

/// The block `acronyms`.
pub static BLOCK: GeneratedBlock = GeneratedBlock {
    generated: Generated::Acronyms,
    why_empty: |scope, _selection| (scope.registry.acronyms.0.is_empty()).then_some("the record has no `acronyms`"),
    lower: |lowering, selection, out| out.push(Block::Table(lowering.acronyms(selection))),
};

impl Lowering<'_, '_, '_> {
    /// Returns a table of all acronyms in alphabetical order.
    pub fn acronyms(&mut self, selection: &Selection) -> Table {
        let columns = ["acronym", "meaning"].map(|key| column("acronym-column", key, Align::Left, selection.span));
        let mut all: Vec<&(Acronym, Text)> = self.scope.registry.acronyms.0.iter().collect();
        all.sort_by_key(|(acronym, _)| acronym.value.as_str());
        let row = |(acronym, words): &(Acronym, Text)| {
            let name = vec![Inline::text(acronym.value.clone(), acronym.span)];
            vec![Cell::from(name), Cell::from(self.prose(words))]
        };
        let rows = all.into_iter().map(row).collect();
        Table { header_column: true, ..self.generated_table(selection, columns.to_vec(), rows) }
    }
}
