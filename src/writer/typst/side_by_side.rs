//! Writes paragraphs beside one another.

use super::body::TypstBuilder;
use crate::layout::SideBySide;

impl TypstBuilder<'_> {
    /// Adds paragraphs beside one another.
    pub fn side_by_side(&mut self, side_by_side: &SideBySide) {
        self.from(side_by_side.span, |body| {
            let widths: String = side_by_side.block.widths.iter().map(|width| format!("{width}fr, ")).collect();
            body.push(&format!(
                "#side-by-side(indented: {}, widths: ({widths}), ",
                side_by_side.indented && !side_by_side.nested
            ));
            side_by_side.block.rows.iter().for_each(|row| body.lines(row));
            body.push(")\n");
        });
    }
}
