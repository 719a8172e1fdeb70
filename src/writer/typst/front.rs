//! Writes the masthead and the box.

use super::body::TypstBuilder;
use crate::layout::{Block, BoxRow};
use crate::resolved::Masthead;
use crate::template::typst_literal;

impl TypstBuilder<'_> {
    /// Adds the box on the first page.
    pub fn summary_box(&mut self, rows: &[BoxRow]) {
        if rows.is_empty() {
            return;
        }
        self.push("#summary-box(\n");
        for row in rows {
            self.push(&format!("({}, {}, (", typst_literal(row.key), typst_literal(row.label)));
            for block in &row.body {
                match block {
                    Block::Paragraph(paragraph) if paragraph.number.is_none() => self.content(&paragraph.content),
                    block => {
                        self.push("(blocks: ");
                        self.content_of(std::slice::from_ref(block));
                        self.push(")");
                    }
                }
                self.push(", ");
            }
            self.push(")),\n");
        }
        self.push(")\n");
    }

    /// Adds the masthead.
    pub fn masthead(&mut self, masthead: &Masthead) {
        self.push("#masthead(left: (");
        self.lines(&masthead.event);
        self.push("), right: (");
        self.lines(&masthead.document_lines());
        self.push("), agenda-item: ");
        self.content(&masthead.agenda_item);
        if let Some(logo) = &masthead.logo {
            self.push(", logo: ");
            self.image(logo, "height: 2.2cm");
        }
        self.push(")\n");
    }
}
