//! Lists: items whose marks Word makes, and the blocks that belong to an item.

use super::body::DocumentXml;
use super::numbering::{item_indent, list_level};
use super::paragraph::{ListPlace, ParagraphProperties};
use super::run::words;
use crate::document::ListKind;
use crate::layout::{Item, List};
use crate::resolved::{self, Run, Text};

/// The styles of items by level.
const ITEMS: [&str; 3] = ["enumlev1", "enumlev2", "enumlev3"];
/// The styles of paragraphs below an item, by level.
const CONTINUED: [&str; 3] = ["ListContinue", "ListContinue2", "ListContinue3"];
/// The styles of paragraphs below an item of a list in a numbered paragraph, by level.
const CONTINUED_INDENT: [&str; 3] = ["ListContinueIndent1", "ListContinueIndent2", "ListContinueIndent3"];

impl DocumentXml<'_> {
    /// Adds a list.
    pub fn list(&mut self, list: &List) {
        let level = list_level(list);
        let place = (list.kind != ListKind::Definitions).then(|| ListPlace { num: self.numbering.list(list), level });
        self.lists.push((level, list.indented));
        for item in &list.items {
            match place {
                Some(place) => self.item(item, place),
                None => self.definition(item),
            }
            self.blocks(&item.body);
        }
        self.lists.pop();
    }

    fn item(&mut self, item: &Item, place: ListPlace) {
        let (level, indented) = self.lists.last().copied().unwrap_or_default();
        let name = self.bookmarks.identity(item.id, item.anchor);
        let content = self.runs(item.content);
        let place = match item.given {
            true => self.numbering.given(item.label, item_indent(self.house, indented, level), self.house.step),
            false => place,
        };
        let style = ITEMS[usize::from(level).min(ITEMS.len() - 1)];
        let (style, indent) = self.apart.map_or((style, None), |apart| (apart.style, apart.indent));
        self.paragraph(
            ParagraphProperties { style: Some(style), list: Some(place), indent, ..ParagraphProperties::default() },
            &name,
            &content,
        );
    }

    /// Adds a definition: the term, which references show, and what it means in the same paragraph.
    fn definition(&mut self, item: &Item) {
        let (level, indented) = self.lists.last().copied().unwrap_or_default();
        let name = self.bookmarks.identity(item.id, None);
        let term: Vec<Run> = item.term.iter().cloned().map(bold).collect();
        let term = self.runs(&term);
        let term = self.label(item.anchor, term);
        let separator = format!("<w:r>{}</w:r>", words(resolved::Item::AFTER_TERM));
        let content = format!("{term}{separator}{}", self.runs(item.content));
        let look = match self.apart {
            Some(apart) => ParagraphProperties { indent: apart.indent, ..ParagraphProperties::of(apart.style) },
            None => ParagraphProperties {
                indent: Some(item_indent(self.house, indented, level)),
                ..ParagraphProperties::of("Definition")
            },
        };
        self.paragraph(look, &name, &content);
    }

    /// Returns the look of a paragraph that belongs to the item being written.
    pub fn continued(&self) -> ParagraphProperties {
        let (level, indented) = self.lists.last().copied().unwrap_or_default();
        if let Some(apart) = self.apart {
            let indent = apart.indent.unwrap_or_else(|| item_indent(self.house, indented, level));
            return ParagraphProperties { indent: Some(indent), ..ParagraphProperties::of(apart.style) };
        }
        let at = usize::from(level);
        let styles = if indented { CONTINUED_INDENT } else { CONTINUED };
        match styles.get(at) {
            Some(style) => ParagraphProperties::of(style),
            None => ParagraphProperties {
                indent: Some(item_indent(self.house, indented, level)),
                ..ParagraphProperties::of(styles[styles.len() - 1])
            },
        }
    }
}

fn bold(run: Run) -> Run {
    match run {
        Run::Text(text) => Run::Text(Text { strong: true, ..text }),
        other => other,
    }
}
