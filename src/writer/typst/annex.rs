//! Annexes as Typst code: the methods of [`TypstBuilder`] for them.

use super::body::TypstBuilder;
use crate::layout::{Annex, Block};
use crate::template::typst_literal;

impl TypstBuilder<'_> {
    /// Adds an annex or an appendix: its heading, then its blocks.
    pub fn annex(&mut self, annex: &Annex) {
        let landscape = matches!(annex.body.first(), Some(Block::Landscape(_)));
        let turned = self.set_landscape(landscape);
        // switching to landscape pages has begun a page already
        let begins = !(turned && landscape) && (turned || !annex.run_on);
        self.from(annex.span, |body| {
            let label = typst_literal(&annex.label.text());
            body.push(&format!("#annex(level: {}, begins: {begins}, {label})", annex.level));
            body.content(annex.title);
            body.label(annex.anchor);
        });
        self.blocks(&annex.body);
    }
}
