//! Writes lists.

use super::body::TypstBuilder;
use crate::document::ListKind;
use crate::layout::{Item, List};
use crate::template::typst_literal;

impl TypstBuilder<'_> {
    /// Adds a list.
    pub fn list(&mut self, list: &List) {
        self.push("#");
        self.list_call(list);
        self.push("\n");
    }

    /// Adds the call for a list without `#`, for use inside the content of an item.
    fn list_call(&mut self, list: &List) {
        let kind = match list.kind {
            ListKind::Bullets | ListKind::Dashes => "marked-list",
            ListKind::Letters | ListKind::Roman | ListKind::Numbers => "lettered-list",
            ListKind::Definitions => "definition-list",
        };
        let labels: String = list.items.iter().map(|item| format!("{}, ", typst_literal(item.label))).collect();
        self.push(&format!("{kind}(indented: {}, level: {}, labels: ({labels}),\n", list.indented, list.level));
        for item in &list.items {
            self.item(item);
        }
        self.push(")");
    }

    fn item(&mut self, item: &Item) {
        self.from(item.span, |body| {
            if !item.term.is_empty() {
                body.push("terms.item(");
                body.content(item.term);
                body.push(", ");
            }
            if let Some(anchor) = item.anchor {
                body.push(&format!("[#metadata(none)#label({})] + ", typst_literal(anchor)));
            }
            body.line_and_blocks(item.content, &item.body);
            body.push(if item.term.is_empty() { ",\n" } else { "),\n" });
        });
    }
}
