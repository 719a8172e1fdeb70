//! Landscape pages for wide tables.

use super::Block;

/// Moves wide tables to landscape pages, with the headings directly above them. Tables that follow one another share the pages.
pub fn with_landscape_pages(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        if !matches!(&block, Block::Table(table) if table.wide) {
            out.push(block);
            continue;
        }
        let headings = out.iter().rev().take_while(|block| matches!(block, Block::Heading(_))).count();
        let mut page = out.split_off(out.len() - headings);
        page.push(block);
        match out.last_mut() {
            Some(Block::Landscape(before)) => before.extend(page),
            _ => out.push(Block::Landscape(page)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Heading, Paragraph, Table};

    #[test]
    fn wide_tables_take_their_headings_along() {
        let table = |wide| Block::Table(Table { wide, ..Table::default() });
        let heading = || Block::Heading(Heading::default());
        let blocks = vec![
            heading(),
            Block::Paragraph(Paragraph::default()),
            heading(),
            heading(),
            table(true),
            heading(),
            table(true),
            table(false),
        ];
        let blocks = with_landscape_pages(blocks);
        assert!(
            matches!(&blocks[..], [Block::Heading(_), Block::Paragraph(_), Block::Landscape(page), Block::Table(_)] if page.len() == 5)
        );
    }
}
