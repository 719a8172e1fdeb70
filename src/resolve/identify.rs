//! Identities in a resolved document: of each block, item, row and cell, and of the text or record that each run comes from.
//!
//! - A block with an id that an author gives has the identity `#forum`.
//! - Another block is identified by the text or record that it is made from, and by its role, since one record may become a
//!   paragraph and a row of a table: `meetings.38#forum-participation/row`. A text of the submission's own file is named from the
//!   submission: `body.work-of-the-group.body.~1/clause`.
//! - If two blocks would have the same identity, they are counted in the order of the document: `…/row~2`.

use crate::resolved::{Content, MadeFrom, NodeMut, ResolvedDocument, Role, Row, Run, VisitorMut, walk_mut};
use crate::source::{BlockId, Origin, RecordId, Span};
use crate::yaml::Identities;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Gives identities to all blocks of a document, and to all runs the text or record that they come from.
pub fn identify(document: &mut ResolvedDocument, identities: &Identities) {
    let own = identities.of(document.span).unwrap_or_default();
    let (known, made_from) = (HashMap::new(), BTreeMap::new());
    let mut identifier = Identifier { identities, own, known, row: BlockId::default(), column: 0, made_from };
    walk_mut(document, &mut identifier);
    document.made_from = identifier.made_from;
}

struct Identifier<'i> {
    identities: &'i Identities,
    /// The identity of the submission.
    own: String,
    /// The number of blocks so far that would have each identity.
    known: HashMap<String, usize>,
    /// The identity of the row whose cells are visited, and the number of its cells visited so far.
    row: BlockId,
    column: usize,
    /// Of the text so far that is generated from several records: the record that is its origin → all records.
    made_from: BTreeMap<RecordId, BTreeSet<RecordId>>,
}

impl Identifier<'_> {
    fn note(&mut self, made_from: &MadeFrom) {
        if let Some(first) = self.identities.record(made_from.first) {
            let others = made_from.others.iter().filter_map(|other| self.identities.record(*other));
            self.made_from.entry(first).or_default().extend(others);
        }
    }

    /// Returns the identity of a block without an id of the author's, from the text or record that it is made from and from its
    /// role.
    fn id(&mut self, made_from: Option<String>, role: &str) -> BlockId {
        let made_from = made_from.unwrap_or_default();
        // a name that only begins alike is another one
        let below = made_from.strip_prefix(&self.own).filter(|rest| rest.is_empty() || rest.starts_with(['.', '#']));
        let own = below.map(|rest| rest.trim_start_matches('.'));
        self.unique(format!("{}/{role}", own.unwrap_or(&made_from)))
    }

    fn named(&mut self, anchor: Option<&str>, span: Span, role: &str) -> BlockId {
        match anchor {
            Some(anchor) => self.unique(format!("#{anchor}")),
            None => self.id(self.identities.of(span), role),
        }
    }

    fn unique(&mut self, id: String) -> BlockId {
        let count = self.known.entry(id.clone()).or_default();
        *count += 1;
        BlockId::new(if *count == 1 { id } else { format!("{id}~{count}") })
    }

    fn row(&mut self, row: &mut Row) {
        // a row is identified by the record that the text of its first cell comes from
        let mut runs = row.cells.iter().flat_map(|cell| &cell.content);
        let place = |run: &Run| if let Run::Text(text) = run { Some(text.span).filter(|span| !span.is_none()) } else { None };
        let span = runs.find_map(place).unwrap_or(Span::NONE);
        row.id = self.id(self.identities.record(span).map(|id| id.to_string()), "row");
        (self.row, self.column) = (row.id.clone(), 0);
    }
}

impl VisitorMut for Identifier<'_> {
    fn enter(&mut self, node: NodeMut<'_>) {
        match node {
            NodeMut::Block(block) => {
                block.id = self.named(block.anchor.as_deref(), block.span, role(&block.content));
            }
            NodeMut::Annex(annex) => annex.id = self.named(annex.anchor.as_deref(), annex.span, "annex"),
            NodeMut::Item(item) => item.id = self.named(item.anchor.as_deref(), item.span, "item"),
            NodeMut::Row(row) => self.row(row),
            NodeMut::Cell(cell) => {
                self.column += 1;
                cell.id = self.unique(format!("{}.{}", self.row, self.column));
            }
            NodeMut::BoxRow(_) | NodeMut::Note(_) | NodeMut::Comment(_) => {}
        }
    }

    fn line(&mut self, _: Role, line: &mut Vec<Run>) {
        for run in line {
            if let Run::Text(text) = run {
                let words = self.identities.text(text.span).map(Origin::Text);
                text.made_from.iter().for_each(|made_from| self.note(made_from));
                text.origin = words.or_else(|| self.identities.record(text.span).map(Origin::Record));
            }
        }
    }
}

fn role(content: &Content) -> &'static str {
    match content {
        Content::Clause(_) => "clause",
        Content::Paragraph(_) => "paragraph",
        Content::List(_) => "list",
        Content::Table(_) => "table",
        Content::Figure(_) => "figure",
        Content::Chart(_) => "chart",
        Content::Equation(_) => "equation",
        Content::Quote(_) => "quote",
        Content::SideBySide(_) => "side-by-side",
        Content::PageBreak => "page-break",
    }
}
