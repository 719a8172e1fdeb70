//! Estimates the memory that blocks take. Texts that are reused are copied, so their total size has to be limited.

use super::block::{Block, Clause, Figure};
use super::list::Item;
use super::{Chart, Table};
use crate::source::Text;

/// The memory that a block, an item or a cell takes besides its words, in bytes.
const EACH: usize = 200;

/// Returns the estimated size of the blocks and everything in them, in bytes.
pub fn weight(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| EACH + of_block(block) + block.bodies().into_iter().map(|body| weight(body)).sum::<usize>()).sum()
}

/// Returns the size of the words and parts of a block, in bytes.
fn of_block(block: &Block) -> usize {
    match block {
        Block::Text(text) | Block::Unnumbered(text) | Block::Reuse(text) => text.value.len(),
        Block::Clause(clause) => of_clause(clause),
        Block::List(list) => list.items.iter().map(of_item).sum(),
        Block::Table(table) => of_table(table),
        Block::Figure(Figure { alt, caption, .. }) => words([alt]) + words(caption),
        Block::Chart(chart) => of_chart(chart),
        Block::Equation(equation) => words([&equation.math, &equation.alt]),
        Block::Signature(signatures, _) => signatures.iter().map(|signature| EACH + words(signature.0.words())).sum(),
        Block::Contact(contacts, _) => contacts.iter().map(|contact| EACH + words(contact.0.words())).sum(),
        Block::Quote(..) | Block::PageBreak(_) => 0,
        // lists of symbols and numbers of meetings
        Block::Generated(_, selection) => {
            let (few, long) = (selection.meetings.len() + selection.goals.len(), selection.columns.len() + selection.what.len());
            words(selection.documents.iter())
                + words(selection.topics.iter())
                + words(selection.except.iter())
                + EACH * (few + long)
        }
    }
}

fn of_clause(clause: &Clause) -> usize {
    let Clause { heading, documents, text, number, intro, comment, .. } = clause;
    let own = words(heading) + words(text) + words(number) + words(intro);
    own + words(documents.iter()) + words(comment.iter())
}

fn of_item(item: &Item) -> usize {
    EACH + words(item.texts()) + words(&item.number) + words(item.comment.iter())
}

fn of_table(table: &Table) -> usize {
    let rows: usize = table.cells().map(|cell| EACH + words(&cell.text)).sum();
    let around = words(&table.caption) + words(&table.unit) + words(table.notes.iter()) + words(&table.source);
    rows + EACH * table.rows.len() + around + words(table.headings())
}

fn of_chart(chart: &Chart) -> usize {
    let values: usize = chart.series.iter().map(|series| EACH + series.values.value.len() * size_of::<f64>()).sum();
    values + words(&chart.caption) + words(&chart.alt) + words(&chart.unit) + words(chart.categories.iter())
}

/// Returns the size of the texts, with what each takes besides its words, in bytes.
fn words<'t>(texts: impl IntoIterator<Item = &'t Text>) -> usize {
    texts.into_iter().map(|text| EACH + text.value.len()).sum()
}
