//! Lowers generated blocks: blocks that are made from records, one file each.
//!
//! A file declares its block as a `BLOCK` and adds the methods that make it. It decides what the block says; the words are in the file of the language.

mod acknowledgements;
mod acronyms;
mod actions;
mod activities;
mod agenda;
mod answers;
mod draft_agenda;
mod evidence;
mod future;
mod mandate;
mod matrix;
mod meetings;
mod officers;
mod opening;
mod participants;
mod recommendations;
mod register;
mod roadmap;
mod summary;
mod theme;
mod timeline;
mod transmittal;

use super::words::Lowering;
use crate::authored::{Generated, Selection};
use crate::diagnostic::{Diagnostic, catalogue};
use crate::document::{Align, Block, Chart, ChartKind, Column, Inline, Row, Series, Table};
use crate::query::Scope;
use crate::source::Span;
use serde_json::json;

/// A kind of generated block: how authors name it, when it is empty, and how it is made.
pub struct GeneratedBlock {
    /// The word by which authors name the block.
    pub generated: Generated,
    /// Returns the reason why a selection makes the block empty, for the lint rule that reports empty blocks; `None` if there is something to show.
    pub why_empty: fn(&Scope, &Selection) -> Option<&'static str>,
    /// Appends what the block shows of a selection to a body.
    pub(in crate::lower) lower: fn(&mut Lowering, &Selection, &mut Vec<Block>),
}

/// All generated blocks.
pub static BLOCKS: &[&GeneratedBlock] = &[
    &mandate::BLOCK,
    &officers::BLOCK,
    &opening::BLOCK,
    &participants::BLOCK,
    &agenda::BLOCK,
    &draft_agenda::BLOCK,
    &meetings::BLOCK,
    &register::BLOCK,
    &recommendations::BLOCK,
    &actions::BLOCK,
    &summary::BLOCK,
    &timeline::BLOCK,
    &matrix::BLOCK,
    &activities::BLOCK,
    &roadmap::BLOCK,
    &future::BLOCK,
    &theme::BLOCK,
    &answers::BLOCK,
    &evidence::BLOCK,
    &acknowledgements::BLOCK,
    &transmittal::BLOCK,
    &acronyms::BLOCK,
];

impl GeneratedBlock {
    /// Returns the block that authors name by this word.
    pub fn of(generated: Generated) -> &'static Self {
        let found = BLOCKS.iter().find(|block| block.generated == generated);
        found.expect("a test finds each word of `Generated` in `BLOCKS`")
    }
}

impl Lowering<'_, '_, '_> {
    /// Appends a generated block to a body; nothing if the block is outside the Goal to which blocks are restricted, or, with a message, if it stands in
    /// what it shows itself.
    pub fn generated(&mut self, generated: Generated, selection: &Selection, out: &mut Vec<Block>) {
        let kept = self.goal.map(|goal| selection.for_goal(goal));
        let selection = match &kept {
            None => selection,
            Some(Some(of_goal)) => of_goal,
            Some(None) => return,
        };
        if self.open.contains(&generated) {
            let message = format!("`{}` can't stand in what it shows itself", generated.word());
            let hint = "take it out of the texts that it shows, and of the texts that these reuse";
            self.report.push(Diagnostic::new(catalogue::MISPLACED_BLOCK, selection.span, message).hint(hint));
            return;
        }
        self.open.push(generated);
        (GeneratedBlock::of(generated).lower)(self, selection, out);
        self.open.pop();
    }

    /// Returns a table of generated cells, with the caption and the id that the author gives.
    fn generated_table(&mut self, selection: &Selection, columns: Vec<Column>, rows: Vec<impl Into<Row>>) -> Table {
        let (caption, rows) = (self.caption(selection), rows.into_iter().map(Into::into).collect());
        Table { id: selection.id.clone(), caption, columns, rows, span: selection.span, ..Table::default() }
    }

    /// Returns a chart of stacked columns, with the author's caption or else the usual one, which the language gives for the key `caption`.
    fn generated_chart(
        &mut self,
        selection: &Selection,
        caption: &'static str,
        categories: Vec<Vec<Inline>>,
        series: Vec<(Vec<Inline>, Vec<f64>)>,
    ) -> Block {
        let usual = || vec![Inline::sentence("chart-caption", selection.span, vec![("chart", json!(caption))])];
        let caption = Some(self.caption(selection).unwrap_or_else(usual));
        let series = series.into_iter().map(|(name, values)| Series { name, values }).collect();
        Block::Chart(Chart {
            id: selection.id.clone(),
            caption,
            kind: ChartKind::Columns,
            stacked: true,
            unit: Vec::new(),
            categories,
            series,
            alt: None,
            span: selection.span,
        })
    }

    /// Returns the author's caption.
    fn caption(&mut self, selection: &Selection) -> Option<Vec<Inline>> {
        selection.caption.as_ref().map(|caption| self.prose(caption))
    }

    /// Returns a word of a chart's labels, which the language gives for the key `word`.
    fn chart_word(&self, word: &str, span: Span) -> Vec<Inline> {
        vec![Inline::sentence("chart-word", span, vec![("word", json!(word))])]
    }
}

/// Returns a column of a table. The heading is the generated sentence `sentence` with the value `column`: `key`; it is as wide as its
/// content asks for.
fn column(sentence: &'static str, key: &'static str, align: Align, span: Span) -> Column {
    Column { label: vec![Inline::sentence(sentence, span, vec![("column", json!(key))])], width: None, align, groups: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authored::KINDS;

    #[test]
    fn each_word_has_a_block_and_each_block_a_fixture_and_a_place_in_the_manual() {
        let words: Vec<Generated> = BLOCKS.iter().map(|block| block.generated).collect();
        assert_eq!(words, Generated::ALL);
        let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |path: &std::path::Path| std::fs::read_to_string(path).expect("a file of ours");
        let manual = read(&project.join("docs/manual/generated-blocks.md"));
        let fixtures = std::fs::read_dir(project.join("fixtures/features")).expect("a folder of ours").flatten();
        let fixtures = fixtures.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
        // there is a fixture of each kind, and so of its usual body
        let usual = KINDS.iter().filter_map(|kind| kind.usual).map(str::to_string);
        let fixtures: String = fixtures.map(|path| read(&path)).chain(usual).collect();
        for word in words.iter().map(|word| word.word()) {
            assert!(manual.contains(word), "docs/manual/generated-blocks.md says nothing of `{word}`");
            let is_a_block = |before: &str| fixtures.contains(&format!("{before}{word}"));
            assert!(["- ", "[", "{", ", "].into_iter().any(is_a_block), "no fixture of fixtures/features has the block `{word}`");
        }
    }
}
